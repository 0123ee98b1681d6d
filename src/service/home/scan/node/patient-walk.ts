import type { Stats } from 'node:fs';
import { LeapError } from '../../../../contract/leap-error';
import { CallQueue, type Call, type IClock } from './call-queue';
import type { Concurrency } from '../calls/concurrency';
import { descriptorPath, isSame } from '../tree/anchor';
import { EntryCount, type ITree } from '../tree/entry-count';
import { errorName } from '../tree/files';
import { SLOW_CALL_MS } from '../calls/slow-call';
import type { LatencyJudge } from './judge';
import type { SizeTrust } from '../tree/list-lengths';
import type { Name } from '../tree/names';
import { OpenDirectory } from './open-directory';
import type { Pace } from './pace';
import { PatientListing } from './patient-listing';
import { openCalls } from './patient-open';
import { PatientStats } from './patient-stats';
import { Probe } from './probe';
import { shortPath } from '../tree/short-path';
import type { IPart } from './visitor';

/**
 * Counts directories with many calls in flight, for file systems where each costs a round trip.
 */
export class PatientWalk {
  constructor(private readonly _options: PatientWalk.IOptions) {
    const { concurrency, pace, clock, tree } = _options;
    this._queue = new CallQueue(
      () => this._next(),
      concurrency,
      pace,
      clock,
      () => this._turn()
    );
    const proceed = (directory: OpenDirectory): void =>
      this._proceed(directory);
    this._stats = new PatientStats(tree, _options.statJudge, _options, proceed);
    this._listing = new PatientListing(tree, _options.listingJudge, _options, {
      follow: call => this._urgent.push(call),
      listed: proceed
    });
  }

  /** Directories and parts of directories to begin with. */
  add(ids: readonly number[], parts: readonly IPart[]): void {
    for (const id of ids) {
      this._ids.push(id);
    }
    this._parts.push(...parts);
  }

  /**
   * Work until nothing is left, or calls return at once.
   *
   * @returns The directories not begun.
   */
  run(signal: AbortSignal): Promise<number[]> {
    return new Promise((resolve, reject) => {
      this._isEnding = false;
      this._settle = () => {
        if (signal.aborted) {
          reject(LeapError.from(signal.reason));
        } else if (this._queue.isIdle && this._directories.size === 0) {
          this._settle = () => undefined;
          resolve(this._ids.splice(0));
        }
      };
      this._turn();
    });
  }

  /** One turn: start calls, count what answers at once, see whether it is over. */
  private _turn(): void {
    this._queue.pump();
    if (!this._stats.isPrompt) {
      this._settle();
      return;
    }
    if (!this._stats.countPromptly()) {
      // What was counted may have closed directories, and what is left may have turned into calls in flight.
      this._queue.pump();
    } else if (!this._isTurning) {
      this._isTurning = true;
      setImmediate(() => {
        this._isTurning = false;
        this._turn();
      });
    }
    this._settle();
  }

  /** What is nearest to closing a directory goes first, so that few are open. */
  private _next(): Call | null {
    const call = this._urgent.shift() ?? this._stats.next();
    if (call) {
      return call;
    }
    const { concurrency, statJudge, listingJudge, mayHurry } = this._options;
    this._isEnding ||= mayHurry && !statJudge.isSlow && !listingJudge.isSlow;
    // Each has a call to make, so as many keep all calls busy.
    if (this._directories.size + this._opening >= concurrency.limit) {
      return null;
    }
    const part = this._parts.pop();
    if (part) {
      this._begin(part.id, part.names);
    } else {
      const id = this._isEnding ? undefined : this._ids.pop();
      if (id === undefined) {
        return null;
      }
      this._begin(id, null);
    }
    return this._urgent.shift() ?? null;
  }

  private _begin(id: number, names: readonly Name[] | null): void {
    const { tree } = this._options;
    const count = new EntryCount(tree, id);
    const isWhole = names === null && !this._listing.isLarge(id);
    const path = isWhole ? shortPath(tree, id) : null;
    if (path === null) {
      this._open(count, names);
    } else {
      this._start(new OpenDirectory(count, { path }, `${path}/`), null);
    }
  }

