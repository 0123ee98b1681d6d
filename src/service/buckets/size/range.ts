import type { IPlan } from './move';
import type { IPageSpan } from './page-span';

/**
 * A folder that a range stands in, and how long it has been there.
 */
export interface ILevel {
  readonly folder: string;
  /** Pages that it has brought since it came to the folder. */
  readonly pages: number;
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
  /** The folders that the whole last page lies in, the deepest first. */
  levels: readonly ILevel[];
  /** The first key that it brought of the deepest of `levels`. */
  began: string | null;
  /** The last page came to many folders directly in the deepest of `levels`, each with little in it. */
  hasManyFolders: boolean;
  /** Continues a page that brought nothing. */
  token: string | null;
  /** What it was split off from by a guess, until its first page is there. */
  left: IRange | null;
  /** So many times in a row, what was split off brought nothing. */
  inVain: number;
  /** Pages that are known or thought to lie in the folder before the place where it began. */
  reach: number;
  /** What was split off by a guess has not answered yet. */
  isJudged: boolean;
  /** A look at folders where it stands is under way. */
  isLookedAt: boolean;
  /** Its last page was taken in by the alphabets. */
  isLearned: boolean;
  /** Pages that are probably left, as thought when it was split off. */
  expected: number;
  /** What `page` and `end` say to do; undefined: not thought about yet. */
  plan: IPlan | undefined;
}

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
    levels: [],
    began: null,
    hasManyFolders: false,
    token: null,
    left: null,
    inVain: 0,
    reach: 0,
    isJudged: true,
    isLookedAt: false,
    isLearned: false,
    expected: 0,
    plan: undefined
  };
}
