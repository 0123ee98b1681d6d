import { kindOf, type IAlphabet } from './alphabets';
import { isHash, lettersAround, wordStart, wordStop } from './words';

/** Fewer letters in a row are no word. */
const LEAST_WORD = 3;

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
    if (at < changed && isFixedLetter(points, alphabets, from, at)) {
      return { letters: [point], isSure: false, isConstant: true };
    }
    const letters = one.letters.filter(
      letter =>
        letter === point ||
        (isMixed ? kinds.has(kindOf(letter)) : kindOf(letter) === kindOf(point))
    );
    return { ...one, letters };
  });
}

/**
 * Whether a letter belongs to a word such as `model`, of which nobody guesses another, and is not the first of it that
 * was ever another one.
 */
function isFixedLetter(
  points: readonly string[],
  alphabets: readonly IAlphabet[],
  from: number,
  at: number
): boolean {
  const [start, stop] = lettersAround(points, at);
  if (stop - start < LEAST_WORD) {
    return false;
  }
  const word = points.slice(wordStart(points, at), wordStop(points, at));
  if (isHash(word)) {
    return false;
  }
  const first = Math.max(start, from);
  const changing = alphabets
    .slice(first - from, stop - from)
    .findIndex(({ isConstant }) => !isConstant);
  return at !== first + Math.max(0, changing);
}

/** The kinds of characters of a word, as often as they change: `year2015` is alike `month12`, two hashes are not. */
function shapeOf(kinds: readonly (readonly string[])[]): string {
  return kinds
    .filter((kind, at) => kind !== kinds[at - 1])
    .map(kind => kind[0] ?? '')
    .join('');
}
