import type { ISource } from '../source';

/**
 * The beginning of an object, and how much there is in all.
 */
export interface IFile {
  /** Its name, without the folders. */
  readonly name: string;
  /** Read with the empty key. */
  readonly source: ISource;
  readonly first: Uint8Array;
  /** There is no more than `first`. */
  readonly isWhole: boolean;
}
