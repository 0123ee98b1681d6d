import type { Axis, Slice } from '../../../contract';
import { nameOf, type IArray } from '../array';
import { textAttribute } from '../attributes';
import { numberAt, type IChunk, type IChunkReader } from '../chunk';
import {
  axisOf,
  positionText,
  readPositions,
  type IPositions
} from './coordinates';
import { decodingOf, type Decode } from './decoding';
import { Means } from './means';
import { Bins } from './bins';
import type { ICells } from './cells';
import { readPlaces } from './curved';
import {
  cellsOf,
  chunkCount,
  chunksOf,
  stepOf,
  type IPlan,
  type ISpan
} from './plan';

/** Chunks that are asked for ahead of the one that is unpacked. */
const IN_FLIGHT = 8;

/** What a look needs to know. */
export interface ILook {
  readonly array: IArray;
  /** All of the data set, for the coordinates. */
  readonly arrays: readonly IArray[];
  readonly plan: IPlan;
  /** In Zarr format 2 the fill value stands for missing data, as xarray has it; in format 3 only the attribute does. */
  readonly fillIsMissing: boolean;
}

const GATHERED =
  'The grid follows neither latitudes nor longitudes: its cells are gathered by where they lie.';

/** A slice but for what its reading cost. */
export type Looked = Omit<Slice, 'bytesRead'>;

/**
 * Read what a plan takes in and make it small enough to be drawn.
 */
export async function readSlice(
  look: ILook,
  reader: IChunkReader,
  signal: AbortSignal
): Promise<Looked> {
  const { array, plan } = look;
  const { drawing } = plan;
  const columns = cellsOf(array, drawing.x, plan.x);
  const rows =
    drawing.y === null ? { from: 0, to: 1 } : cellsOf(array, drawing.y, plan.y);
  const places =
    drawing.curved &&
    (await readPlaces(drawing.curved, columns, rows, reader, signal));
  const bins = places ? new Bins(places) : null;
  const means =
    bins ?? new Means(columns.to - columns.from, rows.to - rows.from);
  const decode = decodingOf(array, look.fillIsMissing);
  await eachChunk(look, reader, signal, (chunk, index) => {
    gather(means, { chunk, index, array, plan, columns, rows, decode });
  });
  const positions: ReadPositions = (axis, span) =>
    readPositions(array, axis, span, look.arrays, reader, signal);
  const { x, y } =
    bins && drawing.curved
      ? {
          x: bins.x(nameOf(drawing.curved.longitude)),
          y: bins.y(nameOf(drawing.curved.latitude))
        }
      : await readAxes(plan, columns, rows, means, positions);
  const isFlipped = !bins && y !== null && growsUpwards(y, array);
  return {
    ...namesOf(array),
    drawn: drawing.drawn,
    ...valuesOf(means, isFlipped),
    x,
    y: isFlipped ? reversed(y) : y,
    at: await readAt(look, positions),
    chunksRead: chunkCount(plan),
    notes: [
      ...(plan.part === null ? [] : [plan.part]),
      ...(bins ? [GATHERED] : [])
    ]
  };
}

/** Where cells lie along one axis, by its number. */
type ReadPositions = (axis: number, span: ISpan) => Promise<IPositions>;

async function readAxes(
  { drawing }: IPlan,
  columns: ISpan,
  rows: ISpan,
  { width, height }: ICells,
  positions: ReadPositions
): Promise<{ x: Axis; y: Axis | null }> {
  return {
    x: axisOf(await positions(drawing.x, columns), width),
    y:
      drawing.y === null
        ? null
        : axisOf(await positions(drawing.y, rows), height)
  };
}

function namesOf({
  path,
  attributes
}: IArray): Pick<Looked, 'variable' | 'longName' | 'units'> {
  return {
    variable: path,
    longName:
      textAttribute(attributes, 'long_name') ??
      textAttribute(attributes, 'standard_name'),
    units: textAttribute(attributes, 'units')
  };
}

