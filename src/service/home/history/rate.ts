import type { HomePoint } from '../../../contract';

const DAY_MS = 86_400_000;

/** What happened before says little about next week. */
const DAYS_LOOKED_AT = 14;

/** Fewer days or counts are an anecdote. */
const LEAST_DAYS = 3;
const LEAST_POINTS = 4;

/** The share of the changes that a straight line explains (R²) when growth is called steady. */
const STEADY = 0.8;

/** Beyond, two weeks of growth prove nothing. */
const MOST_DAYS = 60;

/**
 * In how many days the home is full if it goes on growing as it did.
 *
 * @param points - Oldest first.
 * @returns Null unless the growth was positive and steady over days, and the limit is known and near.
 */
export function daysUntilFull(
  points: readonly HomePoint[],
  limitBytes: number | null
): number | null {
  const last = points.at(-1);
  if (!last || limitBytes === null || last.usedBytes >= limitBytes) {
    return null;
  }
  const line = fit(points, last);
  if (line === null || line.bytesPerDay <= 0 || line.explained < STEADY) {
    return null;
  }
  const days = Math.ceil((limitBytes - last.usedBytes) / line.bytesPerDay);
  return days <= MOST_DAYS ? days : null;
}

/** Least squares through the last counts; null: too few. */
function fit(
  points: readonly HomePoint[],
  last: HomePoint
): { bytesPerDay: number; explained: number } | null {
  const lastMs = Date.parse(last.at);
  const recent = points
    .map(({ at, usedBytes }) => ({
      day: (Date.parse(at) - lastMs) / DAY_MS,
      usedBytes
    }))
    .filter(({ day }) => day >= -DAYS_LOOKED_AT);
  const [first] = recent;
  if (!first || first.day > -LEAST_DAYS || recent.length < LEAST_POINTS) {
    return null;
  }
  const meanDay = mean(recent.map(({ day }) => day));
  const meanBytes = mean(recent.map(({ usedBytes }) => usedBytes));
  let days = 0;
  let bytes = 0;
  let both = 0;
  for (const { day, usedBytes } of recent) {
    days += (day - meanDay) ** 2;
    bytes += (usedBytes - meanBytes) ** 2;
    both += (day - meanDay) * (usedBytes - meanBytes);
  }
  return bytes === 0
    ? null
    : { bytesPerDay: both / days, explained: both ** 2 / (days * bytes) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
