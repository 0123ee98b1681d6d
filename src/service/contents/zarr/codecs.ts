import { gunzipSync, inflateSync } from 'node:zlib';
import { LeapError } from '../../../contract';
import { unzstd } from '../zstd';
import type { Packing } from './codec-names';

/** Unpacks bytes, never to more than `maxBytes`. */
export type Unpack = (
  bytes: Uint8Array,
  maxBytes: number
) => Uint8Array | Promise<Uint8Array>;

/** Chunks of compressors that say beforehand how much comes out of them, and where: bytes from the start. */
const SIZE_AT = { blosc: 4, lz4: 0 };

/**
 * How each kind of packing is undone within a limit. A chunk of kilobytes may claim to hold gigabytes.
 */
export const UNPACK: Readonly<Record<Packing, Unpack>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  zlib: (bytes, maxOutputLength) => inflateSync(bytes, { maxOutputLength }),
  zstd: unzstd,
  blosc: async (bytes, maxBytes) => {
    checkClaim(bytes, SIZE_AT.blosc, maxBytes);
    const { default: Blosc } = await import('numcodecs/blosc');
    return Blosc.fromConfig({ id: 'blosc' }).decode(bytes);
  },
  lz4: async (bytes, maxBytes) => {
    checkClaim(bytes, SIZE_AT.lz4, maxBytes);
    const { default: LZ4 } = await import('numcodecs/lz4');
    return LZ4.fromConfig({ id: 'lz4' }).decode(bytes);
  }
};

function checkClaim(bytes: Uint8Array, at: number, maxBytes: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const claimed = bytes.length >= at + 4 ? view.getUint32(at, true) : Infinity;
  if (claimed > maxBytes) {
    throw new LeapError(
      'bad-upstream',
      'A chunk claims to hold more than its array has room for, so it was not unpacked.'
    );
  }
}
