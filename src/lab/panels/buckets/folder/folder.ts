import type { Bucket } from '../../../../contract';

/**
 * A folder of a bucket.
 */
export interface IFolder {
  readonly bucket: string;
  /** Empty for the bucket itself, else with its closing slash. */
  readonly prefix: string;
}

/** One step of the way to a folder. */
export interface ICrumb {
  readonly name: string;
  readonly folder: IFolder;
}

/**
 * The way from the bucket to a folder, both included. Empty parts of a name are steps too.
 */
export function crumbsOf({ bucket, prefix }: IFolder): readonly ICrumb[] {
  const parts = prefix.split('/').slice(0, -1);
  let path = '';
  const below = parts.map(name => {
    path += `${name}/`;
    return { name, folder: { bucket, prefix: path } };
  });
  return [{ name: bucket, folder: { bucket, prefix: '' } }, ...below];
}

/**
 * The folder above, and the name this one has in it; null above the bucket.
 */
export function parentOf(
  folder: IFolder
): { readonly folder: IFolder; readonly name: string } | null {
  const above = crumbsOf(folder).at(-2)?.folder;
  return above
    ? { folder: above, name: folder.prefix.slice(above.prefix.length) }
    : null;
}

/**
 * Where a path below a folder lies: the folder directly above it, and the name it has there.
 *
 * @param path - Of an object, or of a folder with its closing slash.
 */
export function placeIn(
  { bucket, prefix }: IFolder,
  path: string
): { readonly folder: IFolder; readonly name: string } {
  const end = path.lastIndexOf('/', path.length - 2) + 1;
  return {
    folder: { bucket, prefix: prefix + path.slice(0, end) },
    name: path.slice(end)
  };
}

/**
 * The last part of an entry's whole name: of the object that is called as its folder that of the folder.
 */
export function nameOf(folder: IFolder | null, name: string): string {
  return name === '' && folder
    ? (crumbsOf(folder).at(-1)?.name ?? '') + '/'
    : name;
}

/**
 * `gs://bucket/path`, letter for letter.
 */
export function gsPath({ bucket, prefix }: IFolder, name = ''): string {
  return `gs://${bucket}/${prefix}${name}`;
}

/**
 * The user's own folder in a bucket, else the bucket itself.
 */
export function homeOf(bucket: Bucket): IFolder {
  return { bucket: bucket.name, prefix: bucket.ownPrefix ?? '' };
}

/**
 * Where somebody begins: the first own folder, else the first bucket; null when none is configured.
 */
export function firstFolder(buckets: readonly Bucket[]): IFolder | null {
  const bucket = buckets.find(one => one.ownPrefix !== null) ?? buckets[0];
  return bucket ? homeOf(bucket) : null;
}

/**
 * Whether text names a place rather than filters names.
 */
export function isReference(text: string): boolean {
  return /^\s*["'`]?(gc?s:|https?:\/\/)/i.test(text);
}
