/** States of a walk, as all its threads see them. */
export const WALKING = 0;
/** Calls cost a round trip: the threads give their work back and wait. */
export const YIELDING = 1;
export const STOPPED = 2;

const STATE = 0;
const UNFINISHED = 1;
const HUNGRY = 2;
const STACK_LOCK = 3;
const SIZE = 4;
const BELL = 5;
const UNREADABLE = 6;
const PARTS = 7;
const JOINED = 8;
const SUMS_LOCK = 9;
const COUNTERS = 10;

const STACK_GROWTH = 4096;
const LOCK_SLEEP_MS = 0.05;

/** The memory behind the shared work, for handing to another thread. */
export interface IWorkBuffers {
  readonly counters: SharedArrayBuffer;
  readonly stack: SharedArrayBuffer;
}

/**
 * The directories that no thread works on yet, and what all threads must agree on.
 *
 * A walk is over when nothing is unfinished: a directory is from the moment it is found until its last entry is counted.
 */
export class SharedWork {
  constructor(readonly buffers: IWorkBuffers) {
    this._counters = new Int32Array(buffers.counters);
    this._stack = new Int32Array(buffers.stack);
  }

  static create(maxDirectories: number): SharedWork {
    return new SharedWork({
      counters: new SharedArrayBuffer(4 * COUNTERS),
      stack: new SharedArrayBuffer(4 * STACK_GROWTH, {
        maxByteLength: 4 * Math.max(maxDirectories, STACK_GROWTH)
      })
    });
  }

  get state(): number {
    return Atomics.load(this._counters, STATE);
  }

  set state(state: number) {
    Atomics.store(this._counters, STATE, state);
    this.ring();
  }

  /** Calls became slow: unless the walk is over, the threads give their work back. */
  yield(): void {
    Atomics.compareExchange(this._counters, STATE, WALKING, YIELDING);
    this.ring();
  }

  get isDone(): boolean {
    return Atomics.load(this._counters, UNFINISHED) === 0;
  }

  /** Whether a thread waits for directories. */
  get isHungry(): boolean {
    return Atomics.load(this._counters, HUNGRY) > 0;
  }

  /** Entries that could not be read so far. */
  get unreadable(): number {
    return Atomics.load(this._counters, UNREADABLE);
  }

  countUnreadable(): number {
    return Atomics.add(this._counters, UNREADABLE, 1) + 1;
  }

  /** Threads besides the first that have begun: only they can have found something. */
  get joined(): number {
    return Atomics.load(this._counters, JOINED);
  }

  join(): void {
    Atomics.add(this._counters, JOINED, 1);
  }

  begin(): void {
    Atomics.add(this._counters, UNFINISHED, 1);
  }

  finish(): void {
    if (Atomics.sub(this._counters, UNFINISHED, 1) === 1) {
      this.ring();
    }
  }

  /** Parts of large directories on their way to another thread. */
  get parts(): number {
    return Atomics.load(this._counters, PARTS);
  }

  countPart(change: 1 | -1): void {
    Atomics.add(this._counters, PARTS, change);
    this.ring();
  }

  /** Hand directories to whoever is free. */
  give(ids: readonly number[]): void {
    this._lock(STACK_LOCK);
    const size = this._counters[SIZE] ?? 0;
    const needed = 4 * (size + ids.length);
    if (needed > this.buffers.stack.byteLength) {
      const steps = Math.ceil(needed / (4 * STACK_GROWTH));
      this.buffers.stack.grow(
        Math.min(steps * 4 * STACK_GROWTH, this.buffers.stack.maxByteLength)
      );
    }
    this._stack.set(ids, size);
    this._counters[SIZE] = size + ids.length;
    this._unlock(STACK_LOCK);
    this.ring();
  }

  /** Take up to this many directories. */
  take(most: number): number[] {
    if (Atomics.load(this._counters, SIZE) === 0) {
      return [];
    }
    this._lock(STACK_LOCK);
    const size = this._counters[SIZE] ?? 0;
    const rest = Math.max(0, size - most);
    const ids = Array.from(this._stack.subarray(rest, size));
    this._counters[SIZE] = rest;
    this._unlock(STACK_LOCK);
    return ids;
  }

  /** Change a directory's sums while no other thread does: several may count parts of a large one. */
  sumUp(change: () => void): void {
    this._lock(SUMS_LOCK);
    change();
    this._unlock(SUMS_LOCK);
  }

  /** Wake every waiting thread. */
  ring(): void {
    Atomics.add(this._counters, BELL, 1);
    Atomics.notify(this._counters, BELL);
  }

  /** Block this thread until the bell rings. */
  sleep(timeoutMs: number): void {
    const heard = Atomics.load(this._counters, BELL);
    Atomics.wait(this._counters, BELL, heard, timeoutMs);
  }

  /** As `wait`, for a thread whose event loop must go on. */
  async waitAsync(timeoutMs: number): Promise<void> {
    const heard = Atomics.load(this._counters, BELL);
    this.setHungry(true);
    if (Atomics.load(this._counters, SIZE) === 0 && !this.isDone) {
      await Atomics.waitAsync(this._counters, BELL, heard, timeoutMs).value;
    }
    this.setHungry(false);
  }

  /** Block this thread until something may have changed; hungry while it waits. */
  wait(timeoutMs: number): void {
    const heard = Atomics.load(this._counters, BELL);
    this.setHungry(true);
    const nothing = Atomics.load(this._counters, SIZE) === 0 && !this.isDone;
    if (nothing) {
      Atomics.wait(this._counters, BELL, heard, timeoutMs);
    }
    this.setHungry(false);
  }

  setHungry(isHungry: boolean): void {
    Atomics.add(this._counters, HUNGRY, isHungry ? 1 : -1);
  }

  /** Held for a few hundred nanoseconds, unless its holder lost the processor: then sleeping lets it go on. */
  private _lock(lock: number): void {
    while (Atomics.compareExchange(this._counters, lock, 0, 1) !== 0) {
      Atomics.wait(this._counters, lock, 1, LOCK_SLEEP_MS);
    }
  }

  private _unlock(lock: number): void {
    Atomics.store(this._counters, lock, 0);
  }

  private readonly _counters: Int32Array;
  private readonly _stack: Int32Array;
}
