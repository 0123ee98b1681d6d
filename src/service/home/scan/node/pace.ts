/** From this rate on calls are let through in slots, because timers do not go below a millisecond. */
const SLOTS_FROM = 1000;
const SLOT_MS = 10;

/** Added to each wait, so that rounding never makes a second's last call its next one's first. */
const MARGIN_MS = 0.001;

/** A second touches at most this many slots, whenever it begins. */
const SLOTS_IN_A_SECOND = 1000 / SLOT_MS + 1;

/**
 * An operator's ceiling on calls a second: within no second, whenever it begins, are there more.
 */
export class Pace {
  /** @param operationsPerSecond - Null: no ceiling. */
  constructor(operationsPerSecond: number | null) {
    const rate = Math.max(1, operationsPerSecond ?? Infinity);
    if (rate >= SLOTS_FROM) {
      this._perSlot = Math.floor(rate / SLOTS_IN_A_SECOND);
      this._slotMs = SLOT_MS + MARGIN_MS;
    } else {
      this._perSlot = 1;
      this._slotMs = 1000 / rate + MARGIN_MS;
    }
  }

  /**
   * Ask to make one call now.
   *
   * @returns 0: make it. Otherwise ask again after this many milliseconds.
   */
  take(nowMs: number): number {
    if (this._perSlot === Infinity) {
      return 0;
    }
    const endMs = this._slotStartMs + this._slotMs;
    if (nowMs >= endMs - MARGIN_MS / 2) {
      this._slotStartMs = nowMs;
      this._left = this._perSlot;
    }
    if (this._left > 0) {
      this._left -= 1;
      return 0;
    }
    return endMs - nowMs;
  }

  private readonly _perSlot: number;
  private readonly _slotMs: number;
  private _slotStartMs = -Infinity;
  private _left = 0;
}
