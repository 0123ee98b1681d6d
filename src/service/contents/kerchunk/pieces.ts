import { LeapError } from '../../../contract';
import { tooLarge, type ByteRange, type ISource } from '../source';
import type { Reference } from './references';

/** Opens the file that an address of a reference names; read with the empty key. */
export type OpenFile = (url: string) => Promise<ISource>;

/**
 * The bytes behind one key of a virtual store, wherever they are. Null: there are none.
 */
export interface IPiece {
  /** @throws LeapError `too-large` beyond `maxBytes`. */
  read(maxBytes: number, signal: AbortSignal): Promise<Uint8Array | null>;

  readRange(range: ByteRange, signal: AbortSignal): Promise<Uint8Array | null>;

  size(signal: AbortSignal): Promise<number | null>;
}

/**
 * The bytes that a reference stands for.
 *
 * @param key - What the reference is kept under, for sentences.
 */
export function pieceOf(
  key: string,
  reference: Reference,
  open: OpenFile
): IPiece {
  switch (reference.kind) {
    case 'inline':
      return new InlinePiece(key, reference.bytes);
    case 'whole':
      return new WholeFile(() => open(reference.url));
    case 'part':
      return new FilePart(key, reference, () => open(reference.url));
  }
}

/** They stand in the reference itself. */
class InlinePiece implements IPiece {
  constructor(
    private readonly _key: string,
    private readonly _bytes: Uint8Array
  ) {}

  read(maxBytes: number): Promise<Uint8Array> {
    return this._bytes.length > maxBytes
      ? Promise.reject(tooLarge(this._key, maxBytes))
      : Promise.resolve(this._bytes);
  }

  readRange(range: ByteRange): Promise<Uint8Array> {
    return Promise.resolve(
      'last' in range
        ? this._bytes.subarray(Math.max(0, this._bytes.length - range.last))
        : this._bytes.subarray(range.offset, range.offset + range.length)
    );
  }

  size(): Promise<number> {
    return Promise.resolve(this._bytes.length);
  }
}

/** They are all of a file. */
class WholeFile implements IPiece {
  constructor(private readonly _file: () => Promise<ISource>) {}

  async read(
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    return (await this._file()).read('', maxBytes, signal);
  }

  async readRange(
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    return (await this._file()).readRange('', range, signal);
  }

  async size(signal: AbortSignal): Promise<number | null> {
    return (await this._file()).sizeOf('', signal);
  }
}

type PartReference = Extract<Reference, { kind: 'part' }>;

/** They are a part of a file. */
class FilePart implements IPiece {
  constructor(
    private readonly _key: string,
    private readonly _reference: PartReference,
    private readonly _file: () => Promise<ISource>
  ) {}

  async read(maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
    const { range } = this._reference;
    if (range.length > maxBytes) {
      throw tooLarge(this._key, maxBytes);
    }
    return this._read(range, signal);
  }

  readRange(range: ByteRange, signal: AbortSignal): Promise<Uint8Array> {
    const { offset, length } = this._reference.range;
    const start =
      'last' in range ? Math.max(0, length - range.last) : range.offset;
    const wanted = 'last' in range ? range.last : range.length;
    return this._read(
      {
        offset: offset + start,
        length: Math.max(0, Math.min(wanted, length - start))
      },
      signal
    );
  }

  size(): Promise<number> {
    return Promise.resolve(this._reference.range.length);
  }

  private async _read(
    range: PartReference['range'],
    signal: AbortSignal
  ): Promise<Uint8Array> {
    const bytes = await (await this._file()).readRange('', range, signal);
    if (bytes === null) {
      throw new LeapError(
        'not-found',
        `The file that the references point to is not there, or may not be read: ${this._reference.url.slice(0, 200)}`
      );
    }
    return bytes;
  }
}
