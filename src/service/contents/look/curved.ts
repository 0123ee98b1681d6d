import { nameOf, type IArray } from '../array';
import { textAttribute } from '../attributes';
import { numberAt, type IChunkReader } from '../chunk';
import { decodingOf } from './decoding';
import type { IPlaces } from './bins';
import { stepOf, type ISpan } from './plan';
import type { ICurved } from './drawing';

/** Two numbers for each are in memory while a picture is made. */
const MAX_CELLS = 4_000_000;

/** Requests for each of the two. */
const MAX_CHUNKS = 64;

/**
 * Which arrays of two dimensions give the positions of an array's cells; null: none do.
 *
 * Those that the array names in `coordinates` first, then any others of its group along the same dimensions.
 */
export function curvedOf(
  array: IArray,
  arrays: readonly IArray[]
): ICurved | null {
  const group = array.path.slice(0, array.path.length - nameOf(array).length);
  const named = (textAttribute(array.attributes, 'coordinates') ?? '')
    .split(/\s+/)
    .map(name => group + name);
  const near = arrays.filter(
    one =>
      one !== array &&
      one.shape.length === 2 &&
      one.path.startsWith(group) &&
      one.dimensions.every(
        (name, axis) =>
          one.shape[axis] === array.shape[array.dimensions.indexOf(name)]
      ) &&
      /^(float|u?int)/.test(one.dtype)
  );
  const sorted = near.toSorted(
    (a, b) => Number(named.includes(b.path)) - Number(named.includes(a.path))
  );
  const latitude = sorted.find(one => kindOfPositions(one) === 'lat');
  const longitude = sorted.find(
    one =>
      kindOfPositions(one) === 'lon' &&
      one.dimensions.every((name, axis) => name === latitude?.dimensions[axis])
  );
  const cells = (latitude?.shape ?? []).reduce(
    (all, length) => all * length,
    1
  );
  return latitude && longitude && cells <= MAX_CELLS && isRead(latitude)
    ? { latitude, longitude }
    : null;
}

/**
 * What positions an array gives, by the CF conventions: its standard name, else its units, which only these two have.
 */
export function kindOfPositions(array: IArray): 'lat' | 'lon' | null {
  const standard = textAttribute(array.attributes, 'standard_name');
  const units = textAttribute(array.attributes, 'units') ?? '';
  if (standard === 'latitude' || /^degrees?_?(n|north)$/i.test(units)) {
    return 'lat';
  }
  return standard === 'longitude' || /^degrees?_?(e|east)$/i.test(units)
    ? 'lon'
    : null;
}

/**
 * Read where the cells of a part of the grid lie.
 */
export async function readPlaces(
  { latitude, longitude }: ICurved,
  columns: ISpan,
  rows: ISpan,
  reader: IChunkReader,
  signal: AbortSignal
): Promise<IPlaces> {
  return {
    columns: columns.to - columns.from,
    rows: rows.to - rows.from,
    latitudes: await readField(latitude, columns, rows, reader, signal),
    longitudes: await readField(longitude, columns, rows, reader, signal)
  };
}

async function readField(
  array: IArray,
  columns: ISpan,
  rows: ISpan,
  reader: IChunkReader,
  signal: AbortSignal
): Promise<Float32Array> {
  const width = columns.to - columns.from;
  const field = new Float32Array(width * (rows.to - rows.from)).fill(NaN);
  const decode = decodingOf(array, true);
  const [high, wide] = [stepOf(array, 0), stepOf(array, 1)];
  for (let y = Math.floor(rows.from / high); y * high < rows.to; y += 1) {
    for (
      let x = Math.floor(columns.from / wide);
      x * wide < columns.to;
      x += 1
    ) {
      const { data, stride } = await reader.read(array, [y, x], signal);
      const [down = 0, across = 0] = stride;
      const lastRow = Math.min(rows.to, (y + 1) * high);
      const lastColumn = Math.min(columns.to, (x + 1) * wide);
      for (let row = Math.max(rows.from, y * high); row < lastRow; row += 1) {
        for (
          let column = Math.max(columns.from, x * wide);
          column < lastColumn;
          column += 1
        ) {
          const from = (row - y * high) * down + (column - x * wide) * across;
          field[(row - rows.from) * width + column - columns.from] = decode(
            numberAt(data, from)
          );
        }
      }
    }
  }
  return field;
}

function isRead(array: IArray): boolean {
  const chunks = array.shape.reduce(
    (count, length, axis) => count * Math.ceil(length / stepOf(array, axis)),
    1
  );
  return chunks <= MAX_CHUNKS;
}
