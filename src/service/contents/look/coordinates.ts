import type { Axis } from '../../../contract';
import type { IArray } from '../array';
import { textAttribute } from '../attributes';
import { coordinateOf } from './axes';
import { numberAt, type IChunkReader } from '../chunk';
import { decodingOf } from './decoding';
import { Means } from './means';
import { stepOf, type ISpan } from './plan';
import { timeWords } from './times';

/** Positions along a dimension, as many as this at most: a million of eight bytes. */
const MAX_POSITIONS = 1_000_000;

/** Requests for one coordinate; xarray appends times in chunks of one. */
const MAX_CHUNKS = 32;

/**
 * The positions along an axis from `span.from` on, or the cells' own numbers where the data set has none that can be
 * read within the limits.
 */
export async function readPositions(
  array: IArray,
  axis: number,
  span: ISpan,
  arrays: readonly IArray[],
  reader: IChunkReader,
  signal: AbortSignal
): Promise<IPositions> {
  const name = array.dimensions[axis] ?? '';
  const coordinate = coordinateOf(array, axis, arrays);
  const length = span.to - span.from;
  const own: IPositions = {
    name,
    units: null,
    values: Array.from({ length }, (_, at) => span.from + at),
    words: null,
    isIndex: true
  };
  if (coordinate === null || length > MAX_POSITIONS) {
    return own;
  }
  const step = stepOf(coordinate, 0);
  const first = Math.floor(span.from / step);
  const last = Math.floor((span.to - 1) / step);
  if (last - first >= MAX_CHUNKS || !isNumeric(coordinate)) {
    return own;
  }
  const decode = decodingOf(coordinate, true);
  const values: number[] = [];
  for (let chunk = first; chunk <= last; chunk += 1) {
    const { data } = await reader.read(coordinate, [chunk], signal);
    const from = Math.max(span.from, chunk * step);
    const to = Math.min(span.to, (chunk + 1) * step);
    for (let at = from; at < to; at += 1) {
      values.push(decode(numberAt(data, at - chunk * step)));
    }
  }
  return {
    name,
    units: textAttribute(coordinate.attributes, 'units'),
    values,
    words: timeWords(coordinate),
    isIndex: false
  };
}

/** Where the cells of an axis lie. */
export interface IPositions {
  readonly name: string;
  readonly units: string | null;
  /** NaN where it is not known. */
  readonly values: readonly number[];
  /** For times. */
  readonly words: ((value: number) => string) | null;
  /** They only number the cells. */
  readonly isIndex: boolean;
}

/**
 * The axis of a picture whose cells gather several positions each: their middles.
 */
export function axisOf(
  { name, units, values, words, isIndex }: IPositions,
  cells: number
): Axis {
  const middles = Means.bounds(values.length, cells).map(([from, to]) => {
    const first = values[from] ?? NaN;
    const last = values[Math.min(to, values.length) - 1] ?? NaN;
    return (first + last) / 2;
  });
  const isWhole = middles.every(value => Number.isFinite(value));
  const shown = isWhole ? middles : middles.map((_, at) => at);
  return {
    name,
    units: isWhole ? units : null,
    values: shown,
    texts: words && isWhole ? shown.map(words) : null,
    isIndex: isIndex || !isWhole
  };
}

/**
 * One position in words: `2024-03-01`, `850 hPa`, or which of how many it is.
 */
export function positionText(positions: IPositions): string {
  const [value = NaN] = positions.values;
  if (!Number.isFinite(value)) {
    return '–';
  }
  if (positions.words) {
    return positions.words(value);
  }
  const number = String(Number(value.toPrecision(7)));
  return positions.units ? `${number} ${positions.units}` : number;
}

function isNumeric({ dtype }: IArray): boolean {
  return /^(u?int|float|datetime64)/.test(dtype);
}
