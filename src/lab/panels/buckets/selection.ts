import { rowAt, type Row } from './rows';
import type { IBucketsState } from './state';

/**
 * The entry that the cursor is on; null when there is none of that name.
 */
export function currentRow(state: IBucketsState): Row | null {
  const { listing, current, kinds } = state;
  const listed = listing.value;
  if (!listed || current === null) {
    return null;
  }
  const folder = listed.folders.indexOf(current);
  if (folder !== -1) {
    return rowAt(listed, kinds, folder);
  }
  const object = listed.names.indexOf(current);
  return object === -1
    ? null
    : rowAt(listed, kinds, listed.folders.length + object);
}