  /** Hold a directory while its entries are looked at. */
  private _open(count: EntryCount, names: readonly Name[] | null): void {
    const { tree } = this._options;
    this._opening += 1;
    const first = openCalls(
      tree,
      count.id,
      call => this._urgent.push(call),
      result => {
        this._opening -= 1;
        if (result.status === 'failed') {
          count.failWith(null, result.reason);
          tree.work.finish();
        } else {
          const { descriptor } = result;
          const prefix = `${descriptorPath(descriptor)}/`;
          this._start(new OpenDirectory(count, { descriptor }, prefix), names);
        }
      }
    );
    this._urgent.push(first);
  }

  private _start(
    directory: OpenDirectory,
    names: readonly Name[] | null
  ): void {
    this._directories.add(directory);
    if (names) {
      directory.names = names;
      directory.isListed = true;
      this._proceed(directory);
    } else {
      this._listing.begin(directory);
    }
  }

  /** Something about a directory changed: more names, one answer less to wait for, or none at all. */
  private _proceed(directory: OpenDirectory): void {
    if (directory.left > 0) {
      this._stats.add(directory);
    } else if (directory.isDone) {
      this._end(directory);
    } else if (
      !directory.isListed &&
      !directory.isReading &&
      directory.inFlight === 0
    ) {
      this._listing.more(directory);
    }
  }

  /** All entries were looked at. */
  private _end(directory: OpenDirectory): void {
    const { reach, count } = directory;
    if ('descriptor' in reach) {
      count.settle();
      this._finish(directory);
    } else if (directory.hasFailed && count.unsettled === 0) {
      this._finish(directory);
    } else if (!directory.isChecking) {
      directory.isChecking = true;
      this._check(directory, reach.path);
    }
  }

  /** What was seen by a path counts when it leads to the same directory as before. */
  private _check(directory: OpenDirectory, path: string): void {
    const { files } = this._options.tree;
    if (this._options.mayHurry && (this._isPrompt || this._probe.isDue())) {
      const startedMs = performance.now();
      try {
        this._checked(directory, null, files.lstatSync(path));
      } catch (reason) {
        this._checked(directory, reason, null);
      }
      this._isPrompt = performance.now() - startedMs <= SLOW_CALL_MS;
      this._probe.answered(this._isPrompt);
    } else {
      this._urgent.push(answered =>
        files.lstat(path, (error, stats) => {
          this._checked(directory, error, stats);
          answered();
        })
      );
    }
  }

  private _checked(
    directory: OpenDirectory,
    error: unknown,
    stats: Stats | null
  ): void {
    const { columns, rootDevice } = this._options.tree;
    const { count } = directory;
    const isThere =
      !error && stats && isSame(columns, count.id, rootDevice, stats);
    if (isThere) {
      count.settle();
    } else {
      count.forget();
      if (!directory.hasFailed) {
        count.fail(null, error ? errorName(error) : 'ENOENT');
      }
    }
    this._finish(directory);
  }

  private _finish(directory: OpenDirectory): void {
    if (this._directories.delete(directory)) {
      for (const id of directory.count.found) {
        this._ids.push(id);
      }
      this._options.tree.work.finish();
      this._close(directory);
    }
  }

  private _close({ reach, handle }: OpenDirectory): void {
    const { files } = this._options.tree;
    if ('descriptor' in reach) {
      this._urgent.push(answered =>
        files.close(reach.descriptor, () => answered())
      );
    }
    if (handle) {
      this._urgent.push(answered => handle.close(() => answered()));
    }
  }

  private readonly _queue: CallQueue;
  private readonly _stats: PatientStats;
  private readonly _listing: PatientListing;
  private readonly _ids: number[] = [];
  private readonly _parts: IPart[] = [];
  private readonly _urgent: Call[] = [];
  private readonly _directories = new Set<OpenDirectory>();
  /** Whether a look at a directory that was looked at lately returns at once. */
  private _isPrompt = true;
  private readonly _probe = new Probe();
  private _opening = 0;
  private _isEnding = false;
  private _isTurning = false;
  private _settle: () => void = () => undefined;
}

export namespace PatientWalk {
  export interface IOptions {
    readonly tree: ITree;
    readonly concurrency: Concurrency;
    readonly pace: Pace;
    readonly clock: IClock;
    readonly statJudge: LatencyJudge;
    readonly listingJudge: LatencyJudge;
    /** Whether calls may be made synchronously where they return at once; never under a ceiling. */
    readonly mayHurry: boolean;
    readonly sizeTrust: SizeTrust;
  }
}
