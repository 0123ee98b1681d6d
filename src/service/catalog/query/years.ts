import { meetsYears } from '../index/covered-years';
import type { ITraits } from '../record/traits';

/** Years that a query asks for; an end that is null is open. */
export interface IAskedYears {
  readonly first: number | null;
  readonly last: number | null;
}

const YEAR = '(\\d{3,4})(?:-\\d\\d(?:-\\d\\d)?)?';

/** "1990-2020", "from 1990 to 2020". */
const BETWEEN = new RegExp(
  `\\b(?:from |between )?${YEAR}\\s*(?:-|–|—|to|until|till|through|and)\\s*${YEAR}\\b`,
  'i'
);

/** "since 1979", "1979 onwards", "1979-present". */
const SINCE = new RegExp(
  `\\b(?:since|starting(?: in| from)?|from|beginning(?: in)?) ${YEAR}\\b|\\b${YEAR}\\s*(?:onwards?|-\\s*present|to present|-\\s*now|to now|to date|\\+)`,
  'i'
);
const AFTER = new RegExp(`\\b(?:after|later than) ${YEAR}\\b`, 'i');
const BEFORE = new RegExp(
  `\\b(?:before|until|up to|till|prior to|pre-?) ?${YEAR}\\b`,
  'i'
);
const DURING = new RegExp(`\\b(?:in|during|for|of) ${YEAR}\\b`, 'i');

/** Numbers outside are no years that anybody has data of. */
const FIRST_YEAR = 500;
const LAST_YEAR = 2500;

/**
 * The years that a text asks for in words; null when it asks for none.
 */
export function askedYears(text: string): IAskedYears | null {
  const number = (pattern: RegExp, group = 1): number | null => {
    const found = pattern.exec(text);
    const year = Number(found?.[group] ?? found?.[group + 1]);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
  };
  const first = number(BETWEEN);
  const last = number(BETWEEN, 2);
  if (first !== null && last !== null && first <= last) {
    return { first, last };
  }
  const since = number(SINCE);
  if (since !== null) {
    return { first: since, last: null };
  }
  const after = number(AFTER);
  if (after !== null) {
    return { first: after + 1, last: null };
  }
  const before = number(BEFORE);
  if (before !== null) {
    return { first: null, last: before - 1 };
  }
  const during = number(DURING);
  return during === null ? null : { first: during, last: during };
}

/** By how much what is asked of time changes a score: what is not known changes nothing. */
const COVERS = 1.3;
const MEETS = 1.1;
const MISSES = 0.5;

/**
 * How well a data set's years fit those asked for.
 */
export function yearsFactor(
  asked: IAskedYears,
  years: ITraits['years']
): number {
  if (years === null) {
    return 1;
  }
  if (!meetsYears(asked, years)) {
    return MISSES;
  }
  // "Since 1979" wants what begins by then; who asks for "before 2000" wants anything of it.
  const begins = asked.first === null || years.first <= asked.first;
  const ends = asked.last === null || years.last >= asked.last;
  return begins && ends ? COVERS : MEETS;
}
