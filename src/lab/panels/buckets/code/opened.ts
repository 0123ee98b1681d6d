import type { Contents, DatasetKind } from '../../../../contract';

/**
 * What is opened, and what is known of it.
 */
export interface IOpened {
  readonly bucket: string;
  /** An object, or a folder with its closing slash, letter for letter. */
  readonly name: string;
  /** Names of objects may end in a slash too. */
  readonly isObject: boolean;
  /** Null: an object, or an ordinary folder. */
  readonly dataset: DatasetKind | null;
  /** What a look into it found, which says more than its name; null: nobody has looked. */
  readonly contents: Contents | null;
  /** A public bucket is opened without credentials, as the section opened it. */
  readonly isPublic: boolean;
  /** The project that pays for it. */
  readonly payer: string | null;
}

/**
 * A file's name without the ending that says how it is packed; the same name: it is not.
 */
export function unpackedName(name: string): string {
  return name.replace(/\.(gz|bz2|xz|zst)$/i, '');
}
