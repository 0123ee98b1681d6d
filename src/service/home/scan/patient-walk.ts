import { LeapError } from '../../../contract';
import { CallQueue, type Call, type IClock } from './call-queue';
import type { Concurrency } from './concurrency';
import { descriptorPath } from './anchor';
import { EntryCount, type ITree } from './entry-count';
import type { LatencyJudge } from './judge';
import type { Name } from './listing';
import { OpenDirectory } from './open-directory';
import type { Pace } from './pace';
import { PatientListing } from './patient-listing';
import { openCalls, type Opening } from './patient-open';
import { PatientStats } from './patient-stats';
import type { IPart } from './visitor';

/** Open directories for each call in flight: enough that stats never wait for a listing. */
const OPEN_PER_CALL = 2;

/**
 * Counts directories with many calls in flight, for file systems where each costs a round trip.
 */
export class PatientWalk {
  constructor(private readonly _options: PatientWalk.IOptions) {
    const { concurrency, pace, clock, tree } = _options;
    this._queue = new CallQueue(() => this._next(), concurrency, pace, clock);
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
   * Work until nothing is left that this thread knows of, or calls return at once.
   *
   * @returns The directories not begun.
   */
  run(signal: AbortSignal): Promise<number[]> {
    return new Promise((resolve, reject) => {
      this._isEnding = false;
      this._settle = () => {
        if (signal.aborted) {
          reject(LeapError.from(signal.reason));
        } else if (this._queue.isIdle && this._open.size === 0) {
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
      return this._then(call);
    }
    const { concurrency, statJudge, listingJudge, mayHurry } = this._options;
    this._isEnding ||= mayHurry && !statJudge.isSlow && !listingJudge.isSlow;
    if (this._open.size + this._opening >= OPEN_PER_CALL * concurrency.limit) {
      return null;
    }
    const part = this._parts.pop();
    if (part) {
      return this._then(this._begin(part.id, part.names));
    }
    const id = this._isEnding ? undefined : this._takeId();
    return id === undefined ? null : this._then(this._begin(id, null));
  }

  private _then(call: Call): Call {
    return answered =>
      call(() => {
        answered();
        this._turn();
      });
  }

  private _takeId(): number | undefined {
    if (this._ids.length === 0) {
      this._ids.push(...this._options.tree.work.take(64));
    }
    return this._ids.pop();
  }

  private _begin(id: number, names: readonly Name[] | null): Call {
    const { tree } = this._options;
    const count = new EntryCount(tree, id);
    this._opening += 1;
    return openCalls(
      tree,
      id,
      call => this._urgent.push(call),
      result => {
        this._opening -= 1;
        if (result.status === 'failed') {
          count.failWith(null, result.reason);
          tree.work.finish();
        } else {
          this._opened(count, result, names);
        }
      }
    );
  }

  private _opened(
    count: EntryCount,
    { descriptor }: Extract<Opening, { status: 'open' }>,
    names: readonly Name[] | null
  ): void {
    const prefix = `${descriptorPath(descriptor)}/`;
    const directory = new OpenDirectory(count, descriptor, prefix);
    this._open.add(directory);
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
    } else if (directory.isDone && this._open.delete(directory)) {
      directory.count.flush();
      for (const id of directory.count.found) {
        this._ids.push(id);
      }
      this._options.tree.work.finish();
      this._close(directory);
    } else if (
      !directory.isListed &&
      !directory.isReading &&
      directory.inFlight === 0
    ) {
      this._listing.more(directory);
    }
  }

  private _close({ descriptor, handle }: OpenDirectory): void {
    const { files } = this._options.tree;
    this._urgent.push(answered => files.close(descriptor, () => answered()));
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
  private readonly _open = new Set<OpenDirectory>();
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
    /** Whether a directory's size tells how many names it has. */
    readonly trustsSize: boolean;
  }
}
