import { statSync } from 'node:fs';
import type { ICallHabits } from '../calls/call-habits';
import { realClock, type IClock } from '../node/call-queue';
import { MAX_DIRECTORIES } from '../tree/column-buffers';
import { DirectoryColumns } from '../tree/columns';
import { Concurrency } from '../calls/concurrency';
import type { ITree } from '../tree/entry-count';
import { realFiles, type Files } from '../tree/files';
import type { IUnreadable } from '../tree/findings';
import type { IGroundPlan } from '../tree/ground';
import type { IKnownBefore } from '../tree/known-before';
import { LargeFiles } from '../tree/large-files';
import { LinkedFiles } from '../tree/linked';
import { ExcludedMounts } from '../tree/mounts';
import { Pace } from '../node/pace';
import { byPath, Paths } from '../tree/paths';
import { LargestEntries, fileEntry } from '../tree/root-entries';
import { directoryStart } from '../tree/tally';
import type { INative } from '../native/native';
import { NativeWalk } from '../native/native-walk';
import { NodeWalk } from '../node/node-walk';
import { NativeSweep } from '../native/native-sweep';
import type { ISweep } from '../calls/sweep';
import { NodeSweep } from '../node/node-sweep';
import { mostCallsInFlight, poolThreads } from '../calls/threads';
import type { IWalker, OnSeen } from '../calls/walker';
import { Work } from '../tree/work';

/** Files of the root that are kept by name. */
const MOST_ROOT_ENTRIES = 1000;

/** What was counted, whoever counted it. */
export type Counted = Pick<
  Walk,
  'tree' | 'plan' | 'linked' | 'large' | 'unreadable' | 'rootEntries'
>;

type Calls = Pick<NodeWalk.IOptions, 'clock' | 'inFlight' | 'pace'>;

/**
 * One walk through a tree.
 */
export class Walk {
  constructor(
    plan: IGroundPlan,
    private readonly _options: Walk.IOptions
  ) {
    const { capacity = MAX_DIRECTORIES, files = realFiles } = _options;
    const { known = null, keepsNames = false } = _options;
    const columns = _options.columns ?? DirectoryColumns.create(capacity);
    const paths = new Paths(columns, plan.root);
    this.plan = plan;
    this.linked = new LinkedFiles(byPath(paths), keepsNames);
    this.tree = {
      files,
      columns,
      paths,
      work: new Work(),
      mounts: new ExcludedMounts(plan.mounts),
      rootDevice: plan.stats.dev,
      isAtRoot: false,
      known,
      findings: {
        linked: name => this.linked.add(name),
        unreadable: part => this.unreadable.push(part),
        large: this.large,
        rootEntry: (name, stats) => this.rootEntries.add(fileEntry(name, stats))
      }
    };
    const { concurrency, habits } = _options;
    this._walker = this._native
      ? new NativeWalk(this.tree, this._native, concurrency, habits)
      : new NodeWalk({
          ..._options,
          plan,
          tree: this.tree,
          ...this._calls
        });
  }

  readonly plan: IGroundPlan;
  readonly tree: ITree;
  readonly linked: LinkedFiles;
  readonly large = new LargeFiles();
  readonly unreadable: IUnreadable[] = [];
  readonly rootEntries = new LargestEntries(MOST_ROOT_ENTRIES);

  /**
   * Count the whole tree.
   *
   * @throws LeapError `cancelled` when the signal aborts.
   */
  run(): Promise<void> {
    const { stats } = this.plan;
    return this.inside(() => {
      const { columns } = this.tree;
      columns.add(0, Buffer.alloc(0), directoryStart(stats, stats.dev));
      return this.visit([0]);
    });
  }

  /** What calls were like, for the next walk in the same place. */
  get habits(): ICallHabits {
    return this._walker.habits;
  }

  /** Do something from the root of the tree, with progress told meanwhile. */
  async inside<T>(task: () => Promise<T>): Promise<T> {
    const { onProgress, progressMs } = this._options;
    const ticking = setInterval(onProgress, progressMs);
    const directory = workingDirectory();
    this.tree.isAtRoot = goToRoot(this.plan);
    try {
      return await task();
    } finally {
      clearInterval(ticking);
      goBack(directory);
    }
  }

