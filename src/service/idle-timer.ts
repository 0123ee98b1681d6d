/**
 * Tells when nothing was in progress for some time.
 */
export class IdleTimer {
  /**
   * @param restMs - How long nothing must be in progress.
   * @param onRest - Called then.
   */
  constructor(restMs: number, onRest: () => void) {
    this._restMs = restMs;
    this._onRest = onRest;
    this._wait();
  }

  /**
   * Something began (+1) or ended (-1).
   */
  count(change: 1 | -1): void {
    this._running += change;
    this._wait();
  }

  /**
   * From now on, wait for another time and call another function.
   */
  onRestAfter(restMs: number, onRest: () => void): void {
    this._restMs = restMs;
    this._onRest = onRest;
    this._wait();
  }

  private _wait(): void {
    clearTimeout(this._timer);
    if (this._running === 0) {
      this._timer = setTimeout(() => this._onRest(), this._restMs);
    }
  }

  private _restMs: number;
  private _onRest: () => void;
  private _running = 0;
  private _timer: NodeJS.Timeout | undefined;
}
