import type { Slice } from '../../contract';

/** What a few cells reach does not decide the colours of all others. */
const TAIL = 0.02;

/** Colours are for the many where these have less than this share of the whole range. */
const CROWDED = 0.5;

/**
 * Between which values the colours change.
 */
export interface IColourRange {
  readonly low: number;
  readonly high: number;
  /** There are values below `low`, in the same colour as it. */
  readonly isCutLow: boolean;
  /** There are values above `high`, in the same colour as it. */
  readonly isCutHigh: boolean;
}

/**
 * The whole range; where nearly all cells lie in a small part of it, as those of rain and of chlorophyll do, that part.
 */
export function colourRange(
  { min, max }: Pick<Slice, 'min' | 'max'>,
  cells: Float32Array
): IColourRange {
  const low = min ?? 0;
  const high = max ?? 0;
  const whole = { low, high, isCutLow: false, isCutHigh: false };
  const values = cells.filter(value => !Number.isNaN(value)).sort();
  const at = (share: number): number =>
    values[Math.round(share * (values.length - 1))] ?? NaN;
  const from = at(TAIL);
  const to = at(1 - TAIL);
  return to > from && to - from < CROWDED * (high - low)
    ? { low: from, high: to, isCutLow: from > low, isCutHigh: to < high }
    : whole;
}
