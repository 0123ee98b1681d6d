import * as zlib from 'node:zlib';
import { LeapError } from '../../contract';

/** In Node from 22.15 on; the wheel's is 24. */
const unpack: typeof zlib.zstdDecompressSync | undefined =
  zlib.zstdDecompressSync;

/**
 * Unpack zstd, never to more than `maxOutputLength` bytes.
 *
 * @throws LeapError `unavailable` where this Node cannot; what the library says of bytes that are damaged or too many.
 */
export function unzstd(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  if (unpack === undefined) {
    throw new LeapError(
      'unavailable',
      `It is packed with zstd, which this server’s Node.js ${process.versions.node} cannot unpack: 22.15 or newer can. Open it in a notebook.`
    );
  }
  return unpack(bytes, { maxOutputLength });
}
