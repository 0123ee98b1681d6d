import { LeapError, type Bucket } from '../../../contract';
import type { GcsStore } from '../store/store';
import { readLifecycle } from './lifecycle';
import { configuredRule, NO_RULE, type IRule } from './rule';

/** Rules change once in years; whoever changes them sees it within this. */
const KEPT_MS = 600_000;

/** A refusal lasts as long as a rule; what else failed is asked again soon. */
const FAILED_MS = 30_000;

/** Rows wait no longer for the rule than this. */
const PATIENCE_MS = 1500;

interface IEntry {
  readonly rule: Promise<IRule | null>;
  keptUntilMs: number;
}

/**
 * What each bucket deletes: read from the bucket where that is allowed, else what the configuration says.
 */
export class RuleBook {
  constructor(
    private readonly _store: () => Promise<Pick<GcsStore, 'resource'>>,
    private readonly _now: () => Date
  ) {}

  /**
   * The rule of a bucket, soon: where the bucket takes long, the configuration answers in its place.
   */
  async of(bucket: Bucket | undefined): Promise<IRule> {
    if (!bucket) {
      return NO_RULE;
    }
    const configured = configuredRule(bucket.deleteAfterDays);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>(resolve => {
      timer = setTimeout(() => {
        resolve(null);
      }, PATIENCE_MS);
    });
    const read = await Promise.race([this._entry(bucket.name).rule, late]);
    clearTimeout(timer);
    return read ?? configured;
  }

  private _entry(name: string): IEntry {
    const known = this._entries.get(name);
    const nowMs = this._now().getTime();
    if (known && nowMs < known.keptUntilMs) {
      return known;
    }
    const entry: IEntry = {
      rule: this._read(name).catch((reason: unknown) => {
        const { code } = LeapError.from(reason);
        if (code !== 'forbidden') {
          entry.keptUntilMs = nowMs + FAILED_MS;
        }
        return null;
      }),
      keptUntilMs: nowMs + KEPT_MS
    };
    this._entries.set(name, entry);
    return entry;
  }

  private async _read(name: string): Promise<IRule | null> {
    const store = await this._store();
    const query = { bucket: name, fields: 'lifecycle' };
    const signal = AbortSignal.timeout(KEPT_MS);
    return readLifecycle(await store.resource(query, 'view', signal));
  }

  private readonly _entries = new Map<string, IEntry>();
}
