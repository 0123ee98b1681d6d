import type { IFolder } from './folder/folder';
import { isMarker, rowNamed, type Row } from './folder/rows';
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
 * Whether who named a folder means the object that is called so as well: it holds something, and nothing else was chosen.
 */
export function meansNamesake(state: IBucketsState, named: IFolder): boolean {
  const { folder, rows, current, kinds } = state;
  const row =
    folder === named && current === null && rows
      ? rowNamed(rows, kinds, '')
      : null;
  return row !== null && !isMarker(row);
}

/**
 * The entry that the cursor is on; null when there is none of that name.
 */
export function currentRow(state: IBucketsState): Row | null {
  const { rows, current, kinds } = state;
  return rows && current !== null ? rowNamed(rows, kinds, current) : null;
}
