import { INCOMPLETE, type DirectoryColumns } from '../tree/columns';
import { SUMMED } from '../native/layout';
import type { INative } from '../native/native';
import type { LinkedFiles } from '../tree/linked';

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
 *
 * @param native - What is compiled; null: it is summed up without it.
 */
export function totalsOf(
  columns: DirectoryColumns,
  linked: LinkedFiles,
  native: INative | null = null
): ITotals {
  const totals = ownNumbers(columns);
  linked.forEach((owner, usedBytes, apparentBytes) => {
    add(totals.usedBytes, owner, usedBytes);
    add(totals.apparentBytes, owner, apparentBytes);
    add(totals.files, owner, 1);
  });
  if (native) {
    const summed = SUMMED.map(name => totals[name]);
    native.sumUp([columns.parent, ...summed], totals.count);
  } else {
    sumUp(columns.parent, totals);
  }
  return totals;
}

/** What stands directly in each directory, with all its flags. */
function ownNumbers(columns: DirectoryColumns): ITotals {
  const { count } = columns;
  return {
    count,
    usedBytes: columns.usedBytes.slice(0, count),
    apparentBytes: columns.apparentBytes.slice(0, count),
    files: columns.files.slice(0, count),
    directories: new Uint32Array(count),
    newestMs: columns.newestMs.slice(0, count),
    incomplete: columns.flags.slice(0, count)
  };
}

function sumUp(parents: Uint32Array, totals: ITotals): void {
  for (let id = 0; id < totals.count; id += 1) {
    totals.incomplete[id] = (totals.incomplete[id] ?? 0) & INCOMPLETE;
  }
  // A directory's number is greater than its parent's: backwards, all below it is summed before it is.
  for (let id = totals.count - 1; id > 0; id -= 1) {
    const parent = parents[id] ?? 0;
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
}

function add(
  column: Float64Array | Uint32Array,
  at: number,
  amount: number
): void {
  column[at] = (column[at] ?? 0) + amount;
}
