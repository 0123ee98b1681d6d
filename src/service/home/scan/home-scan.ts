import { Cache } from '../../cache';
import type { DirectoryColumns } from './tree/columns';
import { survey, type IGroundPlan } from './tree/ground';
import { keepTree, recallTree } from './known/known-file';
import {
  assumedIn,
  groundOf,
  isSameGround,
  secondsBefore,
  type IAssumed,
  type IKnownTree
} from './known/known-tree';
import { knownAfter } from './known/known-after';
import type { INative } from './native/native';
import { NOTHING_LATELY, type ILately } from './lately';
import { findLargeData } from './data/large-data';
import { reportOf } from './report';
import { revise, type IRevised } from './known/revision';
import type { IScanOrder, ScanFinding } from './scan-messages';
import { release, tidy } from './tree/release';
import { columnsOf } from './snapshot';
import { totalsOf, type ITotals } from './walk/totals';
import { Walk, type Counted } from './walk/walk';

/** How often partial numbers are sent; in a tree with very many directories less often, so that they never take more than a tenth of the time. */
const REPORT_MS = 100;
const LEAST_SHARE = 10;

/** Where there is nothing to tell, it is told this often that the scan goes on. */
const ALIVE_MS = 10_000;

/** Calls at once where nobody waits: a file server has others to serve. */
const GENTLE_CALLS = 8;

/** How old what is assumed may get before it is read without being asked for. */
const ASSUMED_MS = 3_600_000;

/** With as many, what one step leaves behind is tens of megabytes. */
const MANY_DIRECTORIES = 100_000;

/**
 * One scan of a home, from what is known of the last one to numbers that assume nothing.
 *
 * First what is likely to have changed is looked at, then every directory's change time, and what that leaves unseen, files that
 * grew in place, by reading everything behind those answers. Where nothing is known, everything is read at once.
 */
export class HomeScan {
  /**
   * @param _native - What is compiled; null: all is done without it.
   * @param nowMs - The clock that change times are compared with.
   */
  constructor(
    private readonly _order: IScanOrder,
    private readonly _native: INative | null,
    private readonly _tell: (finding: ScanFinding) => Promise<void>,
    private readonly _nowMs = (): number => Date.now()
  ) {
    this._cache = new Cache(_order.cacheDirectory);
    this._beganMs = _nowMs();
  }

  /**
   * @param lately - What the count before this one left in memory.
   * @returns What is known now; null: nothing that a later count may rely on.
   */
  async run(lately: ILately = NOTHING_LATELY): Promise<IKnownTree | null> {
    const plan = survey(this._order.homeDirectory);
    const keepsTimes = this._order.keepsTimes ?? plan.keepsTimes;
    const before = keepsTimes ? await this._recall(lately, plan) : lately;
    const now =
      keepsTimes && before.known
        ? await this._lookAgain(before.known, before, plan)
        : await this._readAll(plan);
    return keepsTimes ? now : null;
  }

  private async _recall(lately: ILately, plan: IGroundPlan): Promise<ILately> {
    const ground = groundOf(plan);
    if (lately.known && isSameGround(lately.known.ground, ground)) {
      return lately;
    }
    const known = await recallTree(this._cache, ground);
    return { ...lately, known, hot: null };
  }

  /** What is hot, every directory, and behind that what the numbers assume, where that is to be read now. */
  private async _lookAgain(
    known: IKnownTree,
    lately: ILately,
    plan: IGroundPlan
  ): Promise<IKnownTree> {
    const all = await this._reviseAll(known, lately, plan);
    const assumed = assumedIn(all.known, this._beganMs, this._native);
    const isDue = this._isDue(assumed);
    await this._settle(all.counted, assumed, isDue ? 'checking' : 'done');
    await keepTree(this._cache, all.known);
    if (!isDue) {
      return all.known;
    }
    const { columns } = all.known;
    tidyAfter(columns);
    columns.clear();
    return this._readBehind(plan, columns);
  }

  /** What is hot, and every directory while that is told. */
  private async _reviseAll(
    known: IKnownTree,
    { hot }: ILately,
    plan: IGroundPlan
  ): Promise<IRevised> {
    const options = { ...this._quietly(), nowMs: this._nowMs };
    const first = await revise(known, plan, 'hot', { ...options, hot });
    const lookAtAll = (): Promise<IRevised> =>
      revise(first.known, plan, 'all', { ...options, seen: first.seen });
    if (first.known.columns.count > MANY_DIRECTORIES) {
      // What both take would be too much at once.
      await this._tellHot(first);
      return lookAtAll();
    }
    // Others are looked at while that is told: what comes of it changes nothing before the next turn of the event loop.
    const [all] = await Promise.all([lookAtAll(), this._tellHot(first)]);
    return all;
  }

