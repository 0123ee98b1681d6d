import * as z from 'zod/mini';
import { StoreReach } from '../../contract';
import type { Cache } from '../cache';

const FILE = 'catalog-checks.json';

/** What opened an hour ago opens now; what did not may have been mended. */
const GOOD_MS = 6 * 3_600_000;
const BAD_MS = 10 * 60_000;

/** More stores than any hub has; the oldest checks are forgotten first. */
const MAX_KEPT = 20_000;

const KeptCheck = z.omit(StoreReach, { id: true, code: true });

/** What asking a store came to, and when. */
export type KeptCheck = z.infer<typeof KeptCheck>;

/**
 * Whether the store opened, for anybody or with this hub's credentials.
 */
export function isOpen({ status }: Pick<KeptCheck, 'status'>): boolean {
  return status === 'anonymous' || status === 'hub';
}

const Kept = z.array(z.tuple([z.string(), KeptCheck]));

/**
 * The last check of each store by its address, kept on disk between two starts.
 */
export class KeptChecks {
  constructor(
    private readonly _cache: Cache,
    private readonly _now: () => Date
  ) {}

  /**
   * The last check of these addresses, however old it is; what was never asked is not in it.
   */
  async read(): Promise<ReadonlyMap<string, KeptCheck>> {
    this._checks ??= this._load();
    return this._checks;
  }

  /**
   * The last check of an address while it can be believed.
   */
  async recent(url: string): Promise<KeptCheck | undefined> {
    const check = (await this.read()).get(url);
    if (check === undefined || check.status === 'unknown') {
      return undefined;
    }
    const ageMs = this._now().getTime() - Date.parse(check.checkedAt);
    return ageMs >= 0 && ageMs < (isOpen(check) ? GOOD_MS : BAD_MS)
      ? check
      : undefined;
  }

  /**
   * Keep checks. One that found nothing out leaves the earlier one in place.
   */
  async write(
    checks: Iterable<readonly [url: string, check: KeptCheck]>
  ): Promise<void> {
    this._checks ??= this._load();
    const kept = await this._checks;
    for (const [url, check] of checks) {
      if (check.status !== 'unknown') {
        // Set anew, so that the order of the map is that of the checks.
        kept.delete(url);
        kept.set(url, check);
      }
    }
    await this._save();
  }

  /** One after the other: of two at once the older might be written last. Who comes while one waits shares it. */
  private _save(): Promise<void> {
    this._next ??= this._writing.then(async () => {
      this._next = undefined;
      const kept = await this.read();
      await this._cache.write(FILE, JSON.stringify([...kept].slice(-MAX_KEPT)));
    });
    this._writing = this._next;
    return this._next;
  }

  private async _load(): Promise<Map<string, KeptCheck>> {
    const text = await this._cache.read(FILE);
    try {
      return new Map(Kept.parse(JSON.parse(text ?? '[]')));
    } catch {
      // Of another form, so from another version: as good as none.
      return new Map();
    }
  }

  private _writing: Promise<void> = Promise.resolve();
  private _next: Promise<void> | undefined;
  private _checks: Promise<Map<string, KeptCheck>> | undefined;
}
