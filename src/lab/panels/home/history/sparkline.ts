import type { HomePoint } from '../../../../contract';

/** The picture's width in units of its own; the style sheet says how large they are. */
export const SPARK_WIDTH = 100;
/** Its height, in the same units. */
export const SPARK_HEIGHT = 24;

/** Room for the line's own width at the edges. */
const MARGIN = 2;

/** A line through less time shows noise. */
const LEAST_MS = 6 * 3_600_000;

/**
 * A line through the counts, by their times, as the `points` of an SVG polyline; null: fewer than two, or all within a few hours.
 *
 * The scale begins at nothing, so that the line never makes a small change look large.
 */
export function sparkline(points: readonly HomePoint[]): string | null {
  const times = points.map(({ at }) => Date.parse(at));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first;
  if (span < LEAST_MS) {
    return null;
  }
  const largest = Math.max(1, ...points.map(({ usedBytes }) => usedBytes));
  return points
    .map(({ usedBytes }, index) => {
      const x = (((times[index] ?? 0) - first) / span) * SPARK_WIDTH;
      const height = SPARK_HEIGHT - 2 * MARGIN;
      const y = SPARK_HEIGHT - MARGIN - (usedBytes / largest) * height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
