import type { EntryStats } from '../tree/tally';
import type { ITrust } from '../tree/trust';

/** Takes what stands at a directory's path; null: nothing that can be looked at. */
export type OnLooked = (id: number, stats: EntryStats | null) => void;

/**
 * Looks at known directories, one call each.
 */
export interface ISweep {
  /** Whether calls do not return at once. */
  readonly isSlow: boolean;
  /**
   * Nothing is told before the next turn of the event loop.
   *
   * @param ids - The directories to look at; nobody changes them meanwhile.
   * @param trust - Of one that is as it was, and that can be believed, `onLooked` need not be told, unless it is the root. Null: of
   *   all it has to be.
   * @throws LeapError `cancelled` when the signal aborts.
   */
  run(
    ids: Uint32Array<ArrayBuffer>,
    onLooked: OnLooked,
    trust: ITrust | null
  ): Promise<void>;
}
