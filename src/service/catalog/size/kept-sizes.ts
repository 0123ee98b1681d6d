import { StoreSize } from '../../../contract';
import type { Cache } from '../../cache';
import { KeptMap } from '../kept-map';

const FILE = 'catalog-sizes.json';

/** More than anybody measures one by one; the oldest go first. */
const MAX_KEPT = 2000;

/**
 * The last measured size of each store by its address, kept on disk between two starts.
 */
export class KeptSizes {
  constructor(cache: Cache) {
    this._kept = new KeptMap(cache, FILE, StoreSize, entries =>
      JSON.stringify(entries.slice(-MAX_KEPT))
    );
  }

  read(): Promise<ReadonlyMap<string, StoreSize>> {
    return this._kept.read();
  }

  async write(url: string, size: StoreSize): Promise<void> {
    await this._kept.set(url, size);
    await this._kept.save();
  }

  private readonly _kept: KeptMap<StoreSize>;
}
