import type { ReadPart } from '../tables/parquet';

/** Headers lie together, mostly at the beginning, and are asked for some bytes at a time. */
const BLOCK_BYTES = 16 << 10;

/** What is longer is a tile, or a list of them. */
const SMALL_BYTES = 4 << 10;

/**
 * Reads small parts of a file in blocks, each of them once: a round trip to a bucket costs more than what comes with it.
 */
export function inBlocks(fileBytes: number, read: ReadPart): ReadPart {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const block = (at: number): Promise<Uint8Array> => {
    const known = blocks.get(at);
    if (known) {
      return known;
    }
    const start = at * BLOCK_BYTES;
    const length = Math.max(0, Math.min(BLOCK_BYTES, fileBytes - start));
    const fresh = read(start, length);
    blocks.set(at, fresh);
    return fresh;
  };
  return async (offset, length) => {
    if (length > SMALL_BYTES) {
      return read(offset, length);
    }
    const at = Math.floor(offset / BLOCK_BYTES);
    const from = offset - at * BLOCK_BYTES;
    const first = (await block(at)).subarray(from, from + length);
    return from + length <= BLOCK_BYTES
      ? first
      : Buffer.concat([
          first,
          (await block(at + 1)).subarray(0, from + length - BLOCK_BYTES)
        ]);
  };
}
