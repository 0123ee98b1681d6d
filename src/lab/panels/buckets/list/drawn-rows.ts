/**
 * The rows to make, by where they stand, in the order of the elements that they are made in: the same number of rows
 * wherever the list is scrolled to, and row `i` in element `i % length`. So each row that goes leaves its element to one
 * that comes. To fill an element takes a third of making one, and no element moves in the document, which would style all
 * that is in it again.
 *
 * @param first - The first row on the screen, with `last` as the last one; of `count` in all.
 * @param length - How many rows are made, not fewer than are on the screen; fewer when there are fewer.
 */
export function drawnRows(
  first: number,
  last: number,
  count: number,
  length: number
): readonly number[] {
  const made = Math.min(Math.max(length, last - first + 1), count);
  const from = Math.max(0, Math.min(first, count - made));
  return Array.from({ length: made }, (_, element) => {
    const beyond = (element - from) % made;
    return from + (beyond < 0 ? beyond + made : beyond);
  });
}
