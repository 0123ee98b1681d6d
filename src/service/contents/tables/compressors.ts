import { snappyUncompress } from 'hyparquet';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzstd } from '../zstd';

/** One page of a column, unpacked: writers make them of a megabyte. */
const MAX_PAGE_BYTES = 16 << 20;

/**
 * How pages of Parquet are unpacked: by Node itself, each within what the page says it holds.
 */
export const COMPRESSORS = {
  SNAPPY: (bytes: Uint8Array, length: number) => {
    const page = new Uint8Array(checked(length));
    snappyUncompress(bytes, page);
    return page;
  },
  GZIP: (bytes: Uint8Array, length: number) =>
    gunzipSync(bytes, { maxOutputLength: most(length) }),
  BROTLI: (bytes: Uint8Array, length: number) =>
    brotliDecompressSync(bytes, { maxOutputLength: most(length) }),
  ZSTD: (bytes: Uint8Array, length: number) => unzstd(bytes, most(length))
};

/** Node takes no limit of nothing. */
function most(length: number): number {
  return Math.max(1, checked(length));
}

function checked(length: number): number {
  if (!(length >= 0 && length <= MAX_PAGE_BYTES)) {
    throw new RangeError('A page claims to be too large.');
  }
  return length;
}
