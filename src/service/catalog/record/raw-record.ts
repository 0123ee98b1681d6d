import type { JsonObject } from './record-parts';

/** A record of the hub's form, not yet checked. */
export type RawRecord = JsonObject;

/**
 * A record that says of itself why it cannot be read, so that it is counted and listed with the others.
 */
export function unreadable(reason: string): RawRecord {
  return { [PROBLEM]: reason };
}

/** The field of such a record. */
export const PROBLEM = 'leap:problem';
