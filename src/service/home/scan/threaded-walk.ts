import { LeapError } from '../../../contract';
import type { ICallHabits } from './call-habits';
import type { IClock } from './call-queue';
import type { Concurrency } from './concurrency';
import { Crew } from './crew';
import type { ITree } from './entry-count';
import { FirstThread } from './first-thread';
import type { IGroundPlan } from './ground';
import type { Pace } from './pace';
import type { LargestEntries } from './root-entries';
import { threadsBeside } from './threads';
import type { IWalker } from './walker';
import { STOPPED } from './work';

/**
 * Counts directories in JavaScript: in several threads while calls return at once, in one with many in flight when they do not.
 */
export class ThreadedWalk implements IWalker {
  constructor(private readonly _options: ThreadedWalk.IOptions) {
    this._crew = this._enlist();
    this._first = new FirstThread({ ..._options, crew: this._crew });
  }

  get habits(): ICallHabits {
    const { limit, bestMs } = this._options.inFlight;
    return { areSlow: this._first.hasSeenSlow, atOnce: limit, bestMs };
  }

  add(id: number): void {
    this._first.add(id);
  }

  async run(signal: AbortSignal): Promise<void> {
    const { work } = this._options.tree;
    while (!work.isDone) {
      if (signal.aborted) {
        throw new LeapError('cancelled', 'Cancelled.');
      }
      if (this._crew?.failure) {
        throw this._crew.failure;
      }
      await this._first.turn();
    }
    await this._crew?.end();
  }

  async stop(): Promise<void> {
    this._options.tree.work.state = STOPPED;
    await this._crew?.stop();
  }

  private _enlist(): Crew | null {
    const { entry, concurrency, capacity, plan, tree } = this._options;
    const { operationsPerSecond, rootEntries } = this._options;
    const isAlone = entry === null || threadsBeside(concurrency) === 0;
    const isPaced = operationsPerSecond !== null;
    if (isAlone || isPaced || !plan.hasDescriptors) {
      return null;
    }
    return new Crew(entry, {
      tree,
      data: {
        columns: tree.columns.buffers,
        capacity,
        work: tree.work.buffers,
        root: plan.root,
        rootDevice: plan.stats.dev,
        mounts: plan.mounts,
        sizeTrust: plan.sizeTrust,
        mostRootEntries: rootEntries.most
      },
      partReceived: part => this._first.receive(part),
      rootEntriesReceived: (entries, count) => rootEntries.merge(entries, count)
    });
  }

  private readonly _crew: Crew | null;
  private readonly _first: FirstThread;
}

export namespace ThreadedWalk {
  export type IOptions = Omit<FirstThread.IOptions, 'crew'> & {
    readonly plan: IGroundPlan;
    readonly tree: ITree;
    readonly clock: IClock;
    readonly inFlight: Concurrency;
    readonly pace: Pace;
    /** Directories at most. */
    readonly capacity: number;
    /** The script that other threads run; null: this thread alone. */
    readonly entry: string | null;
    /** What threads found in the root goes there. */
    readonly rootEntries: LargestEntries;
  };
}
