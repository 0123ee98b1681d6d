import { pythonString } from '../../../../contract';
import { unpackedName, type IOpened } from './opened';

/**
 * Whether a name means in an address what it says: `::`, `#` and `*` mean something else to fsspec.
 */
export function isPlain(name: string): boolean {
  return !/::|[#?*[\]{}]/.test(name);
}

/**
 * The address as a Python string: `"gs://bucket/path"`.
 */
export function urlOf({ bucket, name }: IOpened): string {
  return pythonString(`gs://${bucket}/${withoutSlash(name)}`);
}

/**
 * The path as a file system takes it, which is as it is: `"bucket/path"`.
 */
export function pathOf({ bucket, name }: IOpened): string {
  return pythonString(`${bucket}/${withoutSlash(name)}`);
}

/**
 * The path of an object, a slash at its end included.
 */
export function objectPathOf({ bucket, name }: IOpened): string {
  return pythonString(`${bucket}/${name}`);
}

/**
 * The line that makes the file system, `fs`.
 */
export function fileSystem({ isPublic, payer }: IOpened): string {
  const keywords = [
    '"gs"',
    ...(isPublic ? ['token="anon"'] : []),
    ...(payer === null ? [] : [`requester_pays=${pythonString(payer)}`])
  ];
  return `fs = fsspec.filesystem(${keywords.join(', ')})`;
}

/**
 * The call that opens an object as a file, unpacked where its name says that it is packed.
 */
export function openedFile(opened: IOpened): string {
  const isPacked = unpackedName(opened.name) !== opened.name;
  return `fs.open(${pathOf(opened)}${isPacked ? ', compression="infer"' : ''})`;
}

/**
 * The options that libraries hand on to the file system; null: it needs none.
 */
export function optionsOf({ isPublic, payer }: IOpened): string | null {
  const entries = [
    ...(isPublic ? ['"token": "anon"'] : []),
    ...(payer === null ? [] : [`"requester_pays": ${pythonString(payer)}`])
  ];
  return entries.length === 0 ? null : `{${entries.join(', ')}}`;
}

/**
 * A folder's name as libraries take it: they join names with a slash of their own.
 */
export function withoutSlash(name: string): string {
  return name.replace(/\/$/, '');
}
