import type { HomeChange, HomeHistory, HomePoint } from '../../../contract';
import { isWhole, type HistoryPoint } from './points';
import { daysUntilFull } from './rate';

/** How many are named. */
const MOST_GROWN = 5;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Counts this far from the wished time still stand for it: few people count at the same minute each day. */
const WINDOWS: Readonly<
  Record<'day' | 'week', { aimMs: number; fromMs: number; toMs: number }>
> = {
  day: { aimMs: DAY_MS, fromMs: 18 * HOUR_MS, toMs: 36 * HOUR_MS },
  week: { aimMs: 7 * DAY_MS, fromMs: 5 * DAY_MS, toMs: 10 * DAY_MS }
};

/**
 * What a history says at its last point.
 *
 * @param points - Oldest first.
 * @param startedAt - When this server started; null: not known.
 */
export function describeGrowth(
  points: readonly HistoryPoint[],
  limitBytes: number | null,
  startedAt: Date | null
): HomeHistory {
  const last = points.at(-1);
  const comparable = points.filter(
    ({ unreadableCount }) => unreadableCount === last?.unreadableCount
  );
  const shown = comparable.map(({ at, usedBytes }): HomePoint => ({
    at,
    usedBytes
  }));
  if (!last) {
    return { points: [], changes: [], grown: null, fullInDays: null };
  }
  const bases = basesOf(comparable, last, startedAt);
  const longest = bases.reduce<HistoryPoint | null>(
    (oldest, [, base]) => (oldest && oldest.at < base.at ? oldest : base),
    null
  );
  return {
    points: shown,
    changes: bases.map(([period, base]) => ({
      period,
      since: base.at,
      changedBytes: last.usedBytes - base.usedBytes
    })),
    grown: longest && {
      since: longest.at,
      entries: grownMost(longest, last)
    },
    fullInDays: daysUntilFull(shown, limitBytes)
  };
}

/** The earlier counts that the last one is compared with, each for another period. */
function basesOf(
  points: readonly HistoryPoint[],
  last: HistoryPoint,
  startedAt: Date | null
): [HomeChange['period'], HistoryPoint][] {
  const day = nearest(points, last, WINDOWS.day);
  const week = nearest(points, last, WINDOWS.week);
  const start = points.find(
    ({ at }) => startedAt !== null && Date.parse(at) >= startedAt.getTime()
  );
  const bases: [HomeChange['period'], HistoryPoint][] = [];
  if (day) {
    bases.push(['day', day]);
  }
  if (week) {
    bases.push(['week', week]);
  }
  if (start && start !== last) {
    bases.push(['start', start]);
  }
  return bases;
}

function nearest(
  points: readonly HistoryPoint[],
  last: HistoryPoint,
  { aimMs, fromMs, toMs }: (typeof WINDOWS)['day']
): HistoryPoint | undefined {
  const age = ({ at }: HistoryPoint): number =>
    Date.parse(last.at) - Date.parse(at);
  return points
    .filter(point => age(point) >= fromMs && age(point) <= toMs)
    .sort(
      (one, other) => Math.abs(age(one) - aimMs) - Math.abs(age(other) - aimMs)
    )[0];
}

/** What was too small to be named in a cut list took at most what the smallest named one did. */
function grownMost(
  base: HistoryPoint,
  last: HistoryPoint
): { name: string; grownBytes: number }[] {
  const before = new Map(base.entries);
  const unnamedBytes = isWhole(base) ? 0 : (base.entries.at(-1)?.[1] ?? 0);
  return last.entries
    .map(([name, usedBytes]) => ({
      name,
      grownBytes: usedBytes - (before.get(name) ?? unnamedBytes)
    }))
    .filter(({ grownBytes }) => grownBytes > 0)
    .sort((one, other) => other.grownBytes - one.grownBytes)
    .slice(0, MOST_GROWN);
}
