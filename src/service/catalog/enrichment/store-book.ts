import * as z from 'zod/mini';
import { StoreFacts } from '../../../contract';
import type { Cache } from '../../cache';
import { isOpen, type KeptChecks } from '../reach/kept-checks';
import { KeptMap } from '../kept-map';
import type { IKnownStore, KnownStores } from '../record/traits';

const FILE = 'catalog-stores.json';

const DAY_MS = 86_400_000;

/** What is in a store changes rarely; only its end moves on. */
const FACTS_MS = 7 * DAY_MS;

/** What did not open, or could not be read, is tried again the next day. */
const FAILED_MS = DAY_MS;

/** More stores than that are not kept; the oldest go first. */
const MAX_KEPT = 20_000;

/** Of one store on disk, in characters: the largest of the hub's have twenty thousand. */
const MAX_CHARACTERS = 60_000;

/** And of all of them: below what the cache takes. */
const MAX_TOTAL = 40 << 20;

const Entry = z.object({
  /** Null: not read, or it could not be. */
  facts: z.nullable(StoreFacts),
  /** When reading was tried. */
  readAt: z.iso.datetime()
});
type Entry = z.infer<typeof Entry>;

/**
 * What is in stores, by their address. Kept on disk between two starts, never in the home. Whether they open is with the
 * checks, and there alone.
 */
export class StoreBook {
  constructor(cache: Cache, checks: KeptChecks, now: () => Date) {
    this._entries = new KeptMap(cache, FILE, Entry, textOf);
    this._checks = checks;
    this._now = now;
  }

  /**
   * Everything that is known of stores that were ever tried.
   */
  async known(): Promise<KnownStores> {
    const entries = await this._entries.read();
    const known = new Map<string, IKnownStore>();
    for (const [url, check] of await this._checks.read()) {
      known.set(url, {
        facts: entries.get(url)?.facts ?? null,
        isOpen: isOpen(check),
        checkedAt: check.checkedAt
      });
    }
    return known;
  }

  /**
   * Whether nothing about a store need be found out now.
   */
  async isFresh(url: string): Promise<boolean> {
    const check = (await this._checks.read()).get(url);
    if (check === undefined) {
      return false;
    }
    if (!isOpen(check)) {
      // A host that did not answer has not said that there is nothing.
      const isAnswer = check.status !== 'unreachable';
      return isAnswer && this._isWithin(check.checkedAt, FAILED_MS);
    }
    const entry = (await this._entries.read()).get(url);
    return (
      entry !== undefined &&
      this._isWithin(entry.readAt, entry.facts ? FACTS_MS : FAILED_MS)
    );
  }

  /**
   * Note what is in a store that opened. What was known before stays where nothing could be read.
   */
  async noteFacts(url: string, facts: StoreFacts | null): Promise<void> {
    const before = (await this._entries.read()).get(url);
    const now = this._now().toISOString();
    await this._entries.set(url, {
      facts: facts ?? before?.facts ?? null,
      readAt: now
    });
  }

  /**
   * Write all of it to disk.
   */
  save(): Promise<void> {
    return this._entries.save();
  }

  private _isWithin(at: string, limitMs: number): boolean {
    const ageMs = this._now().getTime() - Date.parse(at);
    return ageMs >= 0 && ageMs < limitMs;
  }

  private readonly _entries: KeptMap<Entry>;
  private readonly _checks: KeptChecks;
  private readonly _now: () => Date;
}

/** The latest entries, as many as there is room for. */
function textOf(entries: readonly (readonly [string, Entry])[]): string {
  const kept: string[] = [];
  let characters = 0;
  for (const entry of entries.slice(-MAX_KEPT).reverse()) {
    const text = JSON.stringify(entry);
    characters += text.length;
    if (characters > MAX_TOTAL) {
      break;
    }
    if (text.length <= MAX_CHARACTERS) {
      kept.push(text);
    }
  }
  return `[${kept.reverse().join(',')}]`;
}
