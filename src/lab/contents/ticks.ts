import { scaleLinear } from 'd3-scale';
import type { Axis } from '../../contract';
import { numberText, placeText } from './slice-words';

/**
 * A mark along a side: where, as a share of its length from the first cell on, and what it says.
 */
export interface ITick {
  readonly at: number;
  readonly text: string;
}

/**
 * Round numbers along an axis, about `count` of them. Positions may be unevenly spaced.
 */
export function axisTicks(axis: Axis, count: number): readonly ITick[] {
  const { values } = axis;
  if (values.length < 2 || axis.texts) {
    return cellTicks(axis, count);
  }
  const first = values[0] ?? 0;
  const last = values[values.length - 1] ?? 0;
  const round = isDegrees(axis)
    ? degreeTicks(first, last, count)
    : scaleLinear().domain([first, last]).ticks(count);
  return round.flatMap(value => {
    const at = whereIs(values, value);
    return at === null
      ? []
      : [
          {
            at: (at + 0.5) / values.length,
            text: placeText({ ...axis, values: [value] }, 0)
          }
        ];
  });
}

/**
 * Round numbers within a range, about `count` of them.
 */
export function rangeTicks(
  min: number,
  max: number,
  count: number
): readonly ITick[] {
  if (!(max > min)) {
    return [{ at: 0.5, text: numberText(min) }];
  }
  return scaleLinear()
    .domain([min, max])
    .ticks(count)
    .map(value => ({
      at: (value - min) / (max - min),
      text: numberText(value)
    }));
}

function isDegrees({ units }: Axis): boolean {
  return /^degrees?_?(n|e|north|east)$/i.test(units ?? '');
}

/** Parts of a circle that people know. */
function degreeTicks(first: number, last: number, count: number): number[] {
  const from = Math.min(first, last);
  const to = Math.max(first, last);
  const step = [1, 2, 5, 10, 15, 30, 45, 60, 90].find(
    degrees => (to - from) / degrees <= count
  );
  if (step === undefined || to - from < count) {
    return scaleLinear().domain([first, last]).ticks(count);
  }
  const start = Math.ceil(from / step);
  const end = Math.floor(to / step);
  return Array.from(
    { length: end - start + 1 },
    (_, at) => (start + at) * step
  );
}

/** Where numbers cannot be round, as for times: cells at even distances. */
function cellTicks(axis: Axis, count: number): readonly ITick[] {
  const { length } = axis.values;
  const some = Math.min(count, length);
  return Array.from({ length: some }, (_, at) => {
    const index = some === 1 ? 0 : Math.round((at * (length - 1)) / (some - 1));
    return { at: (index + 0.5) / length, text: placeText(axis, index) };
  });
}

/** The fractional index of a value among rising or falling ones; null: outside, or they do neither. */
function whereIs(values: readonly number[], value: number): number | null {
  for (let at = 1; at < values.length; at += 1) {
    const before = values[at - 1] ?? NaN;
    const after = values[at] ?? NaN;
    if (Math.min(before, after) <= value && value <= Math.max(before, after)) {
      return before === after
        ? at - 1
        : at - 1 + (value - before) / (after - before);
    }
  }
  return null;
}
