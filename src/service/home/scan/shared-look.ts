const NEXT = 0;
const AT_WORK = 1;
const FOUND = 2;
const COUNTERS = 3;

/** Directories taken at a time: a millisecond's work, so that neither waits for the other at the end. */
const PORTION = 256;

// What became of each directory.
const OPEN = 0;
const UNCHANGED = 1;
const TAKEN = 2;

/** How long to wait before looking whether the other thread has died. */
const PATIENCE_MS = 20;

/** The memory behind it, for handing to another thread. */
export interface ISharedLookBuffers {
  readonly counters: SharedArrayBuffer;
  readonly marks: SharedArrayBuffer;
  readonly found: SharedArrayBuffer;
}

/**
 * What two threads that look at the same directories agree on: who looks at which, and which are unchanged.
 */
export class SharedLook {
  constructor(readonly buffers: ISharedLookBuffers) {
    this._counters = new Int32Array(buffers.counters);
    this._marks = new Uint8Array(buffers.marks);
    this._found = new Uint32Array(buffers.found);
  }

  static create(count: number): SharedLook {
    return new SharedLook({
      counters: new SharedArrayBuffer(4 * COUNTERS),
      marks: new SharedArrayBuffer(count),
      found: new SharedArrayBuffer(4 * count)
    });
  }

  /** The next directory for the first thread; undefined: there are no more for now. */
  take(): number | undefined {
    if (this._seen < Atomics.load(this._counters, FOUND)) {
      this._seen += 1;
      return this._found[this._seen - 1];
    }
    if (this._at >= this._end) {
      [this._at, this._end] = this._claim();
      if (this._at >= this._end) {
        return undefined;
      }
    }
    const id = this._at;
    this._marks[id] = TAKEN;
    this._at += 1;
    return id;
  }

  /** Look at directories in the second thread until all are taken. Those that are not unchanged are left to the first. */
  help(isUnchanged: (id: number) => boolean): void {
    Atomics.store(this._counters, AT_WORK, 1);
    for (let [id, end] = this._claim(); id < end; [id, end] = this._claim()) {
      for (; id < end; id += 1) {
        if (isUnchanged(id)) {
          this._marks[id] = UNCHANGED;
        } else {
          this._marks[id] = TAKEN;
          const at = Atomics.load(this._counters, FOUND);
          this._found[at] = id;
          Atomics.store(this._counters, FOUND, at + 1);
        }
      }
    }
    Atomics.store(this._counters, AT_WORK, 0);
    Atomics.notify(this._counters, AT_WORK);
  }

  /** Let the second thread take no more. */
  close(): void {
    Atomics.store(this._counters, NEXT, this._marks.length);
  }

  /** Until the second thread has done what it took, or has died. */
  async helped(isAlive: () => boolean): Promise<void> {
    while (isAlive() && Atomics.load(this._counters, AT_WORK) === 1) {
      await Atomics.waitAsync(this._counters, AT_WORK, 1, PATIENCE_MS).value;
    }
  }

  /**
   * What nobody took or looked at.
   *
   * @param isReliable - Whether one that is unchanged needs no other look.
   */
  rest(isReliable: (id: number) => boolean): number[] {
    const rest: number[] = [];
    for (let id = 0; id < this._marks.length; id += 1) {
      const mark = this._marks[id];
      if (mark === OPEN || (mark === UNCHANGED && !isReliable(id))) {
        rest.push(id);
      }
    }
    return rest;
  }

  private _claim(): [from: number, end: number] {
    const from = Atomics.add(this._counters, NEXT, PORTION);
    return [from, Math.min(from + PORTION, this._marks.length)];
  }

  private readonly _counters: Int32Array;
  private readonly _marks: Uint8Array;
  private readonly _found: Uint32Array;
  /** Of what the second thread found, what was taken. */
  private _seen = 0;
  private _at = 0;
  private _end = 0;
}
