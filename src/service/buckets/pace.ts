/** The rate over which a second's answers say nothing about a limit. */
const UNLIMITED_PER_SECOND = 4000;
const SLOWEST_PER_SECOND = 2;
const WINDOW_MS = 1000;
/** Refusals come in bunches, one for every request in flight: they count once. */
const CUT_EVERY_MS = 1000;
const CUT = 0.85;
const GROWTH_A_SECOND = 1.03;
/** All hold still for so long after a refusal, so that the service's own window can pass. */
const PAUSE_MS = 500;

/**
 * Finds out how many requests a second the storage service takes: as many as there are until it refuses one,
 * then a little less than it took in the last second, then slowly more.
 */
export class Pace {
  /**
   * Milliseconds that the next request has to wait; taking it reserves its place.
   */
  reserve(nowMs: number): number {
    const at = Math.max(nowMs, this._nextAtMs);
    this._nextAtMs = at + this._intervalMs;
    return at - nowMs;
  }

  /**
   * A request was answered.
   */
  accepted(nowMs: number): void {
    this._accepted.push(nowMs);
    this._forget(nowMs);
    if (this._intervalMs > 0 && nowMs - this._changedAtMs >= WINDOW_MS) {
      this._changedAtMs = nowMs;
      this._intervalMs /= GROWTH_A_SECOND;
      if (this._intervalMs < 1000 / UNLIMITED_PER_SECOND) {
        this._intervalMs = 0;
      }
    }
  }

  /**
   * A request was refused because there are too many.
   */
  refused(nowMs: number): void {
    this._nextAtMs = Math.max(this._nextAtMs, nowMs + PAUSE_MS);
    if (nowMs - this._cutAtMs < CUT_EVERY_MS) {
      return;
    }
    this._forget(nowMs);
    this._cutAtMs = nowMs;
    this._changedAtMs = nowMs;
    const perSecond = Math.max(SLOWEST_PER_SECOND, this._accepted.length * CUT);
    this._intervalMs = Math.max(this._intervalMs, 1000 / perSecond);
  }

  private _forget(nowMs: number): void {
    const from = this._accepted.findIndex(at => at > nowMs - WINDOW_MS);
    this._accepted.splice(0, from === -1 ? this._accepted.length : from);
  }

  private readonly _accepted: number[] = [];
  private _intervalMs = 0;
  private _nextAtMs = 0;
  private _cutAtMs = Number.NEGATIVE_INFINITY;
  private _changedAtMs = 0;
}
