import type { ICallHabits } from './call-habits';
import type { EntryStats } from '../tree/tally';

/**
 * Takes what a directory itself is, before what is in it counts; null: nothing that can be looked at.
 *
 * @returns False: what is in it shall not count.
 */
export type OnSeen = (id: number, stats: EntryStats | null) => boolean;

/**
 * What counts the directories of a walk.
 */
export interface IWalker {
  /** A directory to begin with. */
  add(id: number): void;
  /** One that nobody looked at; absent: each has to be looked at before. */
  addUnseen?(id: number, onSeen: OnSeen): void;
  /**
   * Count all that were added and all that is found in them.
   *
   * @throws LeapError `cancelled` when the signal aborts.
   */
  run(signal: AbortSignal): Promise<void>;
  /** What calls were like. */
  readonly habits: ICallHabits;
}