  /**
   * Count directories and what is found below them.
   *
   * @throws LeapError `cancelled` when the signal aborts.
   */
  visit(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      this.tree.work.begin();
      this._walker.add(id);
    }
    return this._walker.run(this._options.signal);
  }

  /**
   * Count directories that nobody looked at, and what is found below them.
   *
   * @returns Null: each has to be looked at before.
   * @throws LeapError `cancelled` when the signal aborts.
   */
  visitUnseen(ids: readonly number[], onSeen: OnSeen): Promise<void> | null {
    if (!this._walker.addUnseen) {
      return null;
    }
    for (const id of ids) {
      this.tree.work.begin();
      this._walker.addUnseen(id, onSeen);
    }
    return this._walker.run(this._options.signal);
  }

  /**
   * What looks at known directories of the same tree.
   *
   * @param habits - What calls were like in the count before.
   */
  sweep(habits: ICallHabits): ISweep {
    const { concurrency, operationsPerSecond, signal } = this._options;
    return this._native
      ? new NativeSweep(this.tree, this._native, concurrency, signal, habits)
      : new NodeSweep({
          tree: this.tree,
          clock: this._calls.clock,
          pace: this._calls.pace,
          concurrency: this._calls.inFlight,
          isPaced: operationsPerSecond !== null,
          startsPatient: habits.areSlow,
          signal
        });
  }

  /** Null: there is none, or calls have to be made one by one. */
  private get _native(): INative | null {
    const { files, native, operationsPerSecond } = this._options;
    const hasOwnCalls = files !== undefined && files !== realFiles;
    return hasOwnCalls || operationsPerSecond !== null
      ? null
      : (native ?? null);
  }

  /** How calls of Node are made, in the walk and in its sweeps; what is compiled makes its own. */
  private get _calls(): Calls {
    const { clock, concurrency, habits, operationsPerSecond } = this._options;
    const most = mostCallsInFlight(concurrency);
    this._madeCalls ??= {
      clock: clock ?? realClock,
      inFlight: new Concurrency(most, poolThreads(), habits),
      pace: new Pace(operationsPerSecond)
    };
    return this._madeCalls;
  }

  private readonly _walker: IWalker;
  private _madeCalls: Calls | undefined;
}

export namespace Walk {
  export interface IOptions {
    /** Absent or null: all is done without it. */
    readonly native?: INative | null;
    /** Calls at once; null: as many as pay. */
    readonly concurrency: number | null;
    /** Calls in a second; null: no ceiling. */
    readonly operationsPerSecond: number | null;
    readonly signal: AbortSignal;
    readonly onProgress: () => void;
    readonly progressMs: number;
    readonly files?: Files;
    readonly clock?: IClock;
    readonly capacity?: number;
    /** Those of an earlier count, which this one goes on with; absent: none. */
    readonly columns?: DirectoryColumns;
    readonly known?: IKnownBefore;
    /** Remember every name of a file that has several, for the next count. */
    readonly keepsNames?: boolean;
    /** What calls were like in an earlier count; absent: that is not known. */
    readonly habits?: ICallHabits;
  }
}

/** Where to go back to; the root where the directory this was started in is gone. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

/**
 * Work in the root of a walk, which then stays the same directory whatever happens to its path.
 *
 * @returns Whether that is possible; `chdir` takes no path that is not text, and follows symbolic links.
 */
function goToRoot({ root, stats }: IGroundPlan): boolean {
  try {
    process.chdir(root);
    const { dev, ino } = statSync('.');
    return dev === stats.dev && ino === stats.ino;
  } catch {
    // Then each directory is held by a descriptor, or what is wrong with the root is told when it is read.
    return false;
  }
}

/** Where that is gone by now, this process needs no other place: every path it uses is absolute. */
function goBack(directory: string): void {
  try {
    process.chdir(directory);
  } catch {
    process.chdir('/');
  }
}
