import type { IKnownMarks } from './marks';
import type { EntryStats } from './tally';

/**
 * The directories of an earlier count, as one that reads some of them again asks for them.
 */
export interface IKnownBefore {
  /** Higher numbers are directories that nobody knew. */
  readonly count: number;
  /** The same for the native part. */
  readonly marks: IKnownMarks;
  /** The known directories in one of them, by inode. */
  childrenOf(parent: number): ReadonlyMap<number, number>;
  /**
   * The number of a directory that was found in one that is read again; undefined: nobody knew it.
   *
   * @param children - The known ones in that directory, by inode.
   */
  find(
    children: ReadonlyMap<number, number>,
    name: string,
    stats: EntryStats
  ): number | undefined;
  /** It was found where it was known to be; true: it has to be read as well. */
  meet(id: number, stats: EntryStats): boolean;
}
