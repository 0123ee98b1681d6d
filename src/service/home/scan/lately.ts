import type { IKnownTree } from './known/known-tree';

/** What a process that waits for the next count keeps ready for it. */
export interface ILately {
  /** Null: nothing, or only what the cache has. */
  readonly known: IKnownTree | null;
  /** What of it is hot; null: that is not known yet. */
  readonly hot: readonly number[] | null;
}

export const NOTHING_LATELY: ILately = { known: null, hot: null };
