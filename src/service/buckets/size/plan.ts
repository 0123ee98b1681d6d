import type { Alphabets } from './alphabets';
import { amongWords, behindWord } from './behind-word';
import type { IAhead, Looks } from './looks';
import type { ICutMove, IPlan } from './move';
import { wholeRange, type ILevel, type IRange } from './range';
import { childOf, endWithin, levelsOf } from './range-folders';
import { chooseSplit, type ISplit } from './split';

/** Less than this is listed sooner than it is split, and no part is worth a request of its own. */
const LEAST_PAGES = 3;
const LEAST_PART = 1;

/** Behind so many pages, there may be so many times as many more. */
const REACH = 4;

/** Nobody believes in more pages in one folder than that, and so many times as many as were counted. */
const CREDIBLE_PAGES = 1000;
const CREDIBLE_TIMES = 8;

/** A look is worth it where it may show so many pages; the first ones always are. */
const LEAST_LOOK = 1.5;

/**
 * What pages and looks have shown so far.
 */
export interface IKnowledge {
  readonly names: Alphabets;
  readonly looks: Looks;
  /** Pages of objects that were counted. */
  readonly seen: () => number;
  /** Of the folder that is measured. */
  readonly prefix: string;
}

/** What is left in one of the folders that a range stands in. */
interface IRest {
  readonly level: ILevel;
  readonly pages: number;
  /** Folders that are known to come, each of the same size as far as anybody knows. */
  readonly ahead: readonly string[];
  readonly guesses: readonly ISplit[];
  /** What a look is worth here; 0: nothing. */
  readonly look: number;
}

/**
 * What is probably left of a range, and what can be done about it.
 *
 * Folders that are not known are looked for from above, since what is above decides more. Known ones are where to cut,
 * so that both halves hold the same: there is something behind such a cut. Only within the folder of the last page is
 * it guessed from the names how far they go on.
 */
export function planOf(range: IRange, known: IKnowledge): IPlan {
  range.plan ??= think(range, known);
  return range.plan;
}

/**
 * Cut a range in two.
 *
 * @returns What lies behind the cut; the range itself ends there from now on.
 */
export function cut(range: IRange, move: ICutMove): IRange {
  const { key, before, behind, isGuess } = move;
  const right: IRange = {
    ...wholeRange(range.end),
    start: key,
    isEndReal: range.isEndReal,
    left: isGuess ? range : null,
    reach: isGuess ? range.reach + before : 0,
    expected: behind
  };
  range.plan = undefined;
  range.isJudged = !isGuess;
  range.end = key;
  range.isEndReal = !isGuess;
  // A token belongs to the end it was asked with.
  range.token = null;
  return right;
}

function think(range: IRange, known: IKnowledge): IPlan {
  const rests = restsOf(range, known);
  const all = rests.reduce((sum, rest) => sum + rest.pages, 0);
  const pages = range.page === null ? Math.max(all, range.expected) : all;
  const least = known.looks.isBlind ? 0 : LEAST_LOOK;
  const top = rests.findLast(({ look }) => look > least);
  if (top !== undefined) {
    const { level, look } = top;
    return {
      pages,
      move: { kind: 'look', folder: level.folder, value: look }
    };
  }
  const cuts: ICutMove[] = [];
  let before = 0;
  for (const rest of rests) {
    cuts.push(...cutsIn(rest, before, all));
    before += rest.pages;
  }
  cuts.sort((a, b) => b.value - a.value);
  return { pages, move: cuts[0] ?? null };
}

function cutsIn(
  { pages, ahead, guesses }: IRest,
  before: number,
  all: number
): readonly ICutMove[] {
  const cuts: ICutMove[] = [];
  const one = pages / Math.max(1, ahead.length);
  const middle = Math.round((all / 2 - before) / one);
  const index = Math.min(ahead.length - 1, Math.max(0, middle));
  const folder = ahead[index];
  if (folder !== undefined) {
    cuts.push(cutAt(folder, before + index * one, all, false));
  }
  for (const guess of guesses) {
    cuts.push(cutAt(guess.key, before + guess.before, all, true));
  }
  return cuts.filter(({ value }) => all >= LEAST_PAGES && value >= LEAST_PART);
}

function cutAt(
  key: string,
  before: number,
  all: number,
  isGuess: boolean
): ICutMove {
  const behind = all - before;
  const value = Math.min(before, behind);
  return { kind: 'cut', key, before, behind, value, isGuess };
}

