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
  /** What it was split off from, until its first page is there. */
  left: IRange | null;
  /** What was split off brought little: the folders should be looked at. */
  wantsFolders: boolean;
  /** The folders ahead hold less than a page together: worth no request of their own. */
  hasSmallFolders: boolean;
  /** Whether `folders` are those directly below the folder that is measured. */
  hasTopFolders: boolean;
  /** Below this, the folders were looked at. */
  seenSubtree: string;
  /** Where `page` and `end` say to split; undefined: not thought about yet. */
  guess: ISplit | null | undefined;
}

/** Less than this is listed sooner than it is split. */
const LEAST_PAGES = 3;

/**
 * What splitting has cost and brought.
 */
export interface ISplitAccount {
  readonly splits: number;
  /** Splits whose right side brought a full page. */
  readonly worthwhile: number;
  /** Requests for folders alone. */
  readonly looks: number;
  readonly calls: number;
}

/** So much is free, or a small folder would be slow. */
const FREE_COST = 14;
const COST_A_CALL = 0.08;

/** A worthwhile split leaves a page at its left side that is half full on average. */
const WORTHWHILE_COST = 0.6;

/**
 * Whether one more split fits the budget of some 15 percent more calls than there are pages.
 */
export function maySplit(account: ISplitAccount): boolean {
  const { splits, worthwhile, looks, calls } = account;
  const inVain = splits - worthwhile;
  return (
    inVain + looks + WORTHWHILE_COST * worthwhile <
    FREE_COST + COST_A_CALL * calls
  );
}

/**
 * Split off the larger half of the range that seems to have most to come; null when none is worth it.
 *
 * @param pagesAFolder - What a folder directly below has held on average.
 */
export function splitLargest(
  ranges: Iterable<IRange>,
  pagesAFolder: number
): IRange | null {
  let best: (ISplit & { range: IRange }) | null = null;
  for (const range of ranges) {
    const split = splitOf(range, pagesAFolder);
    if (split !== null && (best === null || split.pages > best.pages)) {
      best = { range, ...split };
    }
  }
  return best === null ? null : cut(best.range, best.key);
}

/** A folder that is known to be there goes before any guess, unless those that are left are small. */
function splitOf(range: IRange, pagesAFolder: number): ISplit | null {
  const { folders, end, hasSmallFolders } = range;
  // Of folders further down, the average says nothing: a page each is a fair guess.
  const pages = folders.length * (range.hasTopFolders ? pagesAFolder : 1);
  const middle = folders[Math.floor(folders.length / 2)];
  if (middle !== undefined && !hasSmallFolders && pages >= LEAST_PAGES) {
    return { key: middle, pages };
  }
  if (range.guess === undefined) {
    range.guess = chooseSplit(range.page, folders[0] ?? end, LEAST_PAGES);
  }
  return range.guess;
}

/**
 * The largest folder that the last page was in and that ends within the range; null: none, or looked at already.
 */
export function subtreeOf(range: IRange): string | null {
  const last = range.page.at(-1);
  const end = range.folders[0] ?? range.end;
  if (last === undefined) {
    return null;
  }
  let common = 0;
  while (end !== null && common < last.length && last[common] === end[common]) {
    common += 1;
  }
  const slash = last.indexOf('/', common);
  const subtree = last.slice(0, slash + 1);
  return slash === -1 || subtree === range.seenSubtree ? null : subtree;
}

function cut(range: IRange, key: string): IRange {
  const right: IRange = {
    start: key,
    isListed: false,
    end: range.end,
    page: [],
    folders: range.folders.filter(folder => compareKeys(folder, key) > 0),
    token: null,
    left: range,
    wantsFolders: false,
    hasSmallFolders: false,
    hasTopFolders: range.hasTopFolders,
    seenSubtree: range.seenSubtree,
    guess: undefined
  };
  range.guess = undefined;
  range.end = key;
  range.folders = range.folders.filter(folder => compareKeys(folder, key) < 0);
  // A token belongs to the end it was asked with.
  range.token = null;
  return right;
}
