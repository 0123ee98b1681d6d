/**
 * Years that data shall cover; an end that is null is open.
 */
export interface ICoveredYears {
  readonly first: number | null;
  readonly last: number | null;
}

/** An end that is open, as in the intervals of STAC and OGC. */
const OPEN = '..';

/**
 * These years as a value of the facet `period`: `1993/2019`, `1993/..`, `../2019`.
 */
export function coveredValue({ first, last }: ICoveredYears): string {
  return `${String(first ?? OPEN)}/${String(last ?? OPEN)}`;
}

/**
 * The years of such a value; null for anything else, also for years of which the first is after the last.
 */
export function readCovered(value: string): ICoveredYears | null {
  const [, first = OPEN, last = OPEN] =
    /^(\d{1,4}|\.\.)\/(\d{1,4}|\.\.)$/.exec(value) ?? [];
  const years = {
    first: first === OPEN ? null : Number(first),
    last: last === OPEN ? null : Number(last)
  };
  if (years.first === null && years.last === null) {
    return null;
  }
  return years.first !== null && years.last !== null && years.first > years.last
    ? null
    : years;
}
