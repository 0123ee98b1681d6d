import { setMaxListeners } from 'node:events';
import { Pace } from './pace';
import type { IPatience } from './retry';
import type { Urgency } from './urgency';

interface IWaiting {
  readonly start: () => void;
}

/**
 * The one gate of all requests of a server to the storage service: so many in flight, and no faster than it takes them.
 */
export class Limiter {
  constructor(options: Limiter.IOptions) {
    this._max = options.max;
    this._patience = options.patience;
    this._nowMs = options.nowMs;
  }

  /**
   * Do `work` when it is its turn. A cancelled one leaves the queue at once.
   */
  async run<T>(
    work: () => Promise<T>,
    urgency: Urgency,
    signal: AbortSignal
  ): Promise<T> {
    // One caller's signal ends all its requests: many listeners are no leak.
    setMaxListeners(0, signal);
    await this._enter(urgency, signal);
    try {
      const wait = this._pace.reserve(this._nowMs());
      if (wait > 0) {
        await this._patience.sleep(wait, signal);
      }
      return await work();
    } finally {
      this._leave();
    }
  }

  /** The storage service took a request. */
  accepted(): void {
    this._pace.accepted(this._nowMs());
    while (this._running < this._most && this._startNext()) {
      this._running += 1;
    }
  }

  /** The storage service refused a request because there are too many. */
  refused(): void {
    this._pace.refused(this._nowMs());
  }

  private async _enter(urgency: Urgency, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this._running < this._most) {
      this._running += 1;
      return;
    }
    this._pace.held(this._nowMs());
    const queue = this._queues[urgency];
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        queue.delete(waiting);
        reject(new DOMException('Cancelled', 'AbortError'));
      };
      const waiting: IWaiting = {
        start: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        }
      };
      queue.add(waiting);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private _leave(): void {
    // The place goes over to the next one: the number of running ones stays.
    if (!this._startNext()) {
      this._running -= 1;
    }
  }

  /** Lets the first in the queue go; false: nobody waits. */
  private _startNext(): boolean {
    for (const queue of [this._queues.view, this._queues.background]) {
      const [next] = queue;
      if (next) {
        queue.delete(next);
        next.start();
        return true;
      }
    }
    return false;
  }

  private get _most(): number {
    return Math.min(this._max, this._pace.mostAtOnce);
  }

  private readonly _max: number;
  private readonly _patience: IPatience;
  private readonly _nowMs: () => number;
  private readonly _pace = new Pace();
  private readonly _queues = {
    view: new Set<IWaiting>(),
    background: new Set<IWaiting>()
  };
  private _running = 0;
}

/** Options of a `Limiter`. */
export namespace Limiter {
  export interface IOptions {
    /** Requests in flight at once. */
    readonly max: number;
    readonly patience: IPatience;
    readonly nowMs: () => number;
  }
}
