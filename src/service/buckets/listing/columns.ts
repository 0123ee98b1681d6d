import type { ListingPage } from '../../../contract';
import type { IStoredObject } from '../store/page';
import { deletionDay, type IRule } from '../rules/rule';

/**
 * Objects of a folder in columns, names relative to the folder.
 */
export function toColumns(
  objects: readonly IStoredObject[],
  prefix: string,
  rule: IRule
): ListingPage['objects'] {
  return {
    names: objects.map(({ name }) => name.slice(prefix.length)),
    bytes: objects.map(({ bytes }) => bytes),
    updatedAt: objects.map(({ updatedAt }) => instant(updatedAt)),
    deletedOn: objects.map(object => deletionDay(rule, object))
  };
}

/** A time that cannot be read is not known. */
function instant(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
