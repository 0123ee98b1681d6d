import { commonLength, compareKeys } from '../names/key-order';
import { PAGE_ENTRIES } from '../store/page-query';
import type { Alphabets, IAlphabet } from './alphabets';
import { asOnPage } from './on-page';
import type { IPageSpan } from './page-span';

/** Positions behind the first change that are still worth a digit of the estimate. */
const EXTRA_POSITIONS = 2;

/** A little less than whole pages, in hundredths of a page: so that what is left of one seldom takes a request. */
const MARGIN = 6n;

/**
 * Nobody has so many objects: the positions of such keys are not free of each other, as in `run-12/tas` where each run
 * has its own few variables.
 */
const INCREDIBLE_PAGES = 100_000n;

/**
 * Where to cut a range of keys in two.
 */
export interface ISplit {
  readonly key: string;
  /** How many pages like the last one would fit in the range if its keys went on as they do. */
  readonly pages: number;
  /** How many of them lie before `key`. */
  readonly before: number;
  /** The end is known, or the characters up to it are. */
  readonly isSure: boolean;
  /** The characters up to the end are known, and guesses about them were right. */
  readonly isKnown: boolean;
  /** It takes another word for the name of a folder, which nobody can guess. */
  readonly isFolderWord: boolean;
}

/**
 * A range of keys that was listed up to somewhere.
 */
export interface IStretch {
  /** The last page that was listed; null: none. */
  readonly page: IPageSpan | null;
  /** First key that does not belong to it; null: none. */
  readonly end: string | null;
  /** A key is known at the end or behind it that is like those before it. */
  readonly isEndReal: boolean;
  /** Where nothing is known about the end, it is looked for so many pages ahead at most. */
  readonly reach: number;
  /** Nobody believes in more pages ahead than that, whatever the names have room for. */
  readonly most: number;
}

/**
 * Choose a key behind the last page of a range and before its end.
 *
 * Keys are read as numbers, each position with the alphabet it is known to have, so that one page shows how wide
 * pages are. The cut is in the middle, where a page is expected to end. Where the end is mostly a guess (`run-0012/`
 * does not say that `run-9999/` exists), it is taken to be within `reach`.
 *
 * @returns Null when there is nothing to cut, or too little.
 */
export function chooseSplit(
  { page, end, isEndReal, reach, most }: IStretch,
  known: Alphabets,
  leastPages: number
): ISplit | null {
  if (page === null || page.first === page.last) {
    return null;
  }
  const { first, last } = page;
  const points = Array.from(last);
  const changed = commonLength(Array.from(first), points);
  const endPoints = end === null ? null : Array.from(end);
  const from = endPoints === null ? 0 : commonLength(points, endPoints);
  if (from > changed) {
    return null;
  }
  const all = asOnPage(
    known.of(points, from, points.length),
    points,
    Array.from(first),
    from,
    changed
  );
  const alphabets = upToWhatCounts(all, changed - from);
  const { here, width, pages } = measured(page, endPoints, alphabets, from);
  if (pages < BigInt(leastPages)) {
    return null;
  }
  const isCredible = pages < INCREDIBLE_PAGES;
  const isKnown = isCredible && firstChoice(alphabets)?.isSure === true;
  const isSure = isKnown || (isCredible && isEndReal);
  // Names have room for more objects than anybody has.
  const believed = min(pages, BigInt(isSure ? most : reach));
  const middle = (believed + 1n) / 2n;
  const key =
    points.slice(0, from).join('') +
    write(here + middle * width - (width * MARGIN) / 100n, alphabets);
  if (!isBetween(last, key, end)) {
    return null;
  }
  const isFolderWord = choosesWord(points, Array.from(key), all, from);
  return {
    key,
    pages: Number(believed),
    before: Number(middle),
    isSure,
    isKnown: isKnown && !isFolderWord,
    isFolderWord
  };
}

/** A page as numbers of these digits: where it ends, how wide it is, and how many like it fit before the end. */
function measured(
  { first, last, keys }: IPageSpan,
  endPoints: readonly string[] | null,
  alphabets: readonly IAlphabet[],
  from: number
): { here: bigint; width: bigint; pages: bigint } {
  const here = valueOf(Array.from(last), alphabets, from);
  const before = valueOf(Array.from(first), alphabets, from);
  const limit =
    endPoints === null
      ? sizeOf(alphabets)
      : valueOf(endPoints, alphabets, from);
  const span = here > before ? here - before : 1n;
  // A page of n keys has n - 1 gaps between them.
  const width = max(1n, (span * BigInt(PAGE_ENTRIES)) / BigInt(keys - 1));
  return { here, width, pages: limit > here ? (limit - here) / width : 0n };
}

/**
 * Whether a key differs from another in the name of a folder, where more than one letter has a choice: numbers count
 * on and hashes are anything, but of `day` and `mon` nobody gets to `year`.
 */
function choosesWord(
  points: readonly string[],
  key: readonly string[],
  alphabets: readonly IAlphabet[],
  from: number
): boolean {
  const at = commonLength(points, key);
  const slash = points.indexOf('/', at);
  if (slash === -1) {
    return false;
  }
  const letters = alphabets
    .slice(at - from, slash - from)
    .filter(one => one.letters.length > 1 && !one.letters.some(isDigit));
  return letters.length > 1;
}

function isBetween(last: string, key: string, end: string | null): boolean {
  return (
    compareKeys(key, last) > 0 && (end === null || compareKeys(key, end) < 0)
  );
}

function isDigit(point: string): boolean {
  return point >= '0' && point <= '9';
}

function min(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function max(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

/** All up to the first change, and a few behind it that have a choice. */
function upToWhatCounts(
  alphabets: readonly IAlphabet[],
  changed: number
): readonly IAlphabet[] {
  let extra = 0;
  let at = Math.min(alphabets.length, changed + 1);
  while (at < alphabets.length && extra < EXTRA_POSITIONS) {
    extra += (alphabets[at]?.letters.length ?? 0) > 1 ? 1 : 0;
    at += 1;
  }
  return alphabets.slice(0, at);
}

function firstChoice(alphabets: readonly IAlphabet[]): IAlphabet | undefined {
  return alphabets.find(({ letters }) => letters.length > 1);
}

function sizeOf(alphabets: readonly IAlphabet[]): bigint {
  return alphabets.reduce(
    (size, { letters }) => size * BigInt(letters.length),
    1n
  );
}

/** The key as a number of these digits; what sorts behind an alphabet counts as one more than its last digit. */
function valueOf(
  points: readonly string[],
  alphabets: readonly IAlphabet[],
  from: number
): bigint {
  let value = 0n;
  let isPast = false;
  alphabets.forEach(({ letters }, index) => {
    const point = points[from + index];
    const digit =
      isPast || point === undefined
        ? 0
        : letters.filter(letter => compareKeys(letter, point) < 0).length;
    value = value * BigInt(letters.length) + BigInt(digit);
    // Behind the alphabet, the positions that follow say nothing.
    isPast ||= digit === letters.length;
  });
  return value;
}

function write(value: bigint, alphabets: readonly IAlphabet[]): string {
  let rest = value;
  let text = '';
  for (const { letters } of [...alphabets].reverse()) {
    const radix = BigInt(letters.length);
    text = (letters[Number(rest % radix)] ?? '') + text;
    rest /= radix;
  }
  return text;
}
