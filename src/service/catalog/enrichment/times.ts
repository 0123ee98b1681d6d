import type {
  ArrayContents,
  Slice,
  SliceQuery,
  Variable
} from '../../../contract';
import type { ITimes } from './facts';

/** A longer or more scattered time axis costs more than its two ends are worth. */
const MAX_LENGTH = 200_000;
const MAX_CHUNKS = 8;

/** Draws a slice of a variable. */
export type ReadSlice = (
  query: SliceQuery,
  signal: AbortSignal
) => Promise<Slice>;

/**
 * When a store's data begin and end, from the values of its time axis; null where there is none that is cheap to read.
 *
 * @throws LeapError what reading says.
 */
export async function readTimes(
  url: string,
  contents: ArrayContents,
  readSlice: ReadSlice,
  signal: AbortSignal
): Promise<ITimes | null> {
  const axis = contents.variables.find(isTimeAxis);
  if (axis === undefined) {
    return null;
  }
  const { x, width } = await readSlice(
    { place: { url }, variable: axis.path, positions: [] },
    signal
  );
  const times = (x.texts ?? []).map(dayOf);
  const first = times[0] ?? null;
  const last = times.at(-1) ?? null;
  if (first === null || last === null) {
    return null;
  }
  // A long axis is drawn in fewer cells than it has times.
  const perCell = (axis.shape[0] ?? 0) / Math.max(width, 1);
  const [start, next] = (x.texts ?? []).map(text =>
    Date.parse(`${text.replace(' ', 'T')}${text.includes(':') ? 'Z' : ''}`)
  );
  const stepMs =
    start === undefined || next === undefined
      ? null
      : (next - start) / Math.max(perCell, 1);
  return { first, last, stepMs };
}

function isTimeAxis({
  path,
  shape,
  units,
  dtype,
  chunkCount,
  noLook,
  dimensions
}: Variable): boolean {
  const isTime =
    dtype.startsWith('datetime64') || /^\w+\s+since\s+\d/i.test(units ?? '');
  return (
    isTime &&
    noLook === null &&
    shape.length === 1 &&
    dimensions[0] === path &&
    (shape[0] ?? 0) > 0 &&
    (shape[0] ?? 0) <= MAX_LENGTH &&
    (chunkCount ?? Infinity) <= MAX_CHUNKS
  );
}

/** Other calendars have days that ours does not: 30 February is no day to sort by. */
function dayOf(text: string): string | null {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(text) ?? [];
  const time = day === undefined ? NaN : Date.parse(day);
  return day !== undefined &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(day)
    ? day
    : null;
}
