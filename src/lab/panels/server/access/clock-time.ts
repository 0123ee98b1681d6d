/** The time of day to the minute, in the reader's own time zone. */
export function formatTime(ms: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(
    new Date(ms)
  );
}
