import type { IArray } from '../array';
import type { IDrawing } from './drawing';

/** A look unpacks no more than this, one chunk at a time. */
const MAX_UNPACKED_BYTES = 1 << 30;

/** And asks for no more than this. */
const MAX_READ_BYTES = 64 << 20;
const MAX_CHUNKS = 400;

/** Chunks along an axis, from the first to before the last. */
export interface ISpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of an array that is looked at: chunks along the drawn axes, one position along the others.
 */
export interface IPlan {
  readonly drawing: IDrawing;
  /** One a dimension of the array, 0 along those that are drawn. */
  readonly positions: readonly number[];
  readonly x: ISpan;
  /** One chunk for a line. */
  readonly y: ISpan;
  /** The part in words, a whole sentence; null: all of it. */
  readonly part: string | null;
}

/**
 * Plan a look at all of the drawn axes, or at their middle when all would be more than a look may read.
 *
 * @param positions - By axis; beyond the end: the last.
 * @param meanChunkBytes - Packed.
 */
export function planLook(
  array: IArray,
  drawing: IDrawing,
  positions: ReadonlyMap<number, number>,
  meanChunkBytes: number
): IPlan {
  const x = chunksAlong(array, drawing.x);
  const y = drawing.y === null ? 1 : chunksAlong(array, drawing.y);
  const most = mostChunks(array, meanChunkBytes);
  const share = Math.min(1, Math.sqrt(most / (x * y)));
  // A map that is narrow in one direction keeps that one whole.
  const wide = Math.max(1, Math.min(x, Math.floor(x * share)));
  const high = Math.max(1, Math.min(y, Math.floor(most / wide)));
  const all = Math.max(1, Math.min(x, Math.floor(most / high)));
  const isAll = all === x && high === y;
  return {
    drawing,
    positions: array.shape.map((length, axis) =>
      Math.max(0, Math.min(positions.get(axis) ?? 0, length - 1))
    ),
    x: middle(x, all),
    y: middle(y, high),
    part: isAll
      ? null
      : `Only the middle of it is read, ${String(all * high)} of ${String(x * y)} chunks: all of it would be more than a look may read.`
  };
}

/**
 * How many chunks a plan reads.
 */
export function chunkCount({ x, y }: IPlan): number {
  return (x.to - x.from) * (y.to - y.from);
}

/**
 * The chunks of a plan, row by row: an index a dimension.
 */
export function* chunksOf(
  array: IArray,
  plan: IPlan
): Generator<number[], void, undefined> {
  const { drawing, positions, x, y } = plan;
  for (let row = y.from; row < y.to; row += 1) {
    for (let column = x.from; column < x.to; column += 1) {
      yield array.shape.map((_, axis) => {
        if (axis === drawing.x) {
          return column;
        }
        return axis === drawing.y
          ? row
          : Math.floor((positions[axis] ?? 0) / stepOf(array, axis));
      });
    }
  }
}

/**
 * The length of a chunk along an axis.
 */
export function stepOf({ shape, chunks }: IArray, axis: number): number {
  return Math.max(1, chunks?.[axis] ?? shape[axis] ?? 1);
}

/**
 * The cells of the array that a span of chunks covers.
 */
export function cellsOf(array: IArray, axis: number, span: ISpan): ISpan {
  const step = stepOf(array, axis);
  return {
    from: span.from * step,
    to: Math.min(array.shape[axis] ?? 0, span.to * step)
  };
}

function chunksAlong(array: IArray, axis: number): number {
  return Math.max(1, Math.ceil((array.shape[axis] ?? 0) / stepOf(array, axis)));
}

function mostChunks(array: IArray, meanChunkBytes: number): number {
  const unpacked = array.shape.reduce(
    (bytes, _, axis) => bytes * stepOf(array, axis),
    array.itemBytes ?? 8
  );
  return Math.max(
    1,
    Math.min(
      MAX_CHUNKS,
      Math.floor(MAX_READ_BYTES / Math.max(1, meanChunkBytes)),
      Math.floor(MAX_UNPACKED_BYTES / Math.max(1, unpacked))
    )
  );
}

function middle(all: number, some: number): ISpan {
  const from = Math.floor((all - some) / 2);
  return { from, to: from + some };
}
