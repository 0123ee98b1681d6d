/**
 * The first of the indexes from `from` on and before `to` for which something holds that holds for all behind it; `to`:
 * it holds for none.
 */
export function firstIndex(
  from: number,
  to: number,
  holds: (index: number) => boolean
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
