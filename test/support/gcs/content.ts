import { createHash } from 'node:crypto';

/**
 * The bytes of an object, or the rule that makes them.
 */
export interface IContent {
  readonly size: number;
  /** Base64, big-endian, as in the API. */
  readonly crc32c: string;
  /** Base64; undefined for a composite object, which has a CRC32C alone. */
  readonly md5Hash: string | undefined;
  /** The bytes from `start` up to, not including, `end`. */
  slice(start: number, end: number): Buffer;
}

/**
 * Content that is kept in memory; its checksums are computed when first asked for.
 */
export class BytesContent implements IContent {
  constructor(
    private readonly _bytes: Buffer,
    private readonly _isComposite = false
  ) {
    this.size = _bytes.length;
  }

  readonly size: number;

  get crc32c(): string {
    return (this._crc32c ??= encodeCrc32c(crc32c(this._bytes)));
  }

  get md5Hash(): string | undefined {
    if (this._isComposite) {
      return undefined;
    }
    return (this._md5Hash ??= createHash('md5')
      .update(this._bytes)
      .digest('base64'));
  }

  slice(start: number, end: number): Buffer {
    return this._bytes.subarray(start, end);
  }

  private _crc32c: string | undefined;
  private _md5Hash: string | undefined;
}

/**
 * So many zero bytes, not kept: what generated objects are filled with. Like a composite object it has no MD5.
 */
export class ZeroContent implements IContent {
  constructor(readonly size: number) {}

  readonly md5Hash = undefined;

  get crc32c(): string {
    const known = zeroChecksums.get(this.size);
    if (known !== undefined) {
      return known;
    }
    const checksum = encodeCrc32c(crc32c(Buffer.alloc(this.size)));
    zeroChecksums.set(this.size, checksum);
    return checksum;
  }

  slice(start: number, end: number): Buffer {
    return Buffer.alloc(Math.max(0, Math.min(end, this.size) - start));
  }
}

const zeroChecksums = new Map<number, string>();

/** The Castagnoli polynomial, reflected (RFC 3720, appendix B.4). */
const POLYNOMIAL = 0x82f63b78;
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  }
  return value;
});

/**
 * CRC32C of the bytes, as an unsigned 32-bit number.
 */
export function crc32c(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * A CRC32C as the API writes it.
 */
export function encodeCrc32c(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('base64');
}
