import { rowNamed, type Row } from './rows';
import type { IBucketsState } from './state';

/**
 * The beginning of the name that the cursor is on where its row is not among those that are loaded, and more could be; null:
 * there is nothing to look for.
 */
export function missingName(state: IBucketsState): string | null {
  const { current, listing, filter } = state;
  return current !== null &&
    filter === '' &&
    listing.value?.cursor &&
    currentRow(state) === null
    ? current.replace(/\/$/, '')
    : null;
}

/**
 * The entry that the cursor is on; null when there is none of that name.
 */
export function currentRow(state: IBucketsState): Row | null {
  const { rows, current, kinds } = state;
  return rows && current !== null ? rowNamed(rows, kinds, current) : null;
}
