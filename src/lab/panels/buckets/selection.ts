import { rowNamed, type Row } from './rows';
import type { IBucketsState } from './state';

/**
 * The entry that the cursor is on; null when there is none of that name.
 */
export function currentRow(state: IBucketsState): Row | null {
  const { rows, current, kinds } = state;
  return rows && current !== null ? rowNamed(rows, kinds, current) : null;
}
