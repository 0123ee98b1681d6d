/** Of a slot's number: its lowest ones say the offset, the next ones the word, the others the depth. */
const BITS = 10;

/** The number of no slot. */
export const OUTSIDE = -1;

/**
 * A number for each position from `from` on that says its depth, word and offset; `OUTSIDE` within the prefix.
 *
 * No name has more than 1,024 of either.
 */
export function slotsOf(
  points: readonly string[],
  start: number,
  from: number
): readonly number[] {
  const ids: number[] = [];
  let id = 0;
  for (let at = Math.min(start, from); at < points.length; at += 1) {
    const isOurs = at >= start;
    if (at >= from) {
      ids.push(isOurs ? id : OUTSIDE);
    }
    if (isOurs) {
      id = idBehind(points[at] ?? '', id);
    }
  }
  return ids;
}

function idBehind(point: string, id: number): number {
  if (point === '/') {
    return ((id >> (2 * BITS)) + 1) << (2 * BITS);
  }
  return isMark(point) ? ((id >> BITS) + 1) << BITS : id + 1;
}

/** What separates words: all of ASCII but letters and digits. */
export function isMark(point: string): boolean {
  const code = point.charCodeAt(0);
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return code < 0x80 && !isLetter && !(code >= 0x30 && code <= 0x39);
}

/** The number that all slots of a word share. */
export function wordOf(id: number): number {
  return id >> BITS;
}
