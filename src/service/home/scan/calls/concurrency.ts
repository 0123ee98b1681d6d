import type { ICallHabits } from './call-habits';

const START = 16;
const LEAST = 4;

/** Up to this many times the latency of an idle server, the calls do not wait for one another: more of them pay. */
const ROOMY = 1.8;

/** Above this, most of a call's time is spent in a queue: fewer calls get as much done and leave the server to others. */
const CROWDED = 4;

/** How slowly a crowded server's best latency is forgotten, window by window: it may never be that fast again. */
const FORGETTING = 1.02;

/**
 * How many calls to keep in flight: rises while that pays, falls when the file server slows.
 */
export class Concurrency {
  /**
   * @param _threads - How many of them are made at once; the others wait for those, not for the server.
   * @param habits - What an earlier count learned; absent: nothing did.
   */
  constructor(
    private readonly _most: number,
    private readonly _threads: number,
    habits?: ICallHabits
  ) {
    this._limit = Math.max(1, Math.min(habits?.atOnce ?? START, _most));
    this._bestMs = habits?.bestMs ?? Infinity;
  }

  /** Mean time of a call when the server was least busy; null: nobody has looked. */
  get bestMs(): number | null {
    return this._bestMs === Infinity ? null : this._bestMs;
  }

  get limit(): number {
    return this._limit;
  }

  /** Calls to wait for before looking again: two rounds, since single ones come in bursts. */
  get windowCalls(): number {
    return 2 * Math.max(START, this._limit);
  }

  /** @param latencyMs - Mean time from a call's start to its answer, over as many calls. */
  adapt(latencyMs: number): void {
    const waiting = Math.max(1, this._limit / this._threads);
    const servedMs = latencyMs / waiting;
    this._bestMs = Math.min(servedMs, this._bestMs);
    const crowding = servedMs / this._bestMs;
    if (crowding <= ROOMY) {
      this._limit = Math.min(this._most, 2 * this._limit);
    } else if (crowding > CROWDED) {
      const least = Math.min(LEAST, this._most);
      this._limit = Math.max(least, Math.floor(0.75 * this._limit));
      this._bestMs *= FORGETTING;
    }
  }

  private _limit: number;
  private _bestMs: number;
}
