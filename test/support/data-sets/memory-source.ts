import {
  tooLarge,
  type ByteRange,
  type ISource
} from '../../../src/service/contents/source';

/**
 * Keys with what they hold, as a source: objects are written out as JSON.
 */
export class MemorySource implements ISource {
  constructor(contents: Readonly<Record<string, object | string>>) {
    for (const [key, value] of Object.entries(contents)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      this._contents.set(
        key,
        value instanceof Uint8Array ? value : Buffer.from(text)
      );
    }
  }

  read(key: string, maxBytes: number): Promise<Uint8Array | null> {
    const bytes = this._contents.get(key) ?? null;
    return bytes && bytes.length > maxBytes
      ? Promise.reject(tooLarge(key, maxBytes))
      : Promise.resolve(bytes);
  }

  readRange(key: string, range: ByteRange): Promise<Uint8Array | null> {
    const bytes = this._contents.get(key);
    if (!bytes) {
      return Promise.resolve(null);
    }
    return Promise.resolve(
      'last' in range
        ? bytes.subarray(Math.max(0, bytes.length - range.last))
        : bytes.subarray(range.offset, range.offset + range.length)
    );
  }

  sizeOf(key: string): Promise<number | null> {
    return Promise.resolve(this._contents.get(key)?.length ?? null);
  }

  list: ISource['list'] = () => Promise.resolve(null);

  private readonly _contents = new Map<string, Uint8Array>();
}
