import { formatLimit } from '../source';
import { chunkBytesOf } from '../array';
import { chunksInObject } from './chunk-key';
import { isKnownCodec } from './codec-names';
import { codecsUsed } from './packing';
import type { IZarrArray } from './zarr-array';

/** A chunk is unpacked as a whole, in memory that the notebooks of this server may need. */
const MAX_CHUNK_BYTES = 256 << 20;

/** The index of a shard is read as a whole, 16 bytes a chunk. */
const MAX_IN_SHARD = 1 << 20;

const DRAWN =
  /^(u?int(8|16|32|64)|float(16|32|64)|bool|datetime64\[.+\]|timedelta64\[.+\])$/;

/**
 * Why an array cannot be looked at, a whole sentence; null: it can.
 */
export function obstacleOf(array: IZarrArray): string | null {
  if (!DRAWN.test(array.dtype)) {
    return `Values of the type ${array.dtype} are not drawn.`;
  }
  if (array.shape.length === 0) {
    return 'It is a single value.';
  }
  if (array.shape.some(length => length === 0)) {
    return 'It is empty.';
  }
  const unknown = codecsUsed(array.metadata).find(name => !isKnownCodec(name));
  if (unknown !== undefined) {
    return `Its chunks are packed with ${unknown.slice(0, 60)}, which is not unpacked here. Open it in a notebook.`;
  }
  const bytes = chunkBytesOf(array) ?? Infinity;
  if (bytes > MAX_CHUNK_BYTES) {
    return `One chunk of it is more than ${formatLimit(MAX_CHUNK_BYTES)}, too much for a quick look. Open it in a notebook.`;
  }
  return chunksInObject(array) > MAX_IN_SHARD
    ? 'Its shards hold more chunks than a quick look can find its way in. Open it in a notebook.'
    : null;
}
