import type { IArray } from '../array';
import { textAttribute } from '../attributes';

const UNIT_MS: Readonly<Record<string, number>> = {
  nanosecond: 1e-6,
  microsecond: 1e-3,
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000
};

const SHORT: Readonly<Record<string, string>> = {
  ns: 'nanosecond',
  us: 'microsecond',
  ms: 'millisecond',
  msec: 'millisecond',
  s: 'second',
  sec: 'second',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  D: 'day',
  d: 'day',
  W: 'week'
};

/** Days before each month in a year without a 29 February. */
const MONTHS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

const DAY_MS = 86_400_000;

/**
 * Turns the numbers of a time coordinate into words, `2024-03-01` or `2024-03-01 12:00`; null: it is no time.
 *
 * Calendars as in the CF conventions: standard, noleap, all_leap and 360_day.
 */
export function timeWords(array: IArray): ((value: number) => string) | null {
  const typed = /^datetime64\[(?:1)?([a-zA-Z]+)\]$/.exec(array.dtype);
  if (typed) {
    const unit = unitMs(typed[1] ?? '');
    return unit === null ? null : value => gregorian(value * unit);
  }
  const units = textAttribute(array.attributes, 'units') ?? '';
  const found =
    /^(\w+)\s+since\s+([+-]?\d{1,6})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d*)?)?)?/i.exec(
      units
    );
  const unit = unitMs(found?.[1] ?? '');
  if (!found || unit === null) {
    return null;
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(2)
    .map(part => Number(part || 0));
  const clockMs = ((hour * 60 + minute) * 60 + second) * 1000;
  const calendar = textAttribute(array.attributes, 'calendar') ?? 'standard';
  const yearDays = YEAR_DAYS[calendar.toLowerCase()];
  if (yearDays === undefined) {
    if (!/^(standard|gregorian|proleptic_gregorian)$/i.test(calendar)) {
      return null;
    }
    const isMixed = !/^proleptic/i.test(calendar);
    const start = startMs(year, month, day, isMixed) + clockMs;
    return value => gregorian(start + value * unit);
  }
  const start = (year * yearDays + dayOfYear(month, day, yearDays)) * DAY_MS;
  return value => regular(start + clockMs + value * unit, yearDays);
}

/**
 * Until 4 October 1582 the standard calendar is the Julian one, so `days since 0001-01-01` begins two days earlier.
 */
function startMs(
  year: number,
  month: number,
  day: number,
  isMixed: boolean
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isJulian = isMixed && date.getTime() < REFORM_MS;
  if (!isJulian) {
    return date.getTime();
  }
  const late = month > 2 ? year : year - 1;
  const days = Math.floor(late / 100) - Math.floor(late / 400) - 2;
  return date.getTime() + days * DAY_MS;
}

/** 15 October 1582, the first day of the Gregorian calendar. */
const REFORM_MS = Date.UTC(1582, 9, 15);

/** Calendars whose years are all equally long. */
const YEAR_DAYS: Readonly<Record<string, number | undefined>> = Object.assign(
  Object.create(null) as Record<string, number>,
  {
    noleap: 365,
    '365_day': 365,
    all_leap: 366,
    '366_day': 366,
    '360_day': 360
  }
);

function unitMs(name: string): number | null {
  const long = Object.hasOwn(SHORT, name)
    ? SHORT[name]
    : name.toLowerCase().replace(/s$/, '');
  return long !== undefined && Object.hasOwn(UNIT_MS, long)
    ? (UNIT_MS[long] ?? null)
    : null;
}

function gregorian(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) {
    return '–';
  }
  const year = date.getUTCFullYear();
  return words(
    year,
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    (date.getUTCHours() * 60 + date.getUTCMinutes()) * 60_000
  );
}

function regular(ms: number, yearDays: number): string {
  const days = Math.floor(ms / DAY_MS);
  if (!Number.isFinite(days)) {
    return '–';
  }
  const year = Math.floor(days / yearDays);
  const inYear = days - year * yearDays;
  if (yearDays === 360) {
    return words(
      year,
      Math.floor(inYear / 30) + 1,
      (inYear % 30) + 1,
      ms - days * DAY_MS
    );
  }
  const starts = monthStarts(yearDays);
  const month = starts.findLastIndex(start => start <= inYear);
  return words(
    year,
    month + 1,
    inYear - (starts[month] ?? 0) + 1,
    ms - days * DAY_MS
  );
}

function dayOfYear(month: number, day: number, yearDays: number): number {
  return yearDays === 360
    ? (month - 1) * 30 + day - 1
    : (monthStarts(yearDays)[month - 1] ?? 0) + day - 1;
}

function monthStarts(yearDays: number): readonly number[] {
  return MONTHS.slice(0, 12).map(start =>
    yearDays === 366 && start > 31 ? start + 1 : start
  );
}

function words(
  year: number,
  month: number,
  day: number,
  clockMs: number
): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = Math.floor(clockMs / 60_000);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return minutes === 0
    ? date
    : `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
