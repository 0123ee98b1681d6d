/** A number for each row. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * Leave rows out; the others keep their order.
 *
 * @param parent - The column that holds numbers of rows.
 * @param isGone - 1: left out.
 * @returns The number that each row has now, which means nothing for those left out, and how many are left.
 */
export function compactTree(
  columns: readonly Column[],
  parent: Uint32Array,
  isGone: Uint8Array
): { numbers: Uint32Array; left: number } {
  const numbers = newNumbers(isGone);
  const left = compactRows(columns, isGone);
  if (left < isGone.length) {
    for (let row = 0; row < left; row += 1) {
      parent[row] = numbers[parent[row] ?? 0] ?? 0;
    }
  }
  return { numbers, left };
}

function newNumbers(isGone: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(isGone.length);
  let next = 0;
  for (let row = 0; row < isGone.length; row += 1) {
    numbers[row] = next;
    next += isGone[row] ? 0 : 1;
  }
  return numbers;
}

/** @returns How many are left. */
function compactRows(columns: readonly Column[], isGone: Uint8Array): number {
  const firstGone = isGone.indexOf(1);
  let next = firstGone === -1 ? isGone.length : firstGone;
  let at = next;
  while (at < isGone.length) {
    const from = isGone.indexOf(0, at);
    if (from === -1) {
      break;
    }
    const gone = isGone.indexOf(1, from);
    at = gone === -1 ? isGone.length : gone;
    for (const column of columns) {
      column.copyWithin(next, from, at);
    }
    next += at - from;
  }
  return next;
}