  private async _tellHot({ counted, known }: IRevised): Promise<void> {
    const assumed = assumedIn(known, this._beganMs, this._native);
    const totals = this._totalsOf(counted);
    const report = reportOf(counted, totals, assumed);
    await this._tell({ kind: 'report', report, phase: 'checking' });
    const { usedBytes, apparentBytes, files, directories, newestMs } = totals;
    release(usedBytes, apparentBytes, files, directories, newestMs);
    tidyAfter(known.columns);
  }

  private _isDue(assumed: IAssumed | null): boolean {
    return (
      assumed !== null &&
      (this._order.haste === 'asked' ||
        assumed.sinceMs <= this._beganMs - ASSUMED_MS)
    );
  }

  /** The first time: with partial numbers on the way. */
  private _readAll(plan: IGroundPlan): Promise<IKnownTree> {
    let nextMs = 0;
    const walk: Walk = new Walk(plan, {
      ...this._quietly(),
      keepsNames: true,
      progressMs: REPORT_MS,
      onProgress: () => {
        const startedMs = performance.now();
        if (startedMs >= nextMs) {
          const report = reportOf(walk, this._totalsOf(walk));
          void this._tell({ kind: 'report', report, phase: 'scanning' });
          const nowMs = performance.now();
          nextMs = nowMs + LEAST_SHARE * (nowMs - startedMs);
        }
      }
    });
    return this._finish(walk);
  }

  /**
   * Behind numbers that are whole already.
   *
   * @param columns - Memory to use: a second time as much would be too much.
   */
  private _readBehind(
    plan: IGroundPlan,
    columns: DirectoryColumns
  ): Promise<IKnownTree> {
    const { concurrency, haste } = this._order;
    const isAsked = haste === 'asked';
    const walk = new Walk(plan, {
      ...this._quietly(),
      columns,
      keepsNames: true,
      concurrency: isAsked
        ? concurrency
        : Math.min(concurrency ?? GENTLE_CALLS, GENTLE_CALLS)
    });
    return this._finish(walk);
  }

  private async _finish(walk: Walk): Promise<IKnownTree> {
    const beganMs = this._nowMs();
    const began = performance.now();
    await walk.run();
    const elapsedMs = performance.now() - began;
    const seconds = secondsBefore(beganMs, this._nowMs(), elapsedMs);
    await this._settle(walk, null, 'done');
    const known = knownAfter(walk, seconds);
    await keepTree(this._cache, known);
    return known;
  }

  /** Tell whole numbers and all that belongs to them. */
  private async _settle(
    counted: Counted,
    assumed: IAssumed | null,
    phase: 'checking' | 'done'
  ): Promise<void> {
    const { columns } = counted.tree;
    tidyAfter(columns);
    const totals = this._totalsOf(counted);
    const report = reportOf(counted, totals, assumed);
    await this._tell({ kind: 'result', report, phase });
    const { dataBytes, operationsPerSecond } = this._order;
    const large = await findLargeData(counted, totals, {
      dataBytes,
      nowMs: this._nowMs(),
      operationsPerSecond
    });
    await this._tell({ kind: 'large', large });
    for (const [name, data] of columnsOf(columns, counted.linked, totals)) {
      await this._tell({ kind: 'column', name, data });
      release(data);
      tidyAfter(columns);
    }
    await this._tell({ kind: 'settled' });
  }

  private _totalsOf({ tree, linked }: Counted): ITotals {
    return totalsOf(tree.columns, linked, this._native);
  }

  /** As the operator allows, telling nothing but that it goes on. */
  private _quietly(): Walk.IOptions {
    const { concurrency, operationsPerSecond } = this._order;
    return {
      native: this._native,
      concurrency,
      operationsPerSecond,
      // It ends with its process.
      signal: new AbortController().signal,
      progressMs: ALIVE_MS,
      onProgress: () => void this._tell({ kind: 'alive' })
    };
  }

  private readonly _cache: Cache;
  private readonly _beganMs: number;
}

/** In a home of ordinary size there is nothing worth a collection. */
function tidyAfter({ count }: DirectoryColumns): void {
  if (count > MANY_DIRECTORIES) {
    tidy();
  }
}
