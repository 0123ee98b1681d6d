import * as z from 'zod/mini';
import { StoreSize } from '../../../contract';
import type { Cache } from '../../cache';

const FILE = 'catalog-sizes.json';

/** More than anybody measures one by one; the oldest go first. */
const MAX_KEPT = 2000;

const Kept = z.array(z.tuple([z.string(), StoreSize]));

/**
 * The last measured size of each store by its address, kept on disk between two starts.
 */
export class KeptSizes {
  constructor(private readonly _cache: Cache) {}

  async read(): Promise<ReadonlyMap<string, StoreSize>> {
    this._sizes ??= this._load();
    return this._sizes;
  }

  async write(url: string, size: StoreSize): Promise<void> {
    this._sizes ??= this._load();
    const kept = await this._sizes;
    // Set anew, so that the order of the map is that of the measuring.
    kept.delete(url);
    kept.set(url, size);
    const entries = [...kept].slice(-MAX_KEPT);
    await this._cache.write(FILE, JSON.stringify(entries));
  }

  private async _load(): Promise<Map<string, StoreSize>> {
    const text = await this._cache.read(FILE);
    try {
      return new Map(Kept.parse(JSON.parse(text ?? '[]')));
    } catch {
      // Of another form, so from another version: as good as none.
      return new Map();
    }
  }

  private _sizes: Promise<Map<string, StoreSize>> | undefined;
}
