import type { IAnchor, IEntered } from './anchor';
import { CallTimer } from './call-timer';
import { EntryCount, type ITree } from './entry-count';
import { errorName } from './files';
import { LatencyJudge } from './judge';
import { isOdd, LARGE_BYTES, readNames, type Name } from './listing';

/** Calls between two looks at the clock. */
const SAMPLE = 8;

/** What opening and reading a small directory costs in calls, and how many names add another. */
const LISTING_CALLS = 4;
const NAMES_PER_CALL = 64;

/** Fewer names than this are not worth handing over. */
const WORTH_GIVING = 256;

/** Names in a directory that another thread shall count. */
export interface IPart {
  readonly id: number;
  readonly names: readonly Name[];
}

/** What a visitor asks of the thread it works for. */
export interface IVisitorHost {
  /** Stop for now; asked every few calls. */
  shouldPause(nowMs: number): boolean;
  /** Somebody is free and would take a part of a large directory. */
  readonly wantsPart: boolean;
  givePart(part: IPart): void;
  /** Calls no longer return at once. */
  onSlow(): void;
}

/**
 * Counts directories one at a time with synchronous calls, in steps that can be paused anywhere.
 */
export class Visitor {
  constructor(
    private readonly _tree: ITree,
    private readonly _anchor: IAnchor,
    private readonly _host: IVisitorHost,
    private readonly _trustsSize: boolean
  ) {}

  readonly listingJudge = new LatencyJudge();
  readonly statJudge = new LatencyJudge();

  /** This thread has waited for something else than calls. */
  rebase(): void {
    this._timer.rebase();
  }

  /** Begin with a directory, or with a part of one. */
  start(id: number, part?: readonly Name[]): void {
    const count = new EntryCount(this._tree, id);
    this._count = count;
    this._names = part ?? [];
    this._next = 0;
    this._portions = null;
    const startedMs = performance.now();
    try {
      this._entered = this._anchor.enter(id);
      if (part === undefined) {
        const { directory, sizeBytes } = this._entered;
        const isLarge = sizeBytes > LARGE_BYTES || !this._trustsSize;
        if (isLarge || !this._readWhole(count, directory)) {
          this._portions = readNames(this._tree.files, directory, isLarge);
          this._read();
        }
      }
    } catch (reason) {
      count.failWith(null, reason);
      this._drop();
    }
    const calls = LISTING_CALLS + this._names.length / NAMES_PER_CALL;
    this._sample(this.listingJudge, calls, performance.now() - startedMs);
  }

  /**
   * Go on until the directory is done or the host wants a pause.
   *
   * @returns The directories found when it is done; null: paused.
   */
  run(): readonly number[] | null {
    const count = this._count;
    if (count === null) {
      return [];
    }
    let lastMs = performance.now();
    while (this._next < this._names.length || this._read()) {
      const end = Math.min(this._next + SAMPLE, this._names.length);
      const calls = end - this._next;
      for (; this._next < end; this._next += 1) {
        this._entry(count, this._names[this._next] ?? '');
      }
      const nowMs = performance.now();
      this._sample(this.statJudge, calls, nowMs - lastMs);
      lastMs = nowMs;
      if (this._host.shouldPause(nowMs)) {
        count.flush();
        return null;
      }
      this._share();
    }
    count.flush();
    this._drop();
    this._count = null;
    return count.found;
  }

  /**
   * Leave the directory that is being counted to others: what is left of it, as parts.
   *
   * Ends in the directories found; null: none was being counted.
   */
  *handOver(): Generator<IPart, readonly number[] | null> {
    const count = this._count;
    if (count === null) {
      return null;
    }
    do {
      const names = this._names.slice(this._next);
      this._next = this._names.length;
      if (names.length > 0) {
        yield { id: count.id, names };
      }
    } while (this._read());
    this._drop();
    this._count = null;
    return count.found;
  }

  private _entry(count: EntryCount, name: Name): void {
    const { files } = this._tree;
    const prefix = this._entered?.prefix ?? '';
    const path =
      typeof name === 'string'
        ? prefix + name
        : Buffer.concat([Buffer.from(prefix), name]);
    try {
      const stats = files.lstatSync(path, NO_THROW);
      if (stats === undefined) {
        count.fail(name, 'ENOENT');
      } else if (stats.nlink > 1 && !Number.isSafeInteger(stats.ino)) {
        const exact = files.lstatSync(path, { bigint: true });
        count.count(name, stats, exact.ino);
      } else {
        count.count(name, stats);
      }
    } catch (reason) {
      this._failed(count, name, reason);
    }
  }

  /** Without the right to search a directory no name in it can be read: that is one part, not thousands. */
  private _failed(count: EntryCount, name: Name, reason: unknown): void {
    if (errorName(reason) === 'EACCES') {
      count.fail(null, 'EACCES');
      this._names = [];
      this._portions?.return();
    } else {
      count.failWith(name, reason);
    }
  }

  /** The names of an ordinary directory at once; false: some are not UTF-8. */
  private _readWhole(count: EntryCount, directory: string): boolean {
    const names = this._tree.files.readdirSync(directory);
    if (names.some(isOdd)) {
      return false;
    }
    this._names = count.own(names);
    return true;
  }

  /** The next portion of names; false: there is none. */
  private _read(): boolean {
    try {
      const portion = this._portions?.next();
      if (portion === undefined || portion.done) {
        return false;
      }
      this._names = this._count?.own(portion.value) ?? [];
      this._next = 0;
      return true;
    } catch (reason) {
      this._count?.failWith(null, reason);
      return false;
    }
  }

  private _share(): void {
    const left = this._names.length - this._next;
    if (left > WORTH_GIVING && this._host.wantsPart && this._count) {
      const keep = this._next + (left >> 1);
      const names = this._names.slice(keep);
      this._names = this._names.slice(this._next, keep);
      this._next = 0;
      this._host.givePart({ id: this._count.id, names });
    }
  }

  private _sample(judge: LatencyJudge, calls: number, elapsedMs: number): void {
    this._timer.sample(judge, calls, elapsedMs);
    if (judge.isSlow) {
      this._host.onSlow();
    }
  }

  private _drop(): void {
    this._portions?.return();
    this._portions = null;
    this._names = [];
    this._entered = null;
    this._anchor.leave();
  }

  private readonly _timer = new CallTimer();
  private _count: EntryCount | null = null;
  private _entered: IEntered | null = null;
  private _portions: Generator<readonly Name[], void> | null = null;
  private _names: readonly Name[] = [];
  private _next = 0;
}

const NO_THROW = { throwIfNoEntry: false } as const;
