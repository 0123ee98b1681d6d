import type { ByteRange, ISource } from './source';

/**
 * One key of a source, as a source: it is read with the empty key.
 */
export class KeySource implements ISource {
  constructor(
    private readonly _source: ISource,
    private readonly _key: string
  ) {}

  read(
    _key: string,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    return this._source.read(this._key, maxBytes, signal);
  }

  readRange(
    _key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    return this._source.readRange(this._key, range, signal);
  }

  sizeOf(_key: string, signal: AbortSignal): Promise<number | null> {
    return this._source.sizeOf(this._key, signal);
  }

  list(): Promise<null> {
    return Promise.resolve(null);
  }
}
