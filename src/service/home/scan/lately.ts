import { hotDirectories } from './hot';
import type { IKnownTree } from './known-tree';
import type { IScanOrder } from './scan-messages';
import { isWorthAnother, type SecondLook } from './second-look';

/** What a process that waits for the next count keeps ready for it. */
export interface ILately {
  /** Null: nothing, or only what the cache has. */
  readonly known: IKnownTree | null;
  /** What of it is hot; null: that is not known yet. */
  readonly hot: readonly number[] | null;
  /** Null: nobody may look at directories beside the first thread. */
  readonly second: SecondLook | null;
}

export const NOTHING_LATELY: ILately = { known: null, hot: null, second: null };

/** Prepare what the next count begins with. */
export function prepare(
  known: IKnownTree,
  second: SecondLook | null,
  order: IScanOrder,
  nowMs: number
): ILately {
  if (isWorthAnother(known, order)) {
    second?.start();
  } else {
    second?.stop();
  }
  return { known, hot: hotDirectories(known, nowMs), second };
}
