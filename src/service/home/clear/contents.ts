/** What is directly in a folder, and beside it. */
export interface IContents {
  readonly names: readonly string[];
  /** Names in the folder that it lies in. */
  readonly siblings: ReadonlySet<string>;
}

/** Python's own files and those of numba; `.pyc.<number>` is one that was never finished. */
const COMPILED = /\.(pyc|pyo|nbi|nbc)(\.\d+)?$/;

/** `name-checkpoint.ipynb` for `name.ipynb`, as Jupyter writes it. */
const CHECKPOINT = /^(.*)-checkpoint(\.[^.]*)?$/s;

/** Whether a folder holds compiled code and nothing else. */
export function holdsCompiledCode({ names }: IContents): boolean {
  return names.length > 0 && names.every(name => COMPILED.test(name));
}

/** Whether all in a folder are checkpoints of files that lie beside it. */
export function isNoOrphan(contents: IContents): boolean {
  return (
    contents.names.length > 0 &&
    contents.names.every(name => hasOriginal(name, contents))
  );
}

/** Whether something in a folder is a checkpoint of a file that is not beside it, or no checkpoint. */
export function isAnyOrphan(contents: IContents): boolean {
  return contents.names.some(name => !hasOriginal(name, contents));
}

function hasOriginal(name: string, { siblings }: IContents): boolean {
  const [, stem, extension = ''] = CHECKPOINT.exec(name) ?? [];
  return stem !== undefined && siblings.has(stem + extension);
}
