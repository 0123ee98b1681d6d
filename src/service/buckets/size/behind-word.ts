import { commonLength, compareKeys, endOfPrefix } from '../names/key-order';
import { kindOf, type Alphabets } from './alphabets';
import { chooseSplit, type ISplit, type IStretch } from './split';
import { lettersAround } from './words';

/**
 * Cut a range behind all keys that share a word with its whole last page, as `tas` in `flux_tas_0001.nc`: nobody guesses
 * the next word, but where others were seen there mostly is one.
 *
 * @returns Null when there is no such word, or the range ends with it.
 */
export function behindWord(stretch: IStretch, known: Alphabets): ISplit | null {
  const { page, end, reach } = stretch;
  if (page === null) {
    return null;
  }
  const points = Array.from(page.last);
  const from = end === null ? 0 : commonLength(points, Array.from(end));
  const changed = commonLength(points, Array.from(page.first));
  const [start, stop] = lastWord(points, from, changed);
  const isKnown = known
    .of(points, start, stop)
    .some(({ isConstant }) => !isConstant);
  const key = endOfPrefix(points.slice(0, stop).join(''));
  const isInside = key !== null && (end === null || compareKeys(key, end) < 0);
  if (!isKnown || !isInside) {
    return null;
  }
  const ofWord = { ...stretch, end: key, isEndReal: false };
  const before = Math.max(1, chooseSplit(ofWord, known, 1)?.pages ?? 1);
  return {
    key,
    pages: before + reach,
    before,
    isSure: false,
    isKnown: false,
    isFolderWord: false
  };
}

/**
 * Cut a range halfway through the letters that the next words may begin with, as `o` where the page has `carol` in
 * `flux_carol_0001.nc`: where several words were seen and each goes on for pages, there mostly are some in both halves.
 *
 * @param began - The first key that was listed of the folder that the page lies in; null: none.
 * @returns Null when no other word was come to, or no letter is left.
 */
export function amongWords(
  { page, end, reach }: IStretch,
  began: string | null
): ISplit | null {
  if (page === null || began === null) {
    return null;
  }
  const points = Array.from(page.last);
  const from = end === null ? 0 : commonLength(points, Array.from(end));
  const changed = commonLength(points, Array.from(page.first));
  const [start, stop] = lastWord(points, from, changed);
  const isAmongWords =
    start < stop && commonLength(points, Array.from(began)) === start;
  const stem = points.slice(0, start).join('');
  const letter = points[start] ?? '';
  const keys = kindOf(letter)
    .filter(one => compareKeys(one, letter) > 0)
    .map(one => stem + one)
    .filter(key => end === null || compareKeys(key, end) < 0);
  const key = keys[keys.length >> 1];
  return isAmongWords && key !== undefined
    ? {
        key,
        pages: reach,
        before: Math.ceil(reach / 2),
        isSure: false,
        isKnown: false,
        isFolderWord: false
      }
    : null;
}

/** The last letters of the name, behind all folders, that begin from `from` on and end before `to`; empty: none do. */
function lastWord(
  points: readonly string[],
  from: number,
  to: number
): readonly [start: number, stop: number] {
  const least = Math.max(from, points.lastIndexOf('/', to - 1) + 1);
  for (let at = to - 1; at >= least; at -= 1) {
    const [start, stop] = lettersAround(points, at);
    if (start < stop) {
      return stop <= to ? [start, stop] : [to, to];
    }
  }
  return [to, to];
}
