import { field, textOf } from '../json';
import type { IZarrArray } from './zarr-array';

/**
 * The key of the object that a chunk lies in, a shard's where chunks are gathered in shards.
 *
 * @param index - Of the chunk, one a dimension.
 */
export function chunkKey(array: IZarrArray, index: readonly number[]): string {
  const prefix = array.path === '' ? '' : `${array.path}/`;
  const grid = index.map((at, axis) => {
    const inShard =
      (array.gridChunks[axis] ?? 1) / Math.max(1, array.chunks?.[axis] ?? 1);
    return Math.floor(at / Math.max(1, inShard));
  });
  const encoding = field(array.metadata, 'chunk_key_encoding');
  const separator = textOf(
    field(field(encoding, 'configuration'), 'separator')
  );
  if (array.zarrFormat === 3 && field(encoding, 'name') !== 'v2') {
    return prefix + ['c', ...grid].join(separator ?? '/');
  }
  const own = textOf(field(array.metadata, 'dimension_separator'));
  return prefix + (grid.join(separator ?? own ?? '.') || '0');
}

/**
 * How many chunks lie in one object.
 */
export function chunksInObject({ gridChunks, chunks }: IZarrArray): number {
  return gridChunks.reduce(
    (count, length, axis) =>
      count *
      Math.max(1, Math.round(length / Math.max(1, chunks?.[axis] ?? 1))),
    1
  );
}