function valuesOf(
  cells: ICells,
  isFlipped: boolean
): Pick<Looked, 'width' | 'height' | 'base64' | 'min' | 'max' | 'missing'> {
  const { width, height, min, max, missing } = cells;
  return {
    width,
    height,
    base64: toBase64(cells.result(isFlipped)),
    min: Number.isFinite(min) ? min : null,
    max: Number.isFinite(max) ? max : null,
    missing
  };
}

/** North is up, and so is the greater number, but for depths and pressures, and for rows that are only counted. */
function growsUpwards(
  { name, values, isIndex }: Axis,
  { isPicture = false }: IArray
): boolean {
  if (isIndex && isPicture) {
    return false;
  }
  const grows = (values[0] ?? 0) < (values.at(-1) ?? 0);
  return grows && !/depth|lev|pres/i.test(name);
}

function reversed(axis: Axis): Axis {
  return {
    ...axis,
    values: axis.values.toReversed(),
    texts: axis.texts?.toReversed() ?? null
  };
}

async function readAt(
  { array, plan }: ILook,
  positions: ReadPositions
): Promise<Slice['at']> {
  const at: Slice['at'] = [];
  for (const axis of plan.drawing.sliders) {
    const index = plan.positions[axis] ?? 0;
    const here = await positions(axis, { from: index, to: index + 1 });
    at.push({
      dimension: here.name,
      index,
      size: array.shape[axis] ?? 0,
      text: positionText(here)
    });
  }
  return at;
}

/** Several are fetched at once, and each is let go as soon as it is gathered. */
async function eachChunk(
  { array, plan }: ILook,
  reader: IChunkReader,
  signal: AbortSignal,
  use: (chunk: IChunk, index: readonly number[]) => void
): Promise<void> {
  const waiting = [...chunksOf(array, plan)].values();
  const work = async (): Promise<void> => {
    // All of them take from the same row of chunks, each the next one.
    for (const index of waiting) {
      signal.throwIfAborted();
      use(await reader.read(array, index, signal), index);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

interface IGathering {
  readonly chunk: IChunk;
  readonly index: readonly number[];
  readonly array: IArray;
  readonly plan: IPlan;
  readonly columns: ISpan;
  readonly rows: ISpan;
  readonly decode: Decode;
}

function gather(means: ICells, gathering: IGathering): void {
  const { chunk, index, array, plan, columns, rows, decode } = gathering;
  const { data, stride } = chunk;
  const { x, y } = plan.drawing;
  let start = 0;
  array.shape.forEach((_, axis) => {
    if (axis !== x && axis !== y) {
      const within = (plan.positions[axis] ?? 0) % stepOf(array, axis);
      start += within * (stride[axis] ?? 0);
    }
  });
  const across = overlap(array, x, index, columns);
  const down = y === null ? { from: 0, to: 1 } : overlap(array, y, index, rows);
  const firstColumn = (index[x] ?? 0) * stepOf(array, x);
  const firstRow = y === null ? 0 : (index[y] ?? 0) * stepOf(array, y);
  const alongX = stride[x] ?? 0;
  const alongY = y === null ? 0 : (stride[y] ?? 0);
  for (let row = down.from; row < down.to; row += 1) {
    const base = start + (row - firstRow) * alongY;
    for (let column = across.from; column < across.to; column += 1) {
      const stored = numberAt(data, base + (column - firstColumn) * alongX);
      means.add(column - columns.from, row - rows.from, decode(stored));
    }
  }
}

/** A chunk at the edge may reach beyond the array. */
function overlap(
  array: IArray,
  axis: number,
  index: readonly number[],
  span: ISpan
): ISpan {
  const step = stepOf(array, axis);
  const from = (index[axis] ?? 0) * step;
  return {
    from: Math.max(span.from, from),
    to: Math.min(span.to, from + step)
  };
}

function toBase64({ buffer }: Float32Array): string {
  return Buffer.from(buffer).toString('base64');
}
