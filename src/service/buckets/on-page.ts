import { kindOf, type IAlphabet } from './alphabets';
import { isMark } from './slots';

/**
 * Alphabets narrowed to what the page itself shows: a word of digits goes on in digits, whatever other folders have in
 * its place, and a word before the one that changes goes on as it is where it never was another.
 */
export function asOnPage(
  alphabets: readonly IAlphabet[],
  points: readonly string[],
  first: readonly string[],
  from: number,
  changed: number
): readonly IAlphabet[] {
  let kinds = new Set<readonly string[]>();
  let isMixed = false;
  let wordEnd = 0;
  return alphabets.map((one, index) => {
    const at = from + index;
    const point = points[at] ?? '';
    if (at >= wordEnd) {
      const start = wordStart(points, at);
      wordEnd = wordStop(points, at);
      const mine = points.slice(start, wordEnd).map(kindOf);
      const theirs = first.slice(start, wordStop(first, start)).map(kindOf);
      isMixed = shapeOf(mine) !== shapeOf(theirs);
      kinds = new Set([...mine, ...theirs]);
    }
    if (one.isConstant && wordEnd <= changed) {
      return { ...one, letters: [point] };
    }
    const letters = one.letters.filter(
      letter =>
        letter === point ||
        (isMixed ? kinds.has(kindOf(letter)) : kindOf(letter) === kindOf(point))
    );
    return { ...one, letters };
  });
}

/** The kinds of characters of a word, as often as they change: `year2015` is alike `month12`, two hashes are not. */
function shapeOf(kinds: readonly (readonly string[])[]): string {
  return kinds
    .filter((kind, at) => kind !== kinds[at - 1])
    .map(kind => kind[0] ?? '')
    .join('');
}

function wordStart(points: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && !isMark(points[start - 1] ?? '')) {
    start -= 1;
  }
  return start;
}

/** Behind the word and the mark that ends it. */
function wordStop(points: readonly string[], at: number): number {
  const end = points.findIndex((point, index) => index >= at && isMark(point));
  return end === -1 ? points.length : end + 1;
}
