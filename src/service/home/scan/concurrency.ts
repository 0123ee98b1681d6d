const START = 16;
const LEAST = 4;

/** More calls in flight must bring at least this much more, or they only crowd the file server. */
const WORTHWHILE = 1.1;

/** A call this much slower than the fastest seen waits in a queue, not on a disk. */
const CROWDED = 4;

/** A window of calls, as many as were in flight twice over. */
export interface IWindow {
  readonly calls: number;
  readonly elapsedMs: number;
  /** Mean time from a call's start to its answer. */
  readonly latencyMs: number;
}

/**
 * How many calls to keep in flight: rises while that pays, falls when the file server slows.
 */
export class Concurrency {
  constructor(private readonly _most: number) {
    this._limit = Math.min(START, _most);
  }

  get limit(): number {
    return this._limit;
  }

  /** Calls to wait for before looking again. */
  get windowCalls(): number {
    return Math.max(32, 2 * this._limit);
  }

  adapt({ calls, elapsedMs, latencyMs }: IWindow): void {
    const rate = calls / Math.max(elapsedMs, 0.001);
    const pays = rate > this._rate * WORTHWHILE;
    const slows = rate * WORTHWHILE < this._rate;
    this._fastestMs = Math.min(this._fastestMs, latencyMs);
    const isCrowded = latencyMs > CROWDED * this._fastestMs;
    if (isCrowded || slows) {
      this._limit = Math.max(Math.min(LEAST, this._most), this._limit >> 1);
      // What was fast before the slowdown is no measure of what can be had now.
      this._fastestMs *= isCrowded ? 2 : 1;
      this._rate = rate / 2;
    } else if (pays) {
      this._limit = Math.min(this._most, this._limit * 2);
      this._rate = rate;
    } else {
      this._rate = Math.max(rate, this._rate * 0.9);
    }
  }

  private _limit: number;
  private _rate = 0;
  private _fastestMs = Infinity;
}
