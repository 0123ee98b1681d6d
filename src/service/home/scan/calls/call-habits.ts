/**
 * What a count learned of the calls of a file system, so that the next one need not find it out again.
 */
export interface ICallHabits {
  /** They cost round trips: many in flight beat one after the other. */
  readonly areSlow: boolean;
  /** How many in flight were worth it. */
  readonly atOnce: number;
  /** What one in flight took at best; null: none was. */
  readonly bestMs: number | null;
}
