/** Calls between two questions whether calls have become fast. */
const EVERY = 64;

/** While the answer stays no, ask less and less often: a question costs a round trip in which nothing else is done. */
const RAREST = 4096;

/**
 * When to try a synchronous call again.
 */
export class Probe {
  /** Count one call; true: make this one synchronously, and say how it went. */
  isDue(): boolean {
    this._calls += 1;
    return this._calls >= this._every;
  }

  answered(wasFast: boolean): void {
    this._calls = 0;
    this._every = wasFast ? EVERY : Math.min(RAREST, this._every * 2);
  }

  private _calls = 0;
  private _every = EVERY;
}
