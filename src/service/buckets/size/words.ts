import { isMark } from './slots';

/** Letters of any script, and what stands among them such as `🌊`. */
const LETTER = /^[\p{L}\p{M}\p{So}]$/u;

/** Six and more of these, some of them digits, or so many changes between digits and others are no word. */
const HEXADECIMAL = /^[0-9a-f]{6,}\W?$/u;
const CHANGE = /\d\D|\D(?=\d)/gu;
const MANY_CHANGES = 4;

/**
 * Where the word around a place begins, behind a mark such as `-` or `/`.
 */
export function wordStart(points: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && !isMark(points[start - 1] ?? '')) {
    start -= 1;
  }
  return start;
}

/**
 * Behind the word and the mark that ends it.
 */
export function wordStop(points: readonly string[], at: number): number {
  const end = points.findIndex((point, index) => index >= at && isMark(point));
  return end === -1 ? points.length : end + 1;
}

/**
 * Where the letters around a place begin and end, as `model` does in `tas-model12`; both are the place where none stands.
 */
export function lettersAround(
  points: readonly string[],
  at: number
): readonly [start: number, stop: number] {
  const isLetter = (place: number): boolean => LETTER.test(points[place] ?? '');
  let start = at;
  let stop = at;
  while (isLetter(stop)) {
    stop += 1;
  }
  while (stop > at && isLetter(start - 1)) {
    start -= 1;
  }
  return [start, stop];
}

/**
 * Whether a word mixes letters and digits too much to be anything else.
 */
export function isHash(word: readonly string[]): boolean {
  const text = word.join('');
  const changes = text.match(CHANGE)?.length ?? 0;
  return (HEXADECIMAL.test(text) && changes > 0) || changes >= MANY_CHANGES;
}
