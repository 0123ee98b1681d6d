import { INCOMPLETE, type DirectoryColumns } from './tree/columns';
import type { LinkedFiles } from './tree/linked';

/** Numbers of whole subtrees, by directory. */
export interface ITotals {
  readonly count: number;
  readonly usedBytes: Float64Array;
  readonly apparentBytes: Float64Array;
  readonly files: Uint32Array;
  /** Directories below, the directory itself not counted. */
  readonly directories: Uint32Array;
  readonly newestMs: Float64Array;
  /** 1: something in it could not be read. */
  readonly incomplete: Uint8Array;
}

/**
 * What each directory holds with all below it, as far as the walk has come.
 */
export function totalsOf(
  columns: DirectoryColumns,
  linked: LinkedFiles
): ITotals {
  const { count } = columns;
  const totals: ITotals = {
    count,
    usedBytes: columns.usedBytes.slice(0, count),
    apparentBytes: columns.apparentBytes.slice(0, count),
    files: columns.files.slice(0, count),
    directories: new Uint32Array(count),
    newestMs: columns.newestMs.slice(0, count),
    incomplete: columns.flags.slice(0, count).map(flags => flags & INCOMPLETE)
  };
  linked.forEach((owner, usedBytes, apparentBytes) => {
    add(totals.usedBytes, owner, usedBytes);
    add(totals.apparentBytes, owner, apparentBytes);
    add(totals.files, owner, 1);
  });
  // A directory's number is greater than its parent's: backwards, all below it is summed before it is.
  for (let id = count - 1; id > 0; id -= 1) {
    const parent = columns.parent[id] ?? 0;
    add(totals.usedBytes, parent, totals.usedBytes[id] ?? 0);
    add(totals.apparentBytes, parent, totals.apparentBytes[id] ?? 0);
    add(totals.files, parent, totals.files[id] ?? 0);
    add(totals.directories, parent, (totals.directories[id] ?? 0) + 1);
    const newestMs = totals.newestMs[id] ?? 0;
    if (newestMs > (totals.newestMs[parent] ?? 0)) {
      totals.newestMs[parent] = newestMs;
    }
    if (totals.incomplete[id]) {
      totals.incomplete[parent] = 1;
    }
  }
  return totals;
}

function add(
  column: Float64Array | Uint32Array,
  at: number,
  amount: number
): void {
  column[at] = (column[at] ?? 0) + amount;
}
