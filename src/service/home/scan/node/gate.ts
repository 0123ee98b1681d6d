import { realClock, type IClock } from './call-queue';
import { Pace } from './pace';

/**
 * What every call to the file system passes first: it stops what is cancelled, and keeps the operator's ceiling.
 */
export class Gate {
  /** @param operationsPerSecond - Null: no ceiling. */
  constructor(
    operationsPerSecond: number | null,
    private readonly _clock: IClock = realClock
  ) {
    this._pace =
      operationsPerSecond === null ? null : new Pace(operationsPerSecond);
  }

  /**
   * Wait until one more call may be made, or as many as are made in one go.
   *
   * @throws What the signal was aborted with.
   */
  async pass(signal: AbortSignal, calls = 1): Promise<void> {
    signal.throwIfAborted();
    const pace = this._pace;
    if (pace !== null) {
      // One after the other: many who each wait for several calls, and get them in turns, would make them all at once.
      const turn = this._last.then(() => this._take(pace, signal, calls));
      this._last = turn.catch(() => undefined);
      await unlessAborted(turn, signal);
    }
  }

  private async _take(
    pace: Pace,
    signal: AbortSignal,
    calls: number
  ): Promise<void> {
    for (let left = calls; left > 0;) {
      signal.throwIfAborted();
      const waitMs = pace.take(this._clock.now());
      if (waitMs === 0) {
        left -= 1;
      } else {
        await new Promise<void>(resolve => {
          this._clock.later(resolve, waitMs);
        });
      }
    }
  }

  private readonly _pace: Pace | null;
  private _last: Promise<void> = Promise.resolve();
}

/** Nobody who has gone waits for those before him. */
function unlessAborted(
  turn: Promise<void>,
  signal: AbortSignal
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop);
    turn
      .finally(() => {
        signal.removeEventListener('abort', stop);
      })
      .then(resolve, reject);
  });
}
