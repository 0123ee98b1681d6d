import type { IArray } from './array';

/**
 * An array within a file.
 */
export interface IFileArray extends IArray {
  /** What is read at once; as many as `shape`. Where the file has no chunks, some rows. */
  readonly readChunks: readonly number[];
  /** Why it cannot be looked at, a whole sentence; null: it can. */
  readonly obstacle: string | null;
  /** Bytes in the file for each byte unpacked; null or absent: not known. */
  readonly packedShare?: number | null;
  /** What is read for a picture, where that is not the array itself: a coarser copy with its own coordinates. */
  readonly look?: {
    readonly array: IFileArray;
    readonly coordinates: readonly IFileArray[];
  };
}
