import { hold } from '../tree/anchor';
import type { ICallHabits } from '../call-habits';
import { EntryCount, type ITree } from '../tree/entry-count';
import { placeOf } from '../tree/short-path';
import type { IWalker } from '../walker';
import type { IAnsweredCount } from './answer';
import { Effort } from './effort';
import { expectedAt } from './expected';
import { HeldDirectory } from './held';
import { Line } from './line';
import type { INative } from './native';
import type { IExtent, IWanted } from './order';
import { OrderDesk, type Taker } from './order-desk';
import type { Workspace } from './workspace';

/** Longer paths are refused by the kernel (PATH_MAX). */
const LONGEST_PATH_BYTES = 4000;

/**
 * Counts directories by orders to the native part, so many at once as pay.
 */
export class NativeWalk implements IWalker {
  constructor(
    private readonly _tree: ITree,
    native: INative,
    concurrency: number | null,
    habits?: ICallHabits
  ) {
    this._effort = new Effort(concurrency, habits);
    this._desk = new OrderDesk(native, this._effort);
  }

  get habits(): ICallHabits {
    return this._effort.habits;
  }

  add(id: number): void {
    this._line.push(id);
  }

  run(signal: AbortSignal): Promise<void> {
    return this._desk.run(
      signal,
      space => this._orderMore(space) ?? this._orderCounts(space)
    );
  }

  /** What is nearest to closing a directory goes first, so that few are held. */
  private _orderMore(space: Workspace): Taker | null {
    const held = this._held.findLast(({ hasMore }) => hasMore);
    if (held === undefined) {
      return null;
    }
    const extent = this._extent;
    const { names, lists } = held.take(extent.mostEntries);
    held.inFlight += 1;
    space.order.goOn(held.descriptor, names, lists, held.wanted, extent);
    return ({ answer }) => {
      held.inFlight -= 1;
      for (const counted of answer.counts()) {
        this._count(held.id, counted);
        this._takeMore(held, counted, lists);
      }
    };
  }

  private _takeMore(
    held: HeldDirectory,
    counted: IAnsweredCount,
    lists: boolean
  ): void {
    if (lists) {
      held.isListing = false;
      held.isListed ||= counted.isListed;
    }
    if (counted.reason === null) {
      held.leave(counted.rest);
    } else {
      held.giveUp();
    }
    this._settle(held);
  }

  private _orderCounts(space: Workspace): Taker | null {
    const ids: number[] = [];
    space.order.beginCounts(this._tree.rootDevice, this._extent);
    for (
      let left = this._effort.portion(this._line.length);
      left > 0;
      left -= 1
    ) {
      const id = this._take();
      if (id === undefined) {
        break;
      }
      const path = placeOf(this._tree, id);
      if (isTooLong(path)) {
        this._hold(id);
      } else if (
        space.order.addCount(
          path,
          expectedAt(this._tree.columns, id),
          this._wanted(id)
        )
      ) {
        ids.push(id);
      } else {
        this._line.push(id);
        break;
      }
    }
    if (ids.length === 0) {
      // Those that were taken are held, or could not be.
      return this._orderMore(space) ?? this._orderRest(space);
    }
    return ({ answer }) => this._takeCounts(ids, answer.done, answer.counts());
  }

  private _orderRest(space: Workspace): Taker | null {
    return this._line.length > 0 ? this._orderCounts(space) : null;
  }

  private _takeCounts(
    ids: readonly number[],
    done: number,
    counts: Iterable<IAnsweredCount>
  ): void {
    let next = 0;
    for (const counted of counts) {
      this._takeCount(ids[next] ?? 0, counted);
      next += 1;
    }
    for (const id of ids.slice(done)) {
      this._line.push(id);
    }
  }

  private _takeCount(id: number, counted: IAnsweredCount): void {
    this._count(id, counted);
    if (counted.held === null) {
      this._tree.work.finish();
      return;
    }
    const held = new HeldDirectory(id, counted.held, this._wanted(id));
    held.isListed = counted.isListed;
    held.leave(counted.rest);
    this._held.push(held);
    this._settle(held);
  }

  /** All that was found in a directory this time. */
  private _count(id: number, counted: IAnsweredCount): void {
    const count = new EntryCount(this._tree, id);
    count.add(counted.content);
    for (const entry of counted.entries) {
      if ('reason' in entry) {
        count.miss(entry.name, entry.reason);
      } else {
        count.see(entry.name, entry.stats, entry.exactInode);
      }
    }
    if (counted.reason !== null) {
      count.miss(null, counted.reason);
    }
    count.settle();
    for (const found of count.found) {
      this._line.push(found);
    }
  }

  /** Hold a directory whose path is too long for one call. */
  private _hold(id: number): void {
    try {
      const descriptor = hold(this._tree, id);
      this._held.push(new HeldDirectory(id, descriptor, this._wanted(id)));
    } catch (reason) {
      const count = new EntryCount(this._tree, id);
      count.failWith(null, reason);
      this._tree.work.finish();
    }
  }

  /** Let a directory go when nothing is left to do in it. */
  private _settle(held: HeldDirectory): void {
    if (this._desk.isOver ? held.inFlight === 0 : held.isDone) {
      this._held.splice(this._held.indexOf(held), 1);
      this._tree.files.close(held.descriptor, () => undefined);
      this._tree.work.finish();
    }
  }

  private _wanted(id: number): IWanted {
    const { findings, mounts, paths } = this._tree;
    return {
      // In the root each file is told by name.
      floorBytes: id === 0 ? -1 : findings.large.floorBytes,
      excluded: mounts.isEmpty ? undefined : mounts.in(paths.relative(id))
    };
  }

  /**
   * Where each call costs a round trip, near the root first: there is soon enough for all, and what is left at the end is small.
   * Else deep down first, where what was just found is still in the kernel's memory.
   */
  private _take(): number | undefined {
    return this._effort.isSlow ? this._line.takeFirst() : this._line.takeLast();
  }

  private get _extent(): IExtent {
    const names = this._held.reduce((sum, { left }) => sum + left, 0);
    return this._effort.extent(this._line.length, names);
  }

  private readonly _effort: Effort;
  private readonly _desk: OrderDesk;
  private readonly _line = new Line();
  private readonly _held: HeldDirectory[] = [];
}

function isTooLong(path: string | Buffer): boolean {
  const bytes =
    typeof path === 'string' ? Buffer.byteLength(path) : path.length;
  return bytes > LONGEST_PATH_BYTES;
}
