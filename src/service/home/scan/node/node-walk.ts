import { LeapError } from '../../../../contract/leap-error';
import { DescriptorAnchor } from '../tree/anchor';
import type { ICallHabits } from '../calls/call-habits';
import type { IClock } from './call-queue';
import type { Concurrency } from '../calls/concurrency';
import type { ITree } from '../tree/entry-count';
import type { IGroundPlan } from '../tree/ground';
import type { Pace } from './pace';
import { PatientWalk } from './patient-walk';
import { Visitor, type IPart } from './visitor';
import type { IWalker } from '../calls/walker';

/** How long it counts before the event loop gets a turn. */
const SLICE_MS = 15;

/**
 * Counts directories by calls of Node: one after the other while they return at once, with many in flight when they do not, and
 * always so under a ceiling.
 */
export class NodeWalk implements IWalker {
  constructor(private readonly _options: NodeWalk.IOptions) {
    const { tree, plan, habits } = _options;
    const anchor = new DescriptorAnchor(tree);
    this._visitor = new Visitor(tree, anchor, this, plan.sizeTrust);
    this._patient = this._preparePatience();
    if (habits?.areSlow) {
      this.onSlow();
    }
  }

  get habits(): ICallHabits {
    const { limit, bestMs } = this._options.inFlight;
    return { areSlow: this._areSlow, atOnce: limit, bestMs };
  }

  add(id: number): void {
    this._ids.push(id);
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!this._options.tree.work.isDone) {
      if (signal.aborted) {
        throw new LeapError('cancelled', 'Cancelled.');
      }
      if (this._patient && (this._isPaced || this._areSlow)) {
        await this._walkPatiently(this._patient, signal);
      } else {
        this._slice();
        await new Promise(setImmediate);
      }
    }
  }

  // What a visitor asks.

  shouldPause(nowMs: number): boolean {
    return nowMs >= this._untilMs || this._areSlow;
  }

  onSlow(): void {
    this._areSlow = this._patient !== null;
  }

  /** Count for a moment. */
  private _slice(): void {
    this._untilMs = performance.now() + SLICE_MS;
    this._visitor.rebase();
    while (
      (this._isVisiting || this._begin()) &&
      !this.shouldPause(performance.now())
    ) {
      const found = this._visitor.run();
      this._isVisiting = found === null;
      if (found !== null) {
        this._finish(found);
      }
    }
  }

  /** @returns False: there is nothing left. */
  private _begin(): boolean {
    const part = this._parts.pop();
    const id = part ? part.id : this._ids.pop();
    if (id === undefined) {
      return false;
    }
    this._visitor.start(id, part?.names);
    this._isVisiting = true;
    return true;
  }

  private _finish(found: readonly number[]): void {
    for (const id of found) {
      this._ids.push(id);
    }
    this._options.tree.work.finish();
  }

  private async _walkPatiently(
    patient: PatientWalk,
    signal: AbortSignal
  ): Promise<void> {
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
    for (const id of await patient.run(signal)) {
      this._ids.push(id);
    }
    this._areSlow = statJudge.isSlow || listingJudge.isSlow;
  }

  private _handOver(): void {
    const rest = this._visitor.handOver();
    let step = rest.next();
    while (!step.done) {
      this._options.tree.work.begin();
      this._parts.push(step.value);
      step = rest.next();
    }
    this._finish(step.value ?? []);
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

  private readonly _visitor: Visitor;
  private readonly _patient: PatientWalk | null;
  private readonly _ids: number[] = [];
  private readonly _parts: IPart[] = [];
  private _isVisiting = false;
  private _areSlow = false;
  private _untilMs = 0;
}

export namespace NodeWalk {
  export interface IOptions {
    readonly tree: ITree;
    readonly plan: IGroundPlan;
    readonly habits?: ICallHabits;
    readonly operationsPerSecond: number | null;
    readonly inFlight: Concurrency;
    readonly pace: Pace;
    readonly clock: IClock;
  }
}
