import { LeapError } from '../../contract';
import { Cache } from '../cache';

const HOUR_MS = 3_600_000;

/** Nobody needs a new token every ten minutes; a page that runs by itself would take as many as there are. */
const MAX_PER_HOUR = 6;

const FILE = 'token-times';

/**
 * Counts the tokens of the last hour. Their times are kept beside the other kept answers, since the service ends and
 * begins again when nobody uses it; where they cannot be kept, memory counts alone.
 */
export class TokenRate {
  constructor(
    cacheDirectory: string | null,
    private readonly _now: () => Date
  ) {
    this._cache = new Cache(cacheDirectory);
  }

  /**
   * Take one of this hour's tokens, before it is made: one that fails counts too.
   *
   * @throws LeapError `rate-limited` that says when the next one can be had.
   */
  take(): Promise<void> {
    // One after the other: of two that are kept at once, the one that counts less could come last.
    const turn = this._last.then(() => this._take());
    this._last = turn.catch(() => undefined);
    return turn;
  }

  private async _take(): Promise<void> {
    const now = this._now().getTime();
    // A clock that was set back leaves times that lie ahead.
    const isRecent = (at: number): boolean => at > now - HOUR_MS && at <= now;
    const kept = readTimes(await this._cache.read(FILE)).filter(isRecent);
    const own = this._times.filter(isRecent);
    const times = kept.length > own.length ? kept : own;
    const oldest = times[times.length - MAX_PER_HOUR];
    if (oldest !== undefined) {
      const minutes = Math.ceil((oldest + HOUR_MS - now) / 60_000);
      throw new LeapError(
        'rate-limited',
        `${MAX_PER_HOUR} tokens were given in the last hour, which is the most. The next one can be had in ${minutes} min.`
      );
    }
    this._times = [...times, now];
    await this._cache.write(FILE, JSON.stringify(this._times));
  }

  private readonly _cache: Cache;
  private _times: readonly number[] = [];
  private _last: Promise<void> = Promise.resolve();
}

function readTimes(text: string | null): number[] {
  try {
    const times: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(times)
      ? times.filter(at => typeof at === 'number')
      : [];
  } catch {
    // Damaged: memory still counts.
    return [];
  }
}
