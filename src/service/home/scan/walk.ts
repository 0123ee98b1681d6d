import { setImmediate as nextTurn } from 'node:timers/promises';
import { LeapError } from '../../../contract';
import { WorkingDirectoryAnchor } from './anchor';
import { realClock, type IClock } from './call-queue';
import { DirectoryColumns, MAX_DIRECTORIES } from './columns';
import { Concurrency } from './concurrency';
import { Crew } from './crew';
import type { ITree } from './entry-count';
import { realFiles, type Files } from './files';
import type { IUnreadable } from './findings';
import type { IGroundPlan } from './ground';
import { LargeFiles } from './large-files';
import { LinkedFiles } from './linked';
import { ExcludedMounts } from './mounts';
import { Pace } from './pace';
import { PatientWalk } from './patient-walk';
import { Paths } from './paths';
import { LargestEntries, fileEntry } from './root-entries';
import { usedBytes } from './tally';
import { mostCallsInFlight, threadsBeside } from './threads';
import { Visitor, type IPart } from './visitor';
import { SharedWork, STOPPED, WALKING, YIELDING } from './work';

/** How long this thread counts before its event loop gets a turn. */
const SLICE_MS = 15;

/** How long it waits for work before it looks around. */
const IDLE_MS = 10;

/** Files of the root that are kept by name. */
const MOST_ROOT_ENTRIES = 1000;

/** Directories waiting that make another thread worth its start. */
const WORTH_A_THREAD = 32;

const MOST_PARTS = 4;

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
      findings: {
        linked: name => this.linked.add(name),
        unreadable: part => this.unreadable.push(part),
        large: this.large,
        rootEntry: (name, stats) => this.rootEntries.add(fileEntry(name, stats))
      }
    };
    const anchor = new WorkingDirectoryAnchor(this.tree);
    this._visitor = new Visitor(this.tree, anchor, this, plan.trustsSize);
    this._crew = this._enlist(capacity);
    this._patient = this._preparePatience();
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
      sameDevice: true
    });
    this._ids.push(0);
    const ticking = setInterval(onProgress, this._options.progressMs);
    const directory = workingDirectory();
    try {
      while (!work.isDone) {
        throwIfAborted(signal);
        if (this._crew?.failure) {
          throw this._crew.failure;
        }
        await this._turn();
      }
      await this._crew?.end();
    } finally {
      clearInterval(ticking);
      work.state = STOPPED;
      process.chdir(directory);
      await this._crew?.stop();
    }
  }

  // What a visitor asks of its thread.

  shouldPause(nowMs: number): boolean {
    return nowMs >= this._untilMs || this.tree.work.state !== WALKING;
  }

  get wantsPart(): boolean {
    const { work } = this.tree;
    return this._hasThreads && work.isHungry && work.parts < MOST_PARTS;
  }

  givePart(part: IPart): void {
    this.tree.work.begin();
    this.tree.work.countPart(1);
    this._crew?.give(part);
  }

  onSlow(): void {
    if (this._patient) {
      this.tree.work.yield();
    }
  }

  private async _turn(): Promise<void> {
    const { work } = this.tree;
    if (this._patient && (this._isPaced || work.state === YIELDING)) {
      await this._walkPatiently(this._patient);
    } else if (this._slice()) {
      this._addThreads();
      await nextTurn();
    } else {
      await work.waitAsync(IDLE_MS);
    }
  }

  /** Count for a moment; false: there was nothing to count. */
  private _slice(): boolean {
    this._untilMs = performance.now() + SLICE_MS;
    this._visitor.rebase();
    do {
      if (!this._isVisiting && !this._begin()) {
        return false;
      }
      const found = this._visitor.run();
      this._isVisiting = found === null;
      if (found !== null) {
        this._finish(found);
      }
    } while (!this.shouldPause(performance.now()));
    return true;
  }

  private _begin(): boolean {
    const part = this._parts.pop();
    if (part) {
      this._visitor.start(part.id, part.names);
    } else {
      const id = this._ids.pop() ?? this._refill();
      if (id === undefined) {
        return false;
      }
      this._visitor.start(id);
    }
    this._isVisiting = true;
    return true;
  }

  private _refill(): number | undefined {
    for (const id of this.tree.work.take(16)) {
      this._ids.push(id);
    }
    return this._ids.pop();
  }

  private _finish(found: readonly number[]): void {
    const { work } = this.tree;
    for (const id of found) {
      this._ids.push(id);
    }
    work.finish();
    // The oldest lie highest in the tree, so they are the largest gift.
    if (work.isHungry && this._ids.length > 1) {
      work.give(this._ids.splice(0, this._ids.length >> 1));
    }
  }

  private _addThreads(): void {
    const { work } = this.tree;
    const isWorth = this._ids.length >= WORTH_A_THREAD || this._isVisiting;
    if (this._crew && !this._hasThreads && isWorth && work.state === WALKING) {
      this._hasThreads = true;
      this._crew.start(threadsBeside(this._options.concurrency));
    }
  }

  private async _walkPatiently(patient: PatientWalk): Promise<void> {
    const { work } = this.tree;
    const { statJudge, listingJudge } = this._visitor;
    if (!statJudge.isSlow && !listingJudge.isSlow) {
      statJudge.assumeSlow();
      listingJudge.assumeSlow();
    }
    if (this._isVisiting) {
      this._isVisiting = false;
      this._handOver();
    }
    patient.add(this._ids.splice(0), this._parts.splice(0));
    for (const id of await patient.run(this._options.signal)) {
      this._ids.push(id);
    }
    if (!this._isPaced && !statJudge.isSlow && !listingJudge.isSlow) {
      work.state = WALKING;
    } else if (!work.isDone) {
      await work.waitAsync(IDLE_MS);
    }
  }

  private _handOver(): void {
    const rest = this._visitor.handOver();
    let step = rest.next();
    while (!step.done) {
      this.tree.work.begin();
      this._parts.push(step.value);
      step = rest.next();
    }
    this._finish(step.value ?? []);
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
      partReceived: part => {
        this._parts.push(part);
        work.ring();
      },
      rootEntriesReceived: (entries, count) =>
        this.rootEntries.merge(entries, count)
    });
  }

  private _preparePatience(): PatientWalk | null {
    if (!this.plan.hasDescriptors) {
      return null;
    }
    const {
      concurrency,
      operationsPerSecond,
      clock = realClock
    } = this._options;
    const { statJudge, listingJudge } = this._visitor;
    return new PatientWalk({
      tree: this.tree,
      concurrency: new Concurrency(mostCallsInFlight(concurrency)),
      pace: new Pace(operationsPerSecond),
      clock,
      statJudge,
      listingJudge,
      mayHurry: !this._isPaced,
      trustsSize: this.plan.trustsSize
    });
  }

  private get _isPaced(): boolean {
    return this._options.operationsPerSecond !== null;
  }

  private readonly _visitor: Visitor;
  private readonly _crew: Crew | null;
  private readonly _patient: PatientWalk | null;
  private readonly _ids: number[] = [];
  private readonly _parts: IPart[] = [];
  private _isVisiting = false;
  private _hasThreads = false;
  private _untilMs = 0;
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

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new LeapError('cancelled', 'Cancelled.');
  }
}
