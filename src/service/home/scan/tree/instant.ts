/** What ISO 8601 writes with four digits of a year. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A file's time as text. File systems hold years that ISO 8601 cannot write: those become the nearest one that it can.
 */
export function instantOf(timeMs: number): string {
  const within = Math.min(LATEST_MS, Math.max(EARLIEST_MS, timeMs));
  return new Date(Number.isNaN(within) ? 0 : within).toISOString();
}
