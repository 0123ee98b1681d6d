import type { CatalogForm } from '../../../contract';
import type { JsonObject } from '../record/record-parts';

/** A record of the hub's form, not yet checked. */
export type RawRecord = JsonObject;

/** What a document of a catalog says. */
export interface IReading {
  readonly form: CatalogForm;
  readonly records: readonly RawRecord[];
  /** Further documents that belong to it, as it writes them. */
  readonly more: readonly IMore[];
}

/** A further document. */
export interface IMore {
  readonly address: string;
  /** What its fields are added to; null: it stands for itself. */
  readonly completes: RawRecord | null;
}

/**
 * A record that says of itself why it cannot be read, so that it is counted and listed with the others.
 */
export function unreadable(reason: string): RawRecord {
  return { [PROBLEM]: reason };
}

/** The field of such a record. */
export const PROBLEM = 'leap:problem';
