import type { ListingPage } from '../../contract';
import { deletedOn } from './expiry';
import type { IStoredObject } from './page';

/**
 * Objects of a folder in columns, names relative to the folder.
 */
export function toColumns(
  objects: readonly IStoredObject[],
  prefix: string,
  deleteAfterDays: number | null
): ListingPage['objects'] {
  return {
    names: objects.map(({ name }) => name.slice(prefix.length)),
    bytes: objects.map(({ bytes }) => bytes),
    updatedAt: objects.map(({ updatedAt }) => instant(updatedAt)),
    deletedOn: objects.map(({ createdAt }) =>
      deletedOn(createdAt, deleteAfterDays)
    )
  };
}

/** A time that cannot be read is not known. */
function instant(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
