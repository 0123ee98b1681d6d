import { LeapError } from '../../../contract';

/** The header goes on beyond the bytes that are here. */
export class MoreNeeded extends Error {}

/** Longer names are nobody's: the library that writes these files allows 256 bytes. */
const MAX_NAME_BYTES = 4096;

/**
 * Walks over the header of a classic NetCDF file: big-endian numbers, text and lists padded to four bytes.
 */
export class HeaderBytes {
  /** @param _isWide - Counts have eight bytes, as in CDF-5. */
  constructor(
    private readonly _bytes: Uint8Array,
    private readonly _isWide: boolean
  ) {
    this._view = new DataView(
      _bytes.buffer,
      _bytes.byteOffset,
      _bytes.byteLength
    );
  }

  /** Four bytes. */
  word(): number {
    return this._view.getUint32(this._pass(4));
  }

  /** A count, four or eight bytes; null: all its bits are set. */
  countOrNone(): number | null {
    if (!this._isWide) {
      const count = this.word();
      return count === 0xffff_ffff ? null : count;
    }
    const count = this._view.getBigUint64(this._pass(8));
    return count === 0xffff_ffff_ffff_ffffn ? null : safe(count);
  }

  /**
   * A count that may be no greater than `most`.
   *
   * @throws LeapError `bad-upstream` when it is.
   */
  count(most: number): number {
    const count = this.countOrNone() ?? Infinity;
    if (count > most) {
      throw nonsense();
    }
    return count;
  }

  /** A place in the file, eight bytes when `isLong`. */
  offset(isLong: boolean): number {
    return isLong
      ? safe(this._view.getBigUint64(this._pass(8)))
      : this._view.getUint32(this._pass(4));
  }

  name(): string {
    return textOf(this.padded(this.count(MAX_NAME_BYTES)));
  }

  /** So many bytes; what fills up the last four is passed over. */
  padded(length: number): Uint8Array {
    const at = this._pass(Math.ceil(length / 4) * 4);
    return this._bytes.subarray(at, at + length);
  }

  private _pass(length: number): number {
    const at = this._at;
    if (at + length > this._bytes.length) {
      throw new MoreNeeded();
    }
    this._at += length;
    return at;
  }

  private readonly _view: DataView;
  /** Behind the magic number. */
  private _at = 4;
}

/**
 * What a header says makes no sense.
 */
export function nonsense(): LeapError {
  return new LeapError(
    'bad-upstream',
    'The file begins as classic NetCDF does, but its header is damaged.'
  );
}

/** UTF-8, and where it is not that, a character a byte as older programs wrote. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function safe(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw nonsense();
  }
  return Number(value);
}
