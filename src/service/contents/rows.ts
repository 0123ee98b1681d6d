/** Data that lie in one piece are read some rows at a time. */
const ROWS_BYTES = 4 << 20;

/**
 * The part of an array without chunks that is read at once: rows of its last two dimensions, one behind the other.
 */
export function rowsOf(shape: readonly number[], itemBytes: number): number[] {
  const last = shape.length - 1;
  const items = Math.max(1, Math.floor(ROWS_BYTES / itemBytes));
  const across = Math.max(1, Math.min(shape[last] ?? 1, items));
  const rows =
    across < (shape[last] ?? 1) ? 1 : Math.max(1, Math.floor(items / across));
  return shape.map((length, axis) => {
    if (axis === last) {
      return across;
    }
    return axis === last - 1 ? Math.max(1, Math.min(length, rows)) : 1;
  });
}
