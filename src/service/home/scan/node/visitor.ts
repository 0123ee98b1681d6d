import { isSame, type DescriptorAnchor } from '../tree/anchor';
import { CallTimer } from './call-timer';
import { EntryCount, type ITree } from '../tree/entry-count';
import { errorName } from '../tree/files';
import { LatencyJudge } from './judge';
import { ListLengths, type SizeTrust } from '../tree/list-lengths';
import { isOdd, readNames } from './listing';
import type { Name } from '../tree/names';
import { shortPath } from '../tree/short-path';

/** What opening and reading a small directory costs in calls, and how many names add another. */
const LISTING_CALLS = 4;
const NAMES_PER_CALL = 64;

/** Entries looked at between two looks at the directory itself. */
const SETTLED = 256;

/** Names in a directory that are left to be counted. */
export interface IPart {
  readonly id: number;
  readonly names: readonly Name[];
}

/** What a visitor asks of the walk. */
export interface IVisitorHost {
  /** Stop for now; asked every few calls. */
  shouldPause(nowMs: number): boolean;
  /** Calls no longer return at once. */
  onSlow(): void;
}

/**
 * Counts directories one at a time with synchronous calls, in steps that can be paused anywhere.
 *
 * Where it can, it goes by the directory's path from the root of the walk, which is where the process works: that takes the
 * kernel half the time of going through an open directory. Nothing counts before the path was seen to lead there still.
 */
export class Visitor {
  constructor(
    private readonly _tree: ITree,
    private readonly _anchor: DescriptorAnchor,
    private readonly _host: IVisitorHost,
    sizeTrust: SizeTrust
  ) {
    this._lengths = new ListLengths(_tree.columns, sizeTrust);
  }

  readonly listingJudge = new LatencyJudge();
  readonly statJudge = new LatencyJudge();

  /** The time that went by was not spent on calls. */
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
      this._path = shortPath(this._tree, id);
      const directory = this._path ?? this._anchor.enter(id);
      this._prefix = `${directory}/`;
      if (part === undefined) {
        this._list(count, directory);
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
      const sampleEnd = this._next + this.statJudge.sampleCalls;
      const end = Math.min(sampleEnd, this._names.length);
      const calls = end - this._next;
      for (; this._next < end; this._next += 1) {
        const name = this._names[this._next];
        // A look at one of them may have shown that none can be looked at.
        if (name === undefined) {
          break;
        }
        this._look(count, name);
      }
      const nowMs = performance.now();
      this._sample(this.statJudge, calls, nowMs - lastMs);
      lastMs = nowMs;
      const shallPause = this._host.shouldPause(nowMs);
      if (shallPause || count.unsettled >= SETTLED) {
        this._settle(count);
      }
      if (shallPause) {
        return null;
      }
    }
    this._settle(count);
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

  private _look(count: EntryCount, name: Name): void {
    const { files } = this._tree;
    const path =
      typeof name === 'string'
        ? this._prefix + name
        : Buffer.concat([Buffer.from(this._prefix), name]);
    try {
      const stats = files.lstatSync(path, NO_THROW);
      if (stats === undefined) {
        count.miss(name, 'ENOENT');
      } else if (stats.nlink > 1 && !Number.isSafeInteger(stats.ino)) {
        const exact = files.lstatSync(path, { bigint: true });
        count.see(name, stats, exact.ino);
      } else {
        count.see(name, stats);
      }
    } catch (reason) {
      this._missed(count, name, errorName(reason));
    }
  }

  /** Without the right to search a directory no name in it can be read: that is one part, not thousands. */
  private _missed(count: EntryCount, name: Name, reason: string): void {
    if (reason === 'EACCES') {
      count.miss(null, reason);
      this._names = [];
      this._portions?.return();
    } else {
      count.miss(name, reason);
    }
  }

  /**
   * Count what was looked at. A directory that is not held has to stand where it did: what was seen by its path may else be
   * of another one.
   */
  private _settle(count: EntryCount): void {
    const reason = this._path === null ? null : this._whyLost(this._path);
    if (reason === null) {
      count.settle();
    } else {
      count.forget();
      count.fail(null, reason);
      this._names = [];
      this._path = null;
    }
  }

  /** Why a path no longer leads to its directory; null: it does. */
  private _whyLost(path: string): string | null {
    const { files, columns, rootDevice } = this._tree;
    const id = this._count?.id ?? 0;
    try {
      const stats = files.lstatSync(path, NO_THROW);
      return stats && isSame(columns, id, rootDevice, stats) ? null : 'ENOENT';
    } catch (reason) {
      return errorName(reason);
    }
  }

  /** The names of an ordinary directory at once; of a long list, or where some are not UTF-8, portion by portion. */
  private _list(count: EntryCount, directory: string): void {
    const { files } = this._tree;
    const isLong = this._lengths.isLong(count.id);
    const names = isLong ? [] : files.readdirSync(directory);
    if (!isLong) {
      this._lengths.read(count.id, names.length);
    }
    if (isLong || names.some(isOdd)) {
      this._portions = readNames(files, directory, isLong);
      this._read();
    } else {
      this._names = count.own(names);
    }
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
    this._anchor.leave();
  }

  private readonly _lengths: ListLengths;
  private readonly _timer = new CallTimer();
  private _count: EntryCount | null = null;
  /** Where the directory is when it is not held. */
  private _path: string | null = null;
  private _prefix = '';
  private _portions: Generator<readonly Name[], void> | null = null;
  private _names: readonly Name[] = [];
  private _next = 0;
}

const NO_THROW = { throwIfNoEntry: false } as const;
