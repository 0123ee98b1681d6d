import type { ICallHabits } from './call-habits';

/**
 * What counts the directories of a walk.
 */
export interface IWalker {
  /** A directory to begin with. */
  add(id: number): void;
  /**
   * Count all that were added and all that is found in them.
   *
   * @throws LeapError `cancelled` when the signal aborts.
   */
  run(signal: AbortSignal): Promise<void>;
  /** What calls were like. */
  readonly habits: ICallHabits;
}
