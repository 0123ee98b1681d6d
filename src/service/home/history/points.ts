import * as z from 'zod/mini';
import { HomePoint, type HomeUsage } from '../../../contract';

/** Three months: what a project's growth shows in. */
const DAYS_KEPT = 90;

/** More than anybody's home has that matter, few enough for three months in 256 KiB. */
const MOST_ENTRIES = 30;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * One count, small enough to keep many: the total and what stands directly in the home, largest first.
 */
export type HistoryPoint = z.infer<typeof HistoryPoint>;
export const HistoryPoint = z.extend(HomePoint, {
  /** Only counts that miss as many parts can be compared. */
  unreadableCount: z.int(),
  entries: z.array(z.tuple([z.string(), z.int()]))
});

/** What is kept of a count. */
export function pointOf(
  usage: Pick<
    HomeUsage,
    'scannedAt' | 'usedBytes' | 'unreadableCount' | 'children'
  >
): HistoryPoint {
  const { scannedAt, usedBytes, unreadableCount, children } = usage;
  return {
    at: scannedAt,
    usedBytes,
    unreadableCount,
    entries: children
      .slice(0, MOST_ENTRIES)
      .map(child => [child.name, child.usedBytes])
  };
}

/** Whether a point names all that stood in the home. */
export function isWhole(point: HistoryPoint): boolean {
  return point.entries.length < MOST_ENTRIES;
}

/**
 * A history with one more point: the first of each hour for a day, the first of each day for three months, and the new one.
 *
 * Points from after the new one are from before the clock was set back: nobody knows when they were.
 */
export function recorded(
  history: readonly HistoryPoint[],
  point: HistoryPoint
): HistoryPoint[] {
  const nowMs = Date.parse(point.at);
  const slots = new Map<string, HistoryPoint>();
  for (const kept of history) {
    const ageMs = nowMs - Date.parse(kept.at);
    const slot = slotOf(kept, ageMs);
    if (ageMs > 0 && ageMs < DAYS_KEPT * DAY_MS && !slots.has(slot)) {
      slots.set(slot, kept);
    }
  }
  return [...slots.values(), point];
}

function slotOf({ at }: HistoryPoint, ageMs: number): string {
  const isRecent = ageMs < DAY_MS;
  return at.slice(0, isRecent ? 'YYYY-MM-DDTHH'.length : 'YYYY-MM-DD'.length);
}
