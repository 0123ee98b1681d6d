import { join } from 'node:path';

/**
 * What `addon.c` beside this file offers, where it was built for this machine.
 */
export interface INative {
  /**
   * Carry out the order in a workspace in a thread of the pool.
   *
   * @param columns - Of the directories that it is about (`HANDED_OVER`); for looks also its agenda.
   */
  begin(
    workspace: ArrayBuffer,
    done: () => void,
    columns: readonly ArrayBuffer[]
  ): void;
  /**
   * Sum up, in place, what each of the first directories holds with all below it; of flags, whether it is incomplete.
   *
   * @param columns - What each stands in, and their numbers (`SUMMED`).
   */
  sumUp(columns: readonly ArrayBufferView[], count: number): void;
  /**
   * How many directories with files were read before a time, and when the first of them was.
   *
   * @param readAt - By number, in whole seconds since 1970, as `before`.
   * @param oldest - Takes the latter, unless there are none.
   */
  countOlder(
    readAt: Uint32Array,
    files: Uint32Array,
    before: number,
    oldest: Uint32Array
  ): number;
  readonly workspaceBytes: number;
  // Where the parts of a workspace begin.
  readonly orderStart: number;
  readonly answerStart: number;
  readonly textsStart: number;
  readonly textsBytes: number;
  readonly namesStart: number;
  /** Directories to count in an order at most. */
  readonly mostDirectories: number;
}

/**
 * Load the part of the count that is not JavaScript.
 *
 * @param directory - Where the service's files are.
 * @returns Null: there is none for this machine, and all is done without it.
 */
export function loadNative(directory: string): INative | null {
  const name = `look-${process.platform}-${process.arch}.node`;
  const loaded: { exports: Partial<INative> } = { exports: {} };
  try {
    process.dlopen(loaded, join(directory, name));
  } catch {
    // Another system or processor, another C library, a file system that nothing may be run from.
    return null;
  }
  return loaded.exports as INative;
}
