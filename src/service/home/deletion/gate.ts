import { setTimeout as sleep } from 'node:timers/promises';
import { Pace } from '../scan/node/pace';

/**
 * What every call to the file system passes first: it stops what is cancelled, and keeps the operator's ceiling.
 */
export class Gate {
  /** @param operationsPerSecond - Null: no ceiling. */
  constructor(operationsPerSecond: number | null) {
    this._pace = new Pace(operationsPerSecond);
  }

  /**
   * Wait until one more call may be made, or as many as are made in one go.
   *
   * @throws What the signal was aborted with.
   */
  async pass(signal: AbortSignal, calls = 1): Promise<void> {
    for (let call = 0; call < calls; call += 1) {
      await this._passOne(signal);
    }
  }

  private async _passOne(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    let waitMs = this._pace.take(performance.now());
    while (waitMs > 0) {
      await sleep(Math.ceil(waitMs), undefined, { signal });
      waitMs = this._pace.take(performance.now());
    }
  }

  private readonly _pace: Pace;
}
