import { compareKeys } from './key-order';
import { chooseSplit, type ISplit } from './split';

/**
 * A stretch of keys that is listed page by page.
 */
export interface IRange {
  /** First key to ask for; `isListed` when it was counted already. */
  start: string | null;
  isListed: boolean;
  /** First key that belongs to somebody else; null: none. Moves down when the range is split. */
  end: string | null;
  /** Names of the last page: what is known about the keys to come. */
  page: readonly string[];
  /** Folders known to begin behind `start`, in order. */
  folders: readonly string[];
  /** Continues a page that brought nothing. */
  token: string | null;
  /** Where `page` and `end` say to split; undefined: not thought about yet. */
  guess: ISplit | null | undefined;
}

/** Less than this is listed sooner than it is split. */
const LEAST_PAGES = 3;

/** Splits that cost at most a page each; a few are free, so that a small folder is not slow. */
const FREE_SPLITS = 12;
const SPLITS_A_CALL = 0.11;

/**
 * Whether one more split fits the budget: each ends in a page that is not full, or empty.
 */
export function maySplit(splits: number, calls: number): boolean {
  return splits < FREE_SPLITS + SPLITS_A_CALL * calls;
}

/**
 * Split off the larger half of the range that seems to have most to come; null when none is worth it.
 */
export function splitLargest(ranges: Iterable<IRange>): IRange | null {
  let best: (ISplit & { range: IRange }) | null = null;
  for (const range of ranges) {
    const split = splitOf(range);
    if (split !== null && (best === null || split.pages > best.pages)) {
      best = { range, ...split };
    }
  }
  return best === null ? null : cut(best.range, best.key);
}

function splitOf(range: IRange): ISplit | null {
  const { folders } = range;
  const middle = folders[Math.floor(folders.length / 2)];
  // A folder that is known to be there is never a wasted request, so it goes before any guess.
  if (middle !== undefined) {
    return { key: middle, pages: Number.MAX_VALUE };
  }
  if (range.guess === undefined) {
    range.guess = chooseSplit(range.page, range.end, LEAST_PAGES);
  }
  return range.guess;
}

function cut(range: IRange, key: string): IRange {
  const right: IRange = {
    start: key,
    isListed: false,
    end: range.end,
    page: [],
    folders: range.folders.filter(folder => compareKeys(folder, key) > 0),
    token: null,
    guess: undefined
  };
  range.guess = undefined;
  range.end = key;
  range.folders = range.folders.filter(folder => compareKeys(folder, key) < 0);
  // A token belongs to the end it was asked with.
  range.token = null;
  return right;
}
