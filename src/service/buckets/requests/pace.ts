/**
 * All that are under way are refused when the first one is: so that few are, no more than that are under way until
 * they were so many in a second that there is no such limit, or so many at once for so long.
 */
const UNPROVEN_AT_ONCE = 32;
const PROVEN_PER_SECOND = 450;
const PROVEN_AFTER_MS = 700;

/** The rate over which a second's answers say nothing about a limit. */
const UNLIMITED_PER_SECOND = 4000;
const SLOWEST_PER_SECOND = 2;
const WINDOW_MS = 1000;
/** Refusals come in bunches, one for every request in flight: they count once. */
const CUT_EVERY_MS = 1000;
/** A service that counts by the second may have taken twice as many around the end of one. */
const FIRST_CUT = 0.5;
const CUT = 0.85;
const FIRST_GROWTH_A_SECOND = 1.06;
const GROWTH_A_SECOND = 1.02;
/** All hold still for so long after a refusal, so that the service's own window can pass. */
const PAUSE_MS = 1000;

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

  /** How many requests may be under way at once. */
  get mostAtOnce(): number {
    return this._isProven ? Infinity : UNPROVEN_AT_ONCE;
  }

  /**
   * A request waits because so many are under way.
   */
  held(nowMs: number): void {
    this._heldAtMs ??= nowMs;
  }

  /**
   * A request was answered.
   */
  accepted(nowMs: number): void {
    this._accepted.push(nowMs);
    this._forget(nowMs);
    this._isProven ||=
      this._accepted.length >= PROVEN_PER_SECOND ||
      nowMs - (this._heldAtMs ?? nowMs) >= PROVEN_AFTER_MS;
    if (this._intervalMs > 0 && nowMs - this._changedAtMs >= WINDOW_MS) {
      this._changedAtMs = nowMs;
      this._intervalMs /=
        this._cuts < 2 ? FIRST_GROWTH_A_SECOND : GROWTH_A_SECOND;
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
    this._heldAtMs = null;
    if (nowMs - this._cutAtMs < CUT_EVERY_MS) {
      return;
    }
    this._forget(nowMs);
    this._cutAtMs = nowMs;
    this._changedAtMs = nowMs;
    this._cuts += 1;
    const cut = this._cuts === 1 ? FIRST_CUT : CUT;
    const perSecond = Math.max(SLOWEST_PER_SECOND, this._accepted.length * cut);
    this._intervalMs = Math.max(this._intervalMs, 1000 / perSecond);
  }

  private _forget(nowMs: number): void {
    const from = this._accepted.findIndex(at => at > nowMs - WINDOW_MS);
    this._accepted.splice(0, from === -1 ? this._accepted.length : from);
  }

  private readonly _accepted: number[] = [];
  private _heldAtMs: number | null = null;
  private _isProven = false;
  private _cuts = 0;
  private _intervalMs = 0;
  private _nextAtMs = 0;
  private _cutAtMs = Number.NEGATIVE_INFINITY;
  private _changedAtMs = 0;
}
