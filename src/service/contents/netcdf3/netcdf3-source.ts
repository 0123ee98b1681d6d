import { LeapError } from '../../../contract';
import {
  tooLarge,
  type ByteRange,
  type IListedKeys,
  type ISource
} from '../source';
import { nonsense } from './header-bytes';
import type { INetcdf3Array } from './layout';

/** Where a piece of a variable lies in the file. */
interface IPiece {
  readonly offset: number;
  /** Of the file's bytes from `offset` on, in bytes. */
  readonly length: number;
  /** What is wanted of it: so many runs of so many bytes, each `step` bytes behind the one before. */
  readonly runs: number;
  readonly runBytes: number;
  readonly step: number;
}

/**
 * A classic NetCDF file as a store of chunks: `sst/3.0.0` is a piece of the file.
 */
export class Netcdf3Source implements ISource {
  constructor(
    arrays: readonly INetcdf3Array[],
    private readonly _file: ISource
  ) {
    this._arrays = new Map(arrays.map(array => [array.path, array]));
  }

  async read(
    key: string,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const piece = this._pieceOf(key);
    if (piece === null) {
      return null;
    }
    const { offset, length, runs, runBytes, step } = piece;
    if (length > maxBytes) {
      throw tooLarge(key, maxBytes);
    }
    const bytes = await this._file.readRange('', { offset, length }, signal);
    if (bytes === null || bytes.length < length) {
      throw new LeapError(
        'bad-upstream',
        'The file ends before these data do: it was not copied or written to its end.'
      );
    }
    // What lies beyond the array's edge is left out of the last chunk: nobody asks for it.
    const chunk = new Uint8Array(runs * runBytes);
    for (let run = 0; run < runs; run += 1) {
      const at = run * step;
      chunk.set(bytes.subarray(at, at + runBytes), run * runBytes);
    }
    return chunk;
  }

  /** Chunks of arrays that are not packed are read as a whole. */
  async readRange(
    key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const bytes = await this.read(key, Infinity, signal);
    return bytes && 'offset' in range
      ? bytes.subarray(range.offset, range.offset + range.length)
      : bytes;
  }

  /** What is read of the file. */
  sizeOf(key: string): Promise<number | null> {
    return Promise.resolve(this._pieceOf(key)?.length ?? null);
  }

  list(): Promise<IListedKeys | null> {
    return Promise.resolve(null);
  }

  private _pieceOf(key: string): IPiece | null {
    const slash = key.lastIndexOf('/');
    const array = this._arrays.get(key.slice(0, Math.max(0, slash)));
    const index = key
      .slice(slash + 1)
      .split('.')
      .map(Number);
    return array?.shape.length === index.length ? piece(array, index) : null;
  }

  private readonly _arrays: ReadonlyMap<string, INetcdf3Array>;
}

function piece(array: INetcdf3Array, index: readonly number[]): IPiece {
  const { shape, chunks, itemBytes, begin, recordStep } = array;
  const sizes = chunks ?? [];
  const from = sizes.map((step, axis) => step * (index[axis] ?? 0));
  const there = sizes.map((step, axis) =>
    Math.min(step, (shape[axis] ?? 0) - (from[axis] ?? 0))
  );
  if (there.some(length => !(length > 0))) {
    throw nonsense();
  }
  const product = (lengths: readonly number[]): number =>
    lengths.reduce((bytes, length) => bytes * length, itemBytes ?? 1);
  const isRecords = recordStep !== null;
  const runs = isRecords ? (there[0] ?? 1) : 1;
  const runBytes = product(isRecords ? there.slice(1) : there);
  const step = recordStep ?? 0;
  const within = from
    .slice(isRecords ? 1 : 0)
    .reduce(
      (at, start, axis) =>
        at * (shape[axis + (isRecords ? 1 : 0)] ?? 1) + start,
      0
    );
  return {
    offset:
      begin +
      (isRecords ? (from[0] ?? 0) * step : 0) +
      within * (itemBytes ?? 1),
    length: (runs - 1) * step + runBytes,
    runs,
    runBytes,
    step
  };
}
