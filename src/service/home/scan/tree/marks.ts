import type { ITrust } from './trust';

/** It is to be read, or was. */
export const READ = 1;
/** It is not where it was. */
export const LOST = 2;

/** The directories that stand in each known directory. */
export interface IChildTable {
  /** Where the children of each directory begin; one more than there are directories. */
  readonly start: Uint32Array<ArrayBuffer>;
  readonly ids: Uint32Array<ArrayBuffer>;
}

/**
 * What is known of directories from an earlier count, and what becomes of them in this one, for the native part.
 */
export interface IKnownMarks {
  readonly trust: ITrust;
  readonly children: IChildTable;
  /** By number, `READ` and `LOST`. */
  readonly states: Uint8Array<ArrayBuffer>;
  /**
   * By number, 1: it was met in the directory it stands in. The native part writes it as well, while nobody waits for that: nothing
   * else may be in the same byte.
   */
  readonly met: Uint8Array<ArrayBuffer>;
}
