import type * as H5 from 'h5wasm';
import { LeapError } from '../../../contract';
import type { IArray } from '../array';
import {
  stridesOf,
  type IChunk,
  type IChunkReader,
  type Numbers
} from '../chunk';
import { stepOf } from '../look/plan';

/**
 * Reads parts of an HDF5 file's arrays.
 */
export class Hdf5Reader implements IChunkReader {
  constructor(private readonly _file: H5.File) {}

  read(array: IArray, index: readonly number[]): Promise<IChunk> {
    const dataset = this._file.get(array.path);
    if (!isDataset(dataset)) {
      throw new LeapError('not-found', 'There is no such variable any more.');
    }
    const ranges = array.shape.map((length, axis): [number, number] => {
      const step = stepOf(array, axis);
      const from = Math.min((index[axis] ?? 0) * step, Math.max(0, length - 1));
      return [from, Math.min(length, from + step)];
    });
    const shape = ranges.map(([from, to]) => to - from);
    const data = dataset.slice(ranges) as Numbers | null;
    if (data === null) {
      throw new LeapError('bad-upstream', 'The variable holds nothing.');
    }
    return Promise.resolve({ data, shape, stride: stridesOf(shape) });
  }
}

function isDataset(entity: unknown): entity is H5.Dataset {
  return (
    typeof entity === 'object' &&
    entity !== null &&
    'type' in entity &&
    entity.type === 'Dataset'
  );
}
