import { OwnSourcesQuery } from '../../../contract';
import type { Cache } from '../../cache';

const FILE = 'catalog-own-sources.json';

/**
 * The addresses that the user added, as JupyterLab's settings had them last: kept beside the copies, so that a service
 * that starts again, and the `leap` command, look into the same catalogs.
 */
export class OwnSources {
  constructor(cache: Cache) {
    this._cache = cache;
  }

  /**
   * What was told last; nothing when that is lost.
   */
  async read(): Promise<readonly string[]> {
    const text = await this._cache.read(FILE);
    try {
      return OwnSourcesQuery.parse(JSON.parse(text ?? '')).addresses;
    } catch {
      // None, or of another version: the settings tell again.
      return [];
    }
  }

  async write(addresses: readonly string[]): Promise<void> {
    await this._cache.write(FILE, JSON.stringify({ addresses }));
  }

  private readonly _cache: Cache;
}
