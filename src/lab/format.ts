/** Making a format takes as long as a hundred uses of it, and rows are made while a list is scrolled. */
function kept<O extends object, F>(
  make: (locale: string | undefined, options: O) => F
): (locale: string | undefined, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = JSON.stringify([locale, options]);
    const format = made.get(key) ?? make(locale, options);
    made.set(key, format);
    return format;
  };
}

const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options)
);

const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options)
);

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/**
 * Bytes for people, in the decimal units that the hub's limits are given in: `31.4 GB`, `4 kB`.
 */
export function formatBytes(bytes: number, locale?: string): string {
  let value = bytes;
  let unit = 0;
  // 999.95 would be shown as "1000.0": the next unit reads better.
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit < 2 || value >= 100 ? 0 : 1;
  const number = numberFormat(locale, {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits
  }).format(value);
  return `${number}\u00a0${UNITS[unit] ?? 'B'}`;
}

/** A count with the locale's separators. */
export function formatCount(count: number, locale?: string): string {
  return numberFormat(locale, {}).format(count);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000]
];

/**
 * How long ago, in the coarsest unit that fits: `2 min. ago`; "now" below a minute.
 *
 * @param at - ISO 8601.
 */
export function formatAge(at: string, now: number, locale?: string): string {
  const ageMs = now - Date.parse(at);
  const format = new Intl.RelativeTimeFormat(locale, {
    style: 'short',
    numeric: 'auto'
  });
  for (const [unit, unitMs] of STEPS) {
    if (Math.abs(ageMs) >= unitMs) {
      return format.format(-Math.trunc(ageMs / unitMs), unit);
    }
  }
  return format.format(0, 'second');
}

/** A calendar day with its weekday, `Thu 26 Nov`; the year when it is another one. */
export function formatDay(day: string, now: number, locale?: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sameYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC'
  }).format(date);
}

/** A calendar day where room is short, `23 Nov`; month and year when it is another year. */
export function formatDate(day: string, now: number, locale?: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const sameYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return dateFormat(locale, {
    month: 'short',
    ...(sameYear ? { day: 'numeric' } : { year: 'numeric' }),
    timeZone: 'UTC'
  }).format(date);
}

/** Date and time to the minute, in the reader's own time zone. */
export function formatInstant(at: string, locale?: string): string {
  return dateFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short'
  }).format(new Date(at));
}

/**
 * A moment that is mostly today: the time of day alone, the day before it on any other.
 *
 * @param at - ISO 8601.
 */
export function formatMoment(at: string, now: number, locale?: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(now).toDateString();
  return dateFormat(locale, {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit'
  }).format(date);
}
