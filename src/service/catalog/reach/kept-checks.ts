import * as z from 'zod/mini';
import { StoreReach } from '../../../contract';
import type { Cache } from '../../cache';
import { KeptMap } from '../kept-map';

const FILE = 'catalog-checks.json';

/** What opened an hour ago opens now; what did not may have been mended, and a host that did not answer may be back soon. */
const GOOD_MS = 6 * 3_600_000;
const BAD_MS = 10 * 60_000;
const UNREACHABLE_MS = 20_000;

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

function believedMs(check: KeptCheck): number {
  if (check.status === 'unreachable') {
    return UNREACHABLE_MS;
  }
  return isOpen(check) ? GOOD_MS : BAD_MS;
}

/**
 * The last check of each store by its address, kept on disk between two starts.
 */
export class KeptChecks {
  constructor(
    cache: Cache,
    private readonly _now: () => Date
  ) {
    this._kept = new KeptMap(cache, FILE, KeptCheck, entries =>
      JSON.stringify(entries.slice(-MAX_KEPT))
    );
  }

  /**
   * The last check of these addresses, however old it is; what was never asked is not in it.
   */
  read(): Promise<ReadonlyMap<string, KeptCheck>> {
    return this._kept.read();
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
    return ageMs >= 0 && ageMs < believedMs(check) ? check : undefined;
  }

  /**
   * Keep checks. One that found nothing out leaves the earlier one in place.
   */
  async write(
    checks: Iterable<readonly [url: string, check: KeptCheck]>
  ): Promise<void> {
    for (const [url, check] of checks) {
      if (check.status !== 'unknown') {
        await this._kept.set(url, check);
      }
    }
    await this._kept.save();
  }

  private readonly _kept: KeptMap<KeptCheck>;
}
