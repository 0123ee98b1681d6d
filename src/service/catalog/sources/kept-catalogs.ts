import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { CatalogForm } from '../../../contract';
import type { Cache } from '../../cache';

/** A copy of a catalog, and when its source last confirmed it. */
export type KeptCatalog = z.infer<typeof KeptCatalog>;
const KeptCatalog = z.object({
  /** The address, so that two of them can never be taken for each other. */
  source: z.string(),
  etag: z.nullable(z.string()),
  confirmedAt: z.iso.datetime(),
  text: z.string(),
  /** What it is written in; absent in a copy of an earlier version. */
  form: z.optional(CatalogForm)
});

/**
 * The last good copy of each catalog, on disk.
 */
export class KeptCatalogs {
  constructor(cache: Cache) {
    this._cache = cache;
  }

  /**
   * The copy of this source; null when there is none or it is damaged.
   */
  async read(source: string): Promise<KeptCatalog | null> {
    const text = await this._cache.read(fileName(source));
    if (text === null) {
      return null;
    }
    try {
      const kept = KeptCatalog.parse(JSON.parse(text));
      return kept.source === source ? kept : null;
    } catch {
      // Whole but of another form, so from another version: as good as none.
      return null;
    }
  }

  write(kept: KeptCatalog): Promise<void> {
    return this._cache.write(fileName(kept.source), JSON.stringify(kept));
  }

  private readonly _cache: Cache;
}

function fileName(source: string): string {
  const digest = createHash('sha256').update(source).digest('hex');
  return `catalog-${digest.slice(0, 16)}.json`;
}
