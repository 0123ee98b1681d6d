import { LeapError } from '../../../../contract/leap-error';
import { CallQueue, type Call, type IClock } from './call-queue';
import { CallTimer } from './call-timer';
import type { Concurrency } from '../calls/concurrency';
import type { ITree } from '../tree/entry-count';
import { SLOW_CALL_MS } from '../calls/slow-call';
import type { ISweep, OnLooked } from '../calls/sweep';
import { LatencyJudge } from './judge';
import type { Pace } from './pace';
import { Probe } from './probe';
import { lookAt } from '../tree/look-at';
import { placeOf } from '../tree/short-path';
import type { EntryStats } from '../tree/tally';

/** How long it looks before the event loop gets a turn. */
const SLICE_MS = 15;

/** Calls between two looks at the clock, once it is sure what they are like. */
const SAMPLE = 16;

/** One after the other; undefined: there are no more. */
type NextId = () => number | undefined;

/**
 * Looks one after the other while calls return at once, with many in flight when they do not.
 */
export class NodeSweep implements ISweep {
  constructor(private readonly _options: NodeSweep.IOptions) {
    if (_options.startsPatient) {
      this._judge.assumeSlow();
    }
  }

  get isSlow(): boolean {
    return this._judge.isSlow;
  }

  async run(ids: Uint32Array, onLooked: OnLooked): Promise<void> {
    let at = 0;
    const next = (): number | undefined => ids[at++];
    let isOver = false;
    while (!isOver) {
      if (this._options.isPaced || this._judge.isSlow) {
        isOver = await this._inFlight(next, onLooked);
      } else {
        await new Promise(setImmediate);
        this._timer.rebase();
        isOver = this._slice(next, onLooked);
      }
      this._throwIfAborted();
    }
  }

  /** @returns Whether there are no more. */
  private _slice(next: NextId, onLooked: OnLooked): boolean {
    const startedMs = performance.now();
    let lastMs = startedMs;
    while (lastMs - startedMs < SLICE_MS && !this._judge.isSlow) {
      const most = this._judge.isSure ? SAMPLE : this._judge.sampleCalls;
      let calls = 0;
      let id: number | undefined;
      while (calls < most && (id = next()) !== undefined) {
        onLooked(id, this._look(id));
        calls += 1;
      }
      const nowMs = performance.now();
      this._timer.sample(this._judge, calls, nowMs - lastMs);
      lastMs = nowMs;
      if (calls < most) {
        return true;
      }
    }
    return false;
  }

  private _look(id: number): EntryStats | null {
    return lookAt(this._options.tree, id);
  }

  /** @returns Whether there are no more; else calls return at once by now. */
  private _inFlight(next: NextId, onLooked: OnLooked): Promise<boolean> {
    const { concurrency, pace, clock, signal, isPaced, tree } = this._options;
    return new Promise(resolve => {
      let isOver = false;
      const call = (): Call | null => {
        const isWanted = !signal.aborted && (isPaced || this._judge.isSlow);
        const id = isWanted ? next() : undefined;
        isOver ||= isWanted && id === undefined;
        if (id === undefined) {
          return null;
        }
        const isProbe = !isPaced && this._probe.isDue();
        return answered => {
          if (isProbe) {
            this._try(id, onLooked);
            answered();
            settle();
            return;
          }
          tree.files.lstat(placeOf(tree, id), (error, stats) => {
            onLooked(id, error ? null : stats);
            answered();
            settle();
          });
        };
      };
      const queue = new CallQueue(call, concurrency, pace, clock);
      const settle = (): void => {
        if (queue.isIdle) {
          resolve(isOver);
        }
      };
      queue.pump();
      settle();
    });
  }

  /** Whether a call returns at once by now: then all may go faster. */
  private _try(id: number, onLooked: OnLooked): void {
    const startedMs = performance.now();
    onLooked(id, this._look(id));
    const isSlow = performance.now() - startedMs > SLOW_CALL_MS;
    this._judge.add(isSlow);
    this._probe.answered(!isSlow);
  }

  private _throwIfAborted(): void {
    if (this._options.signal.aborted) {
      throw new LeapError('cancelled', 'Cancelled.');
    }
  }

  private readonly _judge = new LatencyJudge();
  private readonly _probe = new Probe();
  private readonly _timer = new CallTimer();
}

export namespace NodeSweep {
  export interface IOptions {
    readonly tree: ITree;
    readonly concurrency: Concurrency;
    readonly pace: Pace;
    readonly clock: IClock;
    /** Under a ceiling on calls, which only waiting calls can keep. */
    readonly isPaced: boolean;
    /** Calls were slow lately. */
    readonly startsPatient: boolean;
    readonly signal: AbortSignal;
  }
}
