import type { Alphabets } from './alphabets';
import { compareKeys, endOfPrefix } from './key-order';
import { PAGE_ENTRIES } from './page-query';
import {
  chooseSplit,
  type IPageSpan,
  type ISplit,
  type IStretch
} from './split';

/**
 * A look at the folders directly in one, and what those have held that were listed since.
 */
export interface ILook {
  readonly prefix: string;
  /** From this key on; null: from the first. */
  readonly from: string | null;
  /** The folders behind this one are not known; null: all are. */
  readonly until: string | null;
  passed: number;
  objects: number;
}

/** What is thought about a range until it brings its next page. */
interface IGuess {
  /** Null: it is not worth it. */
  readonly split: ISplit | null;
  /** In the folder that the last page lies in; null: not there, or nothing was looked for in vain. */
  readonly within: ISplit | null;
}

/**
 * A stretch of keys that is listed page by page.
 */
export interface IRange {
  /** First key to ask for; `isListed` when it was counted already. */
  start: string | null;
  isListed: boolean;
  /** First key that belongs to somebody else; null: none. Moves down when the range is split. */
  end: string | null;
  /** There are objects at the end or soon behind it. */
  isEndReal: boolean;
  /** The last page: what is known about the keys to come. */
  page: IPageSpan | null;
  /** Folders known to begin behind `start`, in order. */
  folders: readonly string[];
  /** The looks that count here, the deepest last. */
  looks: readonly ILook[];
  /** Continues a page that brought nothing. */
  token: string | null;
  /** What it was split off from, until its first page is there. */
  left: IRange | null;
  /** So many times in a row, what was split off brought nothing. */
  inVain: number;
  /** Pages it has brought. */
  pages: number;
  /** Pages that are known or thought to lie in this folder before the place where it stands. */
  reach: number;
  /** What was split off has not answered yet. */
  isJudged: boolean;
  /** Its last page was taken in by the alphabets. */
  isLearned: boolean;
  /** Pages that are probably left, as thought when it was split off; Infinity: nobody knows. */
  expected: number;
  /** Where `page` and `end` say to split; undefined: not thought about yet. */
  guess: IGuess | undefined;
}

/** What is only thought to be there counts up to so many times what was found. */
const TRUST = 2;
const SURE_TRUST = 6;

/** Behind so many pages, there may be so many times as many more. */
const REACH = 8;

/** Less than this is listed sooner than it is split. */
const LEAST_PAGES = 3;

/** Before a folder was listed whole, it is thought to hold so many pages. */
const PAGES_A_FOLDER = 1;

/**
 * All keys before `end`; null: all there are.
 */
export function wholeRange(end: string | null): IRange {
  return {
    start: null,
    isListed: false,
    end,
    isEndReal: false,
    page: null,
    folders: [],
    looks: [],
    token: null,
    left: null,
    inVain: 0,
    pages: 0,
    reach: 0,
    isJudged: true,
    isLearned: false,
    expected: 0,
    guess: undefined
  };
}

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
 * Whether a range whose guesses went wrong can still be cut in the folder that it is in.
 */
export function hasCutWithin(range: IRange, known: Alphabets): boolean {
  return guessOf(range, known).within !== null;
}

function splitOf(range: IRange, known: Alphabets): ISplit | null {
  return guessOf(range, known).split;
}

function guessOf(range: IRange, known: Alphabets): IGuess {
  range.guess ??= think(range, known);
  return range.guess;
}

function think(range: IRange, known: Alphabets): IGuess {
  const within = range.inVain > 0 ? withinFolder(range, known) : null;
  const guess = within ?? chooseSplit(stretchOf(range), known, LEAST_PAGES);
  return { split: foldersOr(guess, range), within };
}

/** The larger of what lies in folders that are known to be there and of what lies before them. */
function foldersOr(guess: ISplit | null, range: IRange): ISplit | null {
  const { folders, looks } = range;
  // Of two guesses about the same, the second should know how the first one went.
  const within = guess?.isSure === true || range.isJudged ? guess : null;
  const inFolders = folders.length * pagesAFolder(looks.at(-1));
  const middle = folders[folders.length >> 1];
  if (
    middle !== undefined &&
    inFolders >= LEAST_PAGES &&
    inFolders >= (within?.pages ?? 0) / 2
  ) {
    const pages = inFolders + (within?.pages ?? 1);
    return { key: middle, pages, before: pages / 2, isSure: true };
  }
  return within;
}

/** Where to cut the folder that the last page lies in as a whole: its names are alike. */
function withinFolder(range: IRange, known: Alphabets): ISplit | null {
  const { page } = range;
  const slash = page?.last.lastIndexOf('/') ?? -1;
  const folder = page?.last.slice(0, slash + 1) ?? '';
  if (folder === '' || page?.first.startsWith(folder) !== true) {
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

/** What lies before the next folder that is known, and in the one that the range is in. */
function stretchOf(range: IRange): IStretch {
  const { folders, page, looks } = range;
  const last = page?.last ?? '';
  let end = folders[0] ?? range.end;
  let isEndReal = folders.length > 0 || range.isEndReal;
  for (const { prefix, until } of looks) {
    const slash = last.startsWith(prefix)
      ? last.indexOf('/', prefix.length)
      : -1;
    const folder = last.slice(0, slash + 1);
    const folderEnd = slash === -1 ? null : endOfPrefix(folder);
    const isKnown = until === null || compareKeys(folder, until) <= 0;
    if (
      folderEnd !== null &&
      isKnown &&
      (end === null || compareKeys(folderEnd, end) < 0)
    ) {
      end = folderEnd;
      isEndReal = false;
    }
  }
  const reach = Math.ceil(REACH * Math.max(1, range.reach));
  return { page, end, isEndReal, reach };
}

function pagesAFolder(look: ILook | undefined): number {
  return look === undefined || look.passed < 2
    ? PAGES_A_FOLDER
    : look.objects / PAGE_ENTRIES / look.passed;
}

/**
 * The folder whose folders lie between where the range stands and its end, or the next one below it when that was
 * looked at; null: there is none.
 */
export function subtreeOf(
  range: IRange,
  seen: ReadonlySet<string>
): string | null {
  const last = range.page?.last;
  const { end } = stretchOf(range);
  if (last === undefined) {
    return null;
  }
  let common = 0;
  while (end !== null && common < last.length && last[common] === end[common]) {
    common += 1;
  }
  for (
    let slash = last.lastIndexOf('/', common - 1);
    last.includes('/', slash + 1);
    slash = last.indexOf('/', slash + 1)
  ) {
    const folder = last.slice(0, slash + 1);
    if (!seen.has(folder)) {
      return folder;
    }
  }
  return null;
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
