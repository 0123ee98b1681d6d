/** What is directly in a folder, and beside it. */
export interface IContents {
  readonly names: readonly string[];
  /** Whether nothing in it is a folder, a link or anything else but a file. */
  readonly holdsOnlyFiles: boolean;
  /** What a file in it says it holds; null: there is no such file. */
  readonly bytesOf: (name: string) => Promise<number | null>;
  /** The same of a file in the folder that it lies in. */
  readonly bytesBeside: (name: string) => Promise<number | null>;
}

/** Python's own files and those of numba; `.pyc.<number>` is one that was never finished. */
const COMPILED = /\.(pyc|pyo|nbi|nbc)(\.\d+)?$/;

/** `name-checkpoint.ipynb` for `name.ipynb`, as Jupyter writes it. */
const CHECKPOINT = /^(.*)-checkpoint(\.[^.]*)?$/s;

/** Whether a folder holds compiled code and nothing else. */
export function holdsCompiledCode({
  names,
  holdsOnlyFiles
}: IContents): boolean {
  return (
    holdsOnlyFiles &&
    names.length > 0 &&
    names.every(name => COMPILED.test(name))
  );
}

/** Whether all in a folder are checkpoints of files that lie beside it. */
export async function isNoOrphan(contents: IContents): Promise<boolean> {
  return contents.names.length > 0 && !(await isAnyOrphan(contents));
}

/** Whether something in a folder is a checkpoint of a file that is not beside it, or no checkpoint. */
export async function isAnyOrphan(contents: IContents): Promise<boolean> {
  if (!contents.holdsOnlyFiles) {
    return true;
  }
  for (const name of contents.names) {
    if (!(await hasOriginal(name, contents))) {
      return true;
    }
  }
  return false;
}

/** A file that lost all it held, as when it was saved on a full disk, is no original of a copy that has something in it. */
async function hasOriginal(
  name: string,
  contents: IContents
): Promise<boolean> {
  const [, stem, extension = ''] = CHECKPOINT.exec(name) ?? [];
  if (stem === undefined) {
    return false;
  }
  const bytes = await contents.bytesBeside(stem + extension);
  return bytes === 0 ? (await contents.bytesOf(name)) === 0 : bytes !== null;
}
