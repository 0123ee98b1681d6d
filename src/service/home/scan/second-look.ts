import { Worker } from 'node:worker_threads';
import type { IKnownTree } from './known-tree';
import type { IScanOrder } from './scan-messages';
import type { ISecondLookOrder } from './second-look-thread';
import { SharedLook } from './shared-look';
import { each, type ISweep, type OnLooked } from './sweep';
import { threadsBeside } from './threads';

/** Directories looked at between two times at which those that changed are read, while the other thread goes on looking. */
const ROUND = 2048;

/** With fewer all are looked at before a thread has started; with more its memory is needed for them. */
const LEAST_DIRECTORIES = 8000;
const MOST_DIRECTORIES = 250_000;

/** What it makes is garbage at once; more room for it only costs memory. */
const RESOURCE_LIMITS = {
  maxYoungGenerationSizeMb: 2,
  maxOldGenerationSizeMb: 16
};

/**
 * Another thread that looks at known directories, ahead of the first one and then beside it.
 */
export class SecondLook {
  /** @param _entry - The script that runs `runSecondLook` when its `workerData.role` is `second-look`. */
  constructor(private readonly _entry: string) {}

  /** Start the thread before there is anything to look at, so that nobody waits for it. */
  start(): Worker {
    if (this._worker) {
      return this._worker;
    }
    const worker = new Worker(this._entry, {
      workerData: { role: 'second-look' },
      resourceLimits: RESOURCE_LIMITS
    });
    // The first thread looks at what this one cannot.
    const onEnd = (): void => {
      if (this._worker === worker) {
        this._worker = null;
      }
    };
    worker.once('error', onEnd);
    worker.once('exit', onEnd);
    worker.unref();
    this._worker = worker;
    return worker;
  }

  /** Begin to look at the first directories of a tree, as many as there are, in place of what was begun before. */
  begin(count: number, ground: Omit<ISecondLookOrder, 'look'>): void {
    this._look?.close();
    this._look = SharedLook.create(count);
    const order: ISecondLookOrder = { ...ground, look: this._look.buffers };
    this.start().postMessage(order);
  }

  /**
   * Look at what is left of the directories, together with a sweep in this thread.
   *
   * @param isReliable - Whether one that is as it was holds what was counted in it: `onLooked` is not told of those.
   * @param readChanged - Do something about those that are not, of which `onLooked` was told.
   */
  async sweep(
    sweep: ISweep,
    isReliable: (id: number) => boolean,
    onLooked: OnLooked,
    readChanged: () => Promise<void>
  ): Promise<void> {
    const look = this._look ?? SharedLook.create(0);
    const round = { left: 0, isLast: false };
    const next = (): number | undefined => {
      if (sweep.isSlow || round.left === 0) {
        return undefined;
      }
      round.left -= 1;
      const id = look.take();
      round.isLast = id === undefined;
      return id;
    };
    while (!round.isLast && !sweep.isSlow) {
      round.left = ROUND;
      await sweep.run(next, onLooked, isReliable);
      await readChanged();
    }
    look.close();
    if (!sweep.isSlow) {
      await look.helped(() => this._worker !== null);
    }
    await sweep.run(() => look.take(), onLooked, isReliable);
    await sweep.run(each(look.rest(isReliable)), onLooked, isReliable);
    await readChanged();
    this._look = null;
  }

  /** End the thread, now or when the call that it waits for has returned. */
  stop(): void {
    this._look?.close();
    void this._worker?.terminate();
    this._worker = null;
  }

  private _worker: Worker | null = null;
  private _look: SharedLook | null = null;
}

/** Whether another thread would be of use in a tree. */
export function isWorthAnother(
  { readAt, habits }: IKnownTree,
  {
    concurrency,
    operationsPerSecond
  }: Pick<IScanOrder, 'concurrency' | 'operationsPerSecond'>
): boolean {
  return (
    readAt.length >= LEAST_DIRECTORIES &&
    readAt.length <= MOST_DIRECTORIES &&
    !habits.areSlow &&
    operationsPerSecond === null &&
    threadsBeside(concurrency) > 0
  );
}
