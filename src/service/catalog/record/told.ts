import type { Cadence } from '../../../contract';

/** Later than this nobody has data, also not from a model. */
const LAST_YEAR = 2500;

/** What a record says in words about when and how finely. */
export interface ITold {
  readonly years: { readonly first: number; readonly last: number } | null;
  readonly cadence: Cadence | null;
  readonly resolutionDegrees: number | null;
}

const CADENCES: readonly (readonly [RegExp, Cadence])[] = [
  [/\b(half[- ]hourly|30[- ]?min(utes?)?|sub-?hourly)\b/i, 'sub-hourly'],
  [/\b(3|6|8|12)[- ]?(hourly|h|hours?)\b/i, 'sub-daily'],
  [/\bhourly\b/i, 'hourly'],
  [/\bdaily\b/i, 'daily'],
  [/\b(weekly|bi-?weekly|\d+-day)\b/i, 'weekly'],
  [/\bmonthly\b/i, 'monthly'],
  [/\b(annual(ly)?|yearly)\b/i, 'yearly']
];

/** What is wider is the size of a region. */
const MAX_DEGREES = 5;

/** Kilometres of a degree of latitude. */
const KM_PER_DEGREE = 111;

/**
 * What a record's own words say about time and resolution; what they do not say is null.
 */
export function toldBy(text: string): ITold {
  return {
    years: years(text),
    cadence: CADENCES.find(([pattern]) => pattern.test(text))?.[1] ?? null,
    resolutionDegrees: resolution(text)
  };
}

function years(text: string): ITold['years'] {
  const spans = text.matchAll(
    /\b(\d{4})(?:-\d\d(?:-\d\d)?)?\s*(?:–|—|-|to|until|through)\s*(?:present|(\d{4})(?:-\d\d(?:-\d\d)?)?)\b/gi
  );
  for (const [, from, to] of spans) {
    const first = Number(from);
    const last = Number(to);
    // A range without an end, or of something else than years, says nothing that can be sorted by.
    if (first >= 1000 && last >= first && last <= LAST_YEAR) {
      return { first, last };
    }
  }
  return null;
}

function resolution(text: string): number | null {
  const [, below, above] = /\b(\d)\/(\d{1,3})\s*(?:°|deg)/i.exec(text) ?? [];
  if (below !== undefined && above !== undefined) {
    return inRange(Number(below) / Number(above));
  }
  const [, degrees] =
    /\b(\d+(?:\.\d+)?)\s*(?:°|-?\s?deg(?:rees?)?\b)/i.exec(text) ?? [];
  if (degrees !== undefined) {
    return inRange(Number(degrees));
  }
  const [, km] =
    /\b(\d+(?:\.\d+)?)\s?-?(?:km|kilomet(?:er|re)s?)\b/i.exec(text) ?? [];
  return km === undefined ? null : inRange(Number(km) / KM_PER_DEGREE);
}

function inRange(degrees: number): number | null {
  return degrees > 0 && degrees <= MAX_DEGREES ? degrees : null;
}
