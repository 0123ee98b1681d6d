import { LeapError } from '../../../contract';
import type { IArray } from '../array';
import { stridesOf, type IChunk, type IChunkReader } from '../chunk';
import { stepOf } from '../look/plan';
import type { ReadPart } from '../tables/parquet';
import type { IBands } from './bands';
import type { ICoordinate } from './place';
import { openTiff, type Tiff } from './range-client';

/**
 * Reads tiles of a TIFF, and the coordinates that follow from its header.
 */
export class TiffReader implements IChunkReader {
  constructor(
    private readonly _fileBytes: number,
    private readonly _read: ReadPart
  ) {}

  async read(
    array: IArray & Partial<IBands & ICoordinate>,
    index: readonly number[],
    signal: AbortSignal
  ): Promise<IChunk> {
    const spans = array.shape.map((length, axis): [number, number] => {
      const step = stepOf(array, axis);
      const from = Math.min((index[axis] ?? 0) * step, Math.max(0, length - 1));
      return [from, Math.min(length, from + step)];
    });
    const shape = spans.map(([from, to]) => to - from);
    const data = array.even
      ? evenly(array.even, spans[0] ?? [0, 0])
      : await this._cells(array.image ?? 0, spans, signal);
    return { data, shape, stride: stridesOf(shape) };
  }

  private async _cells(
    at: number,
    spans: readonly [number, number][],
    signal: AbortSignal
  ): Promise<ArrayLike<number>> {
    const [y = [0, 0], x = [0, 0]] = spans.slice(-2);
    const band = spans.length > 2 ? (spans[0]?.[0] ?? 0) : 0;
    try {
      this._tiff ??= openTiff(this._fileBytes, this._read);
      const image = await (await this._tiff).getImage(at);
      const [cells] = await image.readRasters({
        window: [x[0], y[0], x[1], y[1]],
        samples: [band],
        interleave: false,
        signal
      });
      return cells ?? [];
    } catch (cause) {
      throw cause instanceof LeapError
        ? cause
        : new LeapError(
            'bad-upstream',
            'A tile cannot be unpacked: it is damaged, or packed in another way than the header says.',
            { cause }
          );
    }
  }

  private _tiff: Promise<Tiff> | undefined;
}

function evenly(
  { from, step }: ICoordinate['even'],
  [first, end]: readonly [number, number]
): number[] {
  return Array.from(
    { length: end - first },
    (_, at) => from + (first + at) * step
  );
}
