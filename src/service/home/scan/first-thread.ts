import { setImmediate as nextTurn } from 'node:timers/promises';
import { DescriptorAnchor } from './anchor';
import type { ICallHabits } from './call-habits';
import type { IClock } from './call-queue';
import type { Concurrency } from './concurrency';
import type { Crew } from './crew';
import type { ITree } from './entry-count';
import type { IGroundPlan } from './ground';
import type { Pace } from './pace';
import { PatientWalk } from './patient-walk';
import { threadsBeside } from './threads';
import { Visitor, type IPart, type IVisitorHost } from './visitor';
import { WALKING, YIELDING, type SharedWork } from './work';

/** How long this thread counts before its event loop gets a turn. */
const SLICE_MS = 15;

/** How long it waits for work before it looks around. */
const IDLE_MS = 10;

/** Directories waiting that make another thread worth its start. */
const WORTH_A_THREAD = 32;

/** Parts on their way at once. */
const MOST_PARTS = 4;

/**
 * The thread that a walk begins in: it counts like the others while calls return at once, and alone, with many calls in flight, when they do not.
 */
export class FirstThread implements IVisitorHost {
  constructor(private readonly _options: FirstThread.IOptions) {
    const { tree, plan } = _options;
    const anchor = new DescriptorAnchor(tree);
    this._work = tree.work;
    this._visitor = new Visitor(tree, anchor, this, plan.sizeTrust);
    this._patient = this._preparePatience();
    if (_options.habits?.areSlow) {
      this.onSlow();
    }
  }

  /** Whether the calls that were made last cost round trips. */
  get hasSeenSlow(): boolean {
    return this._hasSeenSlow;
  }

  /** Directories to begin with. */
  add(id: number): void {
    this._ids.push(id);
  }

  /** Take a part of a directory that another thread cannot cope with. */
  receive(part: IPart): void {
    this._parts.push(part);
    this._work.ring();
  }

  /** Do some of the work, then let other things of this thread happen. */
  async turn(): Promise<void> {
    this._hasSeenSlow = this._work.state === YIELDING;
    if (this._patient && (this._isPaced || this._hasSeenSlow)) {
      await this._walkPatiently(this._patient);
    } else if (this._slice()) {
      this._addThreads();
      await nextTurn();
    } else {
      await this._work.waitAsync(IDLE_MS);
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
    for (const id of this._work.take(16)) {
      this._ids.push(id);
    }
    return this._ids.pop();
  }

  private _finish(found: readonly number[]): void {
    for (const id of found) {
      this._ids.push(id);
    }
    this._work.finish();
    // The oldest lie highest in the tree, so they are the largest gift.
    if (this._work.isHungry && this._ids.length > 1) {
      this._work.give(this._ids.splice(0, this._ids.length >> 1));
    }
  }

  private _addThreads(): void {
    const isWorth = this._ids.length >= WORTH_A_THREAD || this._isVisiting;
    if (
      this._options.crew &&
      this._visitor.statJudge.isSure &&
      !this._hasThreads &&
      isWorth &&
      this._work.state === WALKING
    ) {
      this._hasThreads = true;
      this._options.crew.start(threadsBeside(this._options.concurrency));
    }
  }

  private async _walkPatiently(patient: PatientWalk): Promise<void> {
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
      this._work.state = WALKING;
    } else if (!this._work.isDone) {
      await this._work.waitAsync(IDLE_MS);
    }
  }

  private _handOver(): void {
    const rest = this._visitor.handOver();
    let step = rest.next();
    while (!step.done) {
      this._work.begin();
      this._parts.push(step.value);
      step = rest.next();
    }
    this._finish(step.value ?? []);
  }

  // What a visitor asks of its thread.

  shouldPause(nowMs: number): boolean {
    return nowMs >= this._untilMs || this._work.state !== WALKING;
  }

  get wantsPart(): boolean {
    return (
      this._hasThreads && this._work.isHungry && this._work.parts < MOST_PARTS
    );
  }

  givePart(part: IPart): void {
    this._work.begin();
    this._work.countPart(1);
    this._options.crew?.give(part);
  }

  onSlow(): void {
    if (this._patient) {
      this._work.yield();
    }
  }

  private _preparePatience(): PatientWalk | null {
    const { clock, inFlight, pace, plan, tree } = this._options;
    if (!plan.hasDescriptors) {
      return null;
    }
    const { statJudge, listingJudge } = this._visitor;
    return new PatientWalk({
      tree,
      concurrency: inFlight,
      pace,
      clock,
      statJudge,
      listingJudge,
      mayHurry: !this._isPaced,
      sizeTrust: plan.sizeTrust
    });
  }

  private get _isPaced(): boolean {
    return this._options.operationsPerSecond !== null;
  }

  private readonly _work: SharedWork;
  private readonly _visitor: Visitor;
  private readonly _patient: PatientWalk | null;
  private readonly _ids: number[] = [];
  private readonly _parts: IPart[] = [];
  private _isVisiting = false;
  private _hasThreads = false;
  private _hasSeenSlow = false;
  private _untilMs = 0;
}

export namespace FirstThread {
  export interface IOptions {
    readonly tree: ITree;
    readonly plan: IGroundPlan;
    /** Null: this thread alone. */
    readonly crew: Crew | null;
    readonly concurrency: number | null;
    readonly habits?: ICallHabits;
    readonly operationsPerSecond: number | null;
    readonly inFlight: Concurrency;
    readonly pace: Pace;
    readonly clock: IClock;
    readonly signal: AbortSignal;
  }
}
