import type { ILook } from './looks';
import type { IPageSpan, ISplit } from './split';

/** What is thought about a range until it brings its next page. */
export interface IGuess {
  /** Null: it is not worth it. */
  readonly split: ISplit | null;
  /** Something may lie behind the folder that it stands in, but only a look at folders can say where. */
  readonly isAtLoss: boolean;
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
  /** A look at folders where it stands is under way. */
  isLookedAt: boolean;
  /** Its last page was taken in by the alphabets. */
  isLearned: boolean;
  /** Pages that are probably left, as thought when it was split off; Infinity: nobody knows. */
  expected: number;
  /** Where `page` and `end` say to split; undefined: not thought about yet. */
  guess: IGuess | undefined;
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
    folders: [],
    looks: [],
    token: null,
    left: null,
    inVain: 0,
    pages: 0,
    reach: 0,
    isJudged: true,
    isLookedAt: false,
    isLearned: false,
    expected: 0,
    guess: undefined
  };
}
