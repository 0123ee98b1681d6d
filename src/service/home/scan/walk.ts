import { statSync } from 'node:fs';
import { LeapError } from '../../../contract';
import { realClock, type IClock } from './call-queue';
import { DirectoryColumns, MAX_DIRECTORIES } from './columns';
import { Crew } from './crew';
import type { ITree } from './entry-count';
import { realFiles, type Files } from './files';
import { FirstThread } from './first-thread';
import type { IUnreadable } from './findings';
import type { IGroundPlan } from './ground';
import { LargeFiles } from './large-files';
import { LinkedFiles } from './linked';
import { ExcludedMounts } from './mounts';
import { Paths } from './paths';
import { LargestEntries, fileEntry } from './root-entries';
import { usedBytes } from './tally';
import { threadsBeside } from './threads';
import { SharedWork, STOPPED } from './work';

/** Files of the root that are kept by name. */
const MOST_ROOT_ENTRIES = 1000;

/**
 * One walk through a tree, in this thread and others.
 */
export class Walk {
  constructor(
    plan: IGroundPlan,
    private readonly _options: Walk.IOptions
  ) {
    const { capacity = MAX_DIRECTORIES, files = realFiles } = _options;
    const columns = DirectoryColumns.create(capacity);
    const paths = new Paths(columns, plan.root);
    this.plan = plan;
    this.linked = new LinkedFiles(
      (one, other) => paths.relative(one) < paths.relative(other)
    );
    this.tree = {
      files,
      columns,
      paths,
      work: SharedWork.create(capacity),
      mounts: new ExcludedMounts(plan.mounts),
      rootDevice: plan.stats.dev,
      isAtRoot: false,
      findings: {
        linked: name => this.linked.add(name),
        unreadable: part => this.unreadable.push(part),
        large: this.large,
        rootEntry: (name, stats) => this.rootEntries.add(fileEntry(name, stats))
      }
    };
    this._crew = this._enlist(capacity);
    this._first = new FirstThread({
      ..._options,
      plan,
      tree: this.tree,
      crew: this._crew,
      clock: _options.clock ?? realClock
    });
  }

  readonly plan: IGroundPlan;
  readonly tree: ITree;
  readonly linked: LinkedFiles;
  readonly large = new LargeFiles();
  readonly unreadable: IUnreadable[] = [];
  readonly rootEntries = new LargestEntries(MOST_ROOT_ENTRIES);

  /**
   * @throws LeapError `cancelled` when the signal aborts.
   */
  async run(): Promise<void> {
    const { signal, onProgress } = this._options;
    const { work, columns } = this.tree;
    const { stats } = this.plan;
    work.begin();
    columns.add(0, Buffer.alloc(0), {
      inode: stats.ino,
      usedBytes: usedBytes(stats),
      changedMs: stats.mtimeMs,
      sizeBytes: stats.size,
      sameDevice: true
    });
    this._first.add(0);
    const ticking = setInterval(onProgress, this._options.progressMs);
    const directory = workingDirectory();
    this.tree.isAtRoot = !this._isPaced && goToRoot(this.plan);
    try {
      while (!work.isDone) {
        throwIfAborted(signal);
        if (this._crew?.failure) {
          throw this._crew.failure;
        }
        await this._first.turn();
      }
      await this._crew?.end();
    } finally {
      clearInterval(ticking);
      work.state = STOPPED;
      goBack(directory);
      await this._crew?.stop();
    }
  }

  private _enlist(capacity: number): Crew | null {
    const { entry, concurrency } = this._options;
    const isAlone = entry === null || threadsBeside(concurrency) === 0;
    if (isAlone || this._isPaced || !this.plan.hasDescriptors) {
      return null;
    }
    const { columns, work } = this.tree;
    return new Crew(entry, {
      tree: this.tree,
      data: {
        columns: columns.buffers,
        capacity,
        work: work.buffers,
        root: this.plan.root,
        rootDevice: this.plan.stats.dev,
        mounts: this.plan.mounts,
        trustsSize: this.plan.trustsSize,
        mostRootEntries: MOST_ROOT_ENTRIES
      },
      partReceived: part => this._first.receive(part),
      rootEntriesReceived: (entries, count) =>
        this.rootEntries.merge(entries, count)
    });
  }

  private get _isPaced(): boolean {
    return this._options.operationsPerSecond !== null;
  }

  private readonly _crew: Crew | null;
  private readonly _first: FirstThread;
}

export namespace Walk {
  export interface IOptions {
    /** The script that other threads run; null: this thread alone. */
    readonly entry: string | null;
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

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new LeapError('cancelled', 'Cancelled.');
  }
}
