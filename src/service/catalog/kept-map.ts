import * as z from 'zod/mini';
import type { Cache } from '../cache';

/**
 * What was found out by address, kept on disk between two starts; the latest last.
 */
export class KeptMap<T> {
  /**
   * @param textOf - What is written of it: a JSON list of addresses with their values.
   */
  constructor(
    private readonly _cache: Cache,
    private readonly _file: string,
    private readonly _value: z.ZodMiniType<T>,
    private readonly _textOf: (
      entries: readonly (readonly [string, T])[]
    ) => string
  ) {}

  read(): Promise<ReadonlyMap<string, T>> {
    return this._open();
  }

  /**
   * Note a value, which is on disk after `save`.
   */
  async set(address: string, value: T): Promise<void> {
    const kept = await this._open();
    // Set anew, so that the order of the map is that of the news.
    kept.delete(address);
    kept.set(address, value);
  }

  /** One after the other: of two at once the older might be written last. Who comes while one waits shares it. */
  save(): Promise<void> {
    this._next ??= this._writing.then(async () => {
      this._next = undefined;
      const kept = await this._open();
      await this._cache.write(this._file, this._textOf([...kept]));
    });
    this._writing = this._next;
    return this._next;
  }

  private _open(): Promise<Map<string, T>> {
    this._kept ??= this._load();
    return this._kept;
  }

  private async _load(): Promise<Map<string, T>> {
    const text = await this._cache.read(this._file);
    try {
      const entries = z.array(z.tuple([z.string(), this._value]));
      return new Map(entries.parse(JSON.parse(text ?? '[]')));
    } catch {
      // Of another form, so from another version: as good as none.
      return new Map();
    }
  }

  private _writing: Promise<void> = Promise.resolve();
  private _next: Promise<void> | undefined;
  private _kept: Promise<Map<string, T>> | undefined;
}
