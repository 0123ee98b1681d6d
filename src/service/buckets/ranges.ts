import type { Alphabets } from './alphabets';
import { compareKeys, endOfPrefix } from './key-order';
import type { ILook } from './looks';
import { PAGE_ENTRIES } from './page-query';
import { wholeRange, type IGuess, type IRange } from './range';
import { folderOf, stretchOf } from './range-folders';
import { chooseSplit, type ISplit } from './split';

/** What is only thought to be there counts up to so many times what was found. */
const TRUST = 2;
const SURE_TRUST = 6;

/** Less than this is listed sooner than it is split. */
const LEAST_PAGES = 3;

/** Before a folder was listed whole, it is thought to hold so many pages. */
const PAGES_A_FOLDER = 1;

/**
 * Split the range that seems to have most to come; null when none is worth it.
 */
export function splitLargest(
  ranges: Iterable<IRange>,
  known: Alphabets
): IRange | null {
  let best: (ISplit & { range: IRange }) | null = null;
  for (const range of ranges) {
    const split = splitOf(range, known);
    if (split !== null && (best === null || split.pages > best.pages)) {
      best = { range, ...split };
    }
  }
  return best === null ? null : cut(best.range, best);
}

/**
 * How many pages are probably left in a range.
 */
export function pagesLeft(range: IRange, known: Alphabets): number {
  if (range.page === null) {
    return Math.min(range.expected, 1);
  }
  const split = splitOf(range, known);
  const trust = split?.isSure === true ? SURE_TRUST : TRUST;
  return Math.min(split?.pages ?? 1, trust * range.pages);
}

/**
 * Whether only a look at folders can say where to cut a range next.
 */
export function isAtLoss(range: IRange, known: Alphabets): boolean {
  return !range.isLookedAt && guessOf(range, known).isAtLoss;
}

function splitOf(range: IRange, known: Alphabets): ISplit | null {
  return guessOf(range, known).split;
}

function guessOf(range: IRange, known: Alphabets): IGuess {
  range.guess ??= think(range, known);
  return range.guess;
}

/**
 * Numbers go on, and names in one folder are alike; what other folders are called and hold is a guess only where
 * such guesses were right.
 */
function think(range: IRange, known: Alphabets): IGuess {
  const guess = chooseSplit(stretchOf(range), known, LEAST_PAGES);
  if (guess === null) {
    return { split: foldersOr(null, range), isAtLoss: range.inVain > 0 };
  }
  const isInside = guess.key.startsWith(folderOf(range));
  const isTrusted = range.inVain === 0 && guess.isKnown;
  if (isTrusted || (isInside && !guess.isFolderWord)) {
    const isAtOnce = guess.isSure && isInside;
    // Of two guesses about the same, the second should know how the first one went.
    const kept = isAtOnce || range.isJudged ? guess : null;
    return { split: foldersOr(kept, range), isAtLoss: range.inVain > 0 };
  }
  const nearby = withinFolder(range, known);
  const kept = nearby?.isFolderWord === true ? null : nearby;
  const isNow = kept?.isSure === true || range.isJudged;
  return {
    split: foldersOr(isNow ? kept : null, range),
    isAtLoss: kept === null
  };
}

/** The larger of what lies in folders that are known to be there and of what lies before them. */
function foldersOr(within: ISplit | null, range: IRange): ISplit | null {
  const { folders, looks } = range;
  const inFolders = folders.length * pagesAFolder(looks.at(-1));
  const middle = folders[folders.length >> 1];
  if (
    middle !== undefined &&
    inFolders >= LEAST_PAGES &&
    inFolders >= (within?.pages ?? 0) / 2
  ) {
    const pages = inFolders + (within?.pages ?? 1);
    return {
      key: middle,
      pages,
      before: pages / 2,
      isSure: true,
      isKnown: true,
      isFolderWord: false
    };
  }
  return within;
}

/** Where to cut the folder that the last page lies in: its names are alike. */
function withinFolder(range: IRange, known: Alphabets): ISplit | null {
  const folder = folderOf(range);
  if (folder === '') {
    return null;
  }
  const stretch = stretchOf(range);
  const folderEnd = endOfPrefix(folder);
  const isWithin =
    folderEnd !== null &&
    (stretch.end === null || compareKeys(folderEnd, stretch.end) < 0);
  return chooseSplit(
    isWithin ? { ...stretch, end: folderEnd, isEndReal: false } : stretch,
    known,
    LEAST_PAGES
  );
}

function pagesAFolder(look: ILook | undefined): number {
  return look === undefined || look.passed < 2
    ? PAGES_A_FOLDER
    : look.objects / PAGE_ENTRIES / look.passed;
}

function cut(range: IRange, { key, pages, before }: ISplit): IRange {
  const isFolder = range.folders.includes(key);
  const right: IRange = {
    ...wholeRange(range.end),
    start: key,
    isEndReal: range.isEndReal,
    folders: range.folders.filter(folder => compareKeys(folder, key) > 0),
    looks: range.looks,
    left: range,
    reach: isFolder ? 0 : range.reach + before,
    expected: pages - before
  };
  range.guess = undefined;
  range.isJudged = false;
  range.end = key;
  range.isEndReal = isFolder;
  range.folders = range.folders.filter(folder => compareKeys(folder, key) < 0);
  // A token belongs to the end it was asked with.
  range.token = null;
  return right;
}
