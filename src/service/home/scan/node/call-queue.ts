import type { Concurrency } from '../calls/concurrency';
import type { Pace } from './pace';

/** One call to the file system; it says when the answer is there. */
export type Call = (answered: () => void) => void;

/** The clock of a queue; tests put their own in its place. */
export interface IClock {
  readonly now: () => number;
  readonly later: (task: () => void, delayMs: number) => void;
}

export const realClock: IClock = {
  now: () => performance.now(),
  later: (task, delayMs) => void setTimeout(task, Math.ceil(delayMs))
};

/**
 * Keeps as many calls in flight as `Concurrency` says and never more in a second than `Pace` lets through.
 */
export class CallQueue {
  /**
   * @param _next - The most urgent call that is left; null: none for now.
   * @param _onAnswered - What follows an answer: at least that more calls are started.
   */
  constructor(
    private readonly _next: () => Call | null,
    private readonly _concurrency: Concurrency,
    private readonly _pace: Pace,
    private readonly _clock: IClock,
    private readonly _onAnswered = (): void => this.pump()
  ) {}

  /** No call is under way or waiting for its turn. */
  get isIdle(): boolean {
    return this._inFlight === 0 && this._held === null;
  }

  /** Start what may be started. To be called whenever there may be more to do. */
  pump(): void {
    while (!this._isWaiting && this._inFlight < this._concurrency.limit) {
      const call = this._held ?? this._next();
      this._held = call;
      if (call === null) {
        return;
      }
      const waitMs = this._pace.take(this._clock.now());
      if (waitMs > 0) {
        this._isWaiting = true;
        this._clock.later(() => {
          this._isWaiting = false;
          this.pump();
        }, waitMs);
      } else {
        this._held = null;
        this._start(call);
      }
    }
  }

  private _start(call: Call): void {
    const startedMs = this._clock.now();
    this._inFlight += 1;
    call(() => {
      this._inFlight -= 1;
      this._answered(startedMs);
      this._onAnswered();
    });
  }

  private _answered(startedMs: number): void {
    this._calls += 1;
    this._latencyMs += this._clock.now() - startedMs;
    if (this._calls >= this._concurrency.windowCalls) {
      this._concurrency.adapt(this._latencyMs / this._calls);
      this._calls = 0;
      this._latencyMs = 0;
    }
  }

  private _inFlight = 0;
  private _isWaiting = false;
  private _held: Call | null = null;
  private _calls = 0;
  private _latencyMs = 0;
}
