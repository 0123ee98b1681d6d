import type { Stats } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LeapError } from '../../../contract';
import { CallQueue, type IClock } from './call-queue';
import { CallTimer } from './call-timer';
import type { Concurrency } from './concurrency';
import type { ITree } from './entry-count';
import { LatencyJudge } from './judge';
import { encodeName } from './names';
import type { Pace } from './pace';

/** How long it looks before the event loop gets a turn. */
const SLICE_MS = 15;

/** Calls between two looks at the clock. */
const SAMPLE = 16;

/** Takes what stands at a directory's path; null: nothing that can be looked at. */
export type OnLooked = (id: number, stats: Stats | null) => void;

/**
 * Looks at known directories, one call each: one after the other while calls return at once, many in flight when they do not.
 */
export class Sweep {
  constructor(private readonly _options: Sweep.IOptions) {}

  /** @throws LeapError `cancelled` when the signal aborts. */
  async run(ids: ArrayLike<number>, onLooked: OnLooked): Promise<void> {
    let next = 0;
    this._timer.rebase();
    while (next < ids.length && !this._isPatient) {
      next = this._slice(ids, next, onLooked);
      this._throwIfAborted();
      await nextTurn();
      this._timer.rebase();
    }
    if (next < ids.length) {
      await this._inFlight(ids, next, onLooked);
      this._throwIfAborted();
    }
  }

  private get _isPatient(): boolean {
    return this._options.isPaced || this._judge.isSlow;
  }

  /** @returns Where to go on. */
  private _slice(
    ids: ArrayLike<number>,
    from: number,
    onLooked: OnLooked
  ): number {
    const { files } = this._options.tree;
    const startedMs = performance.now();
    let lastMs = startedMs;
    let next = from;
    while (next < ids.length && lastMs - startedMs < SLICE_MS) {
      const end = Math.min(next + SAMPLE, ids.length);
      const calls = end - next;
      for (; next < end; next += 1) {
        const id = ids[next] ?? 0;
        let stats: Stats | undefined;
        try {
          stats = files.lstatSync(this._path(id), NO_THROW);
        } catch {
          // Whatever the reason is: the directory it stands in is read again, and says it.
        }
        onLooked(id, stats ?? null);
      }
      const nowMs = performance.now();
      this._timer.sample(this._judge, calls, nowMs - lastMs);
      lastMs = nowMs;
      if (this._judge.isSlow) {
        break;
      }
    }
    return next;
  }

  private _inFlight(
    ids: ArrayLike<number>,
    from: number,
    onLooked: OnLooked
  ): Promise<void> {
    const { concurrency, pace, clock, signal, tree } = this._options;
    return new Promise(resolve => {
      let next = from;
      const isOver = (): boolean => signal.aborted || next >= ids.length;
      const queue: CallQueue = new CallQueue(
        () => {
          if (isOver()) {
            return null;
          }
          const id = ids[next] ?? 0;
          next += 1;
          return answered =>
            tree.files.lstat(this._path(id), (error, stats) => {
              onLooked(id, error ? null : stats);
              answered();
              settle();
            });
        },
        concurrency,
        pace,
        clock
      );
      const settle = (): void => {
        if (queue.isIdle && isOver()) {
          resolve();
        }
      };
      queue.pump();
    });
  }

  private _path(id: number): string | Buffer {
    const { isAtRoot, paths } = this._options.tree;
    if (!isAtRoot) {
      return paths.absolute(id);
    }
    const path = id === 0 ? '.' : paths.relative(id);
    return path.isWellFormed() ? path : encodeName(path);
  }

  private _throwIfAborted(): void {
    if (this._options.signal.aborted) {
      throw new LeapError('cancelled', 'Cancelled.');
    }
  }

  private readonly _judge = new LatencyJudge();
  private readonly _timer = new CallTimer();
}

export namespace Sweep {
  export interface IOptions {
    readonly tree: ITree;
    readonly concurrency: Concurrency;
    readonly pace: Pace;
    readonly clock: IClock;
    /** Under a ceiling on calls, which only waiting calls can keep. */
    readonly isPaced: boolean;
    readonly signal: AbortSignal;
  }
}

const NO_THROW = { throwIfNoEntry: false } as const;
