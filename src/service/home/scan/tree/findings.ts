import type { LargeFiles } from './large-files';
import type { ILinkedName } from './linked';
import type { Name } from './names';
import type { EntryStats } from './tally';

/** How many unreadable parts are named; all are counted. */
export const MAX_UNREADABLE = 100;

/** A part of the tree that is missing from the numbers. */
export interface IUnreadable {
  /** Below the root of the walk. */
  readonly path: string;
  readonly reason: string;
}

/**
 * What a walk finds besides the columns' numbers.
 */
export interface IFindings {
  linked(name: ILinkedName): void;
  unreadable(part: IUnreadable): void;
  readonly large: LargeFiles;
  /** An entry of the root that is not a directory. */
  rootEntry(name: Name, stats: EntryStats): void;
}