/** What is left in each folder that a range stands in, the deepest first, as far as the range goes. */
function restsOf(range: IRange, known: IKnowledge): readonly IRest[] {
  const at = range.page?.last ?? range.start ?? '';
  const rests: IRest[] = [];
  let inner = 0;
  for (const level of levelsOf(range, known.prefix)) {
    const child = childOf(at, level.folder);
    if (child !== null && range.end?.startsWith(child) === true) {
      break;
    }
    const end = endWithin(level.folder, range.end);
    const ahead = known.looks.between(level.folder, child, at, end);
    const isInner = rests.length === 0;
    rests.push(
      ahead === undefined
        ? unknownRest(range, level, isInner ? null : inner, end, known)
        : knownRest(range, level, isInner, end, ahead, known)
    );
    inner = level.pages;
  }
  return rests;
}

function knownRest(
  range: IRange,
  level: ILevel,
  isInner: boolean,
  end: string | null,
  { folders: ahead, until }: IAhead,
  known: IKnowledge
): IRest {
  const one = known.looks.pagesOfOneIn(level.folder) ?? 1;
  const isAtBeginning = isInner && range.page === null;
  const folders = ahead.length + (isAtBeginning ? 1 : 0);
  const pages = folders * one;
  const rest = { level, pages, ahead, guesses: [], look: 0 };
  if (until === null || !isInner || range.page === null) {
    return rest;
  }
  const guesses = guessesIn(range, level.folder, end, known);
  const guessed = mostOf(guesses);
  return guessed > pages
    ? { ...rest, pages: guessed, ahead: [], guesses }
    : rest;
}

/**
 * @param inner - Pages that were brought since it came to the folder within this one; null: this is the deepest.
 */
function unknownRest(
  range: IRange,
  level: ILevel,
  inner: number | null,
  end: string | null,
  known: IKnowledge
): IRest {
  const { folder, pages } = level;
  const nothing = { level, pages: 0, ahead: [], guesses: [], look: 0 };
  if (range.page === null) {
    return nothing;
  }
  const hasFolders = childOf(range.page.last, folder) !== null;
  const mayLook =
    hasFolders &&
    !range.isLookedAt &&
    (inner !== null || !range.hasManyFolders);
  const look = mayLook
    ? known.looks.worth(folder) *
      restOf(known.looks.pagesOfKin(folder), pages, 1)
    : 0;
  if (inner !== null) {
    return { ...nothing, pages: pages - inner, look };
  }
  if (look > 0 || (range.isLookedAt && hasFolders)) {
    return { ...nothing, pages, look };
  }
  const guesses = guessesIn(range, folder, end, known);
  return { ...nothing, pages: mostOf(guesses), guesses };
}

function mostOf(guesses: readonly ISplit[]): number {
  return Math.max(0, ...guesses.map(({ pages }) => pages));
}

/** Pages that a folder probably still holds behind so many: what its kin hold, else as many again. */
function restOf(typical: number | null, passed: number, times: number): number {
  if (typical === null) {
    return passed * times;
  }
  return passed < typical ? typical - passed : (passed - typical) * times;
}

/** Where names that are alike go on in the folder of the last page. */
function guessesIn(
  range: IRange,
  folder: string,
  end: string | null,
  { names, looks, seen }: IKnowledge
): readonly ISplit[] {
  const { page, inVain, isJudged } = range;
  const isEndReal = range.isEndReal && end === range.end;
  const passed = Math.max(1, range.reach, looks.pagesIn(folder));
  const reach = restOf(
    looks.pagesOfEndedKin(folder),
    passed,
    REACH / 2 ** inVain
  );
  if (reach < LEAST_PAGES && !isEndReal) {
    return [];
  }
  const most = inVain < 1 ? CREDIBLE_PAGES + CREDIBLE_TIMES * seen() : reach;
  const stretch = {
    page,
    end,
    isEndReal,
    reach: Math.ceil(reach),
    most: Math.ceil(most)
  };
  const guess = chooseSplit(stretch, names, LEAST_PAGES);
  // Of two guesses about the same, the second should know how the first one went.
  const isNow = isJudged || (isEndReal && guess?.isSure === true);
  return [
    guess,
    behindWord(stretch, names),
    amongWords(stretch, range.began)
  ].flatMap(one => (isNow && one?.isFolderWord === false ? [one] : []));
}
