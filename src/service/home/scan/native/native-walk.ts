import { hold } from '../tree/anchor';
import type { ICallHabits } from '../calls/call-habits';
import type { ITrust } from '../tree/trust';
import { EntryCount, type ITree } from '../tree/entry-count';
import { lookAt } from '../tree/look-at';
import { placeOf } from '../tree/short-path';
import type { IWalker, OnSeen } from '../calls/walker';
import type { AnsweredCount } from './answered-count';
import { Effort } from './effort';
import { handedOver, handedOverForCounts } from './handed-over';
import { HeldDirectory } from './held';
import { HeldDirectories } from './held-directories';
import { Line } from './line';
import type { INative } from './native';
import type { IExtent, IWanted } from './order';
import { OrderDesk, type Taker } from './order-desk';
import type { Workspace } from './workspace';

/** What the native part says of a directory whose path the kernel would not take. */
const TOO_LONG = 'ENAMETOOLONG';

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
    const { columns, known } = _tree;
    const marks = known?.marks;
    this._trust = marks?.trust;
    this._desk = new OrderDesk(
      native,
      this._effort,
      marks ? handedOverForCounts(columns, marks) : handedOver(columns)
    );
  }

  get habits(): ICallHabits {
    return this._effort.habits;
  }

  add(id: number): void {
    this._line.push(id);
  }

  addUnseen(id: number, onSeen: OnSeen): void {
    this._unseen.set(id, onSeen);
    this._line.push(id);
  }

  async run(signal: AbortSignal): Promise<void> {
    try {
      await this._desk.run(
        signal,
        space => this._orderMore(space) ?? this._orderCounts(space)
      );
    } finally {
      // When it is stopped half way.
      this._held.takeAll().forEach(held => this._settle(held));
    }
  }

  private _orderMore({ order }: Workspace): Taker | null {
    const held = this._held.last;
    if (held === undefined) {
      return null;
    }
    const extent = this._extent;
    const part = this._held.change(held, () => held.take(extent.mostEntries));
    order.goOn(held.descriptor, part, held.wanted, extent);
    return ({ answer }) => {
      for (const counted of answer.counts()) {
        this._count(held.id, counted);
        this._takeMore(held, counted, part.lists);
      }
    };
  }

  private _takeMore(
    held: HeldDirectory,
    counted: AnsweredCount,
    lists: boolean
  ): void {
    this._held.change(held, () => {
      held.inFlight -= 1;
      if (lists) {
        held.isListing = false;
        held.isListed ||= counted.isListed;
      }
      if (counted.reason === null) {
        held.leave(counted.rest);
      } else {
        held.giveUp();
      }
    });
    if (counted.held === null) {
      this._tree.work.finish();
    } else {
      this._settle(held);
    }
  }

  private _orderCounts(space: Workspace): Taker | null {
    const { order } = space;
    const ids: number[] = [];
    const root = placeOf(this._tree, 0);
    order.beginCounts(this._tree.rootDevice, root, this._extent, this._trust);
    const most = this._effort.portion(this._line.length);
    while (ids.length < most) {
      const id = this._take();
      if (id === undefined) {
        break;
      }
      if (!order.addCount(id, this._wanted(id))) {
        this._line.push(id);
        break;
      }
      ids.push(id);
    }
    return ids.length === 0
      ? null
      : ({ answer }) => this._takeCounts(ids, answer.done, answer.counts());
  }

  private _takeCounts(
    ids: readonly number[],
    done: number,
    counts: Iterable<AnsweredCount>
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

  private _takeCount(id: number, counted: AnsweredCount): void {
    if (!this._isWelcome(id, counted)) {
      if (counted.held !== null) {
        this._tree.files.closeSync(counted.held);
      }
      this._tree.work.finish();
      return;
    }
    if (counted.reason === TOO_LONG) {
      this._hold(id);
      return;
    }
    this._count(id, counted);
    if (counted.held === null) {
      this._tree.work.finish();
      return;
    }
    const held = new HeldDirectory(id, counted.held, this._wanted(id));
    held.isListed = counted.isListed;
    held.leave(counted.rest);
    this._held.add(held);
    this._settle(held);
  }

  /** Whether what is in a directory shall count. */
  private _isWelcome(id: number, counted: AnsweredCount): boolean {
    const onSeen = this._unseen.get(id);
    if (onSeen === undefined) {
      return true;
    }
    this._unseen.delete(id);
    return onSeen(id, counted.own ?? lookAt(this._tree, id));
  }

  /** All that was found in a directory this time. */
  private _count(id: number, counted: AnsweredCount): void {
    if (counted.isSum && counted.reason === null) {
      this._tree.columns.addContent(id, counted.content);
      return;
    }
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
      this._held.add(new HeldDirectory(id, descriptor, this._wanted(id)));
    } catch (reason) {
      const count = new EntryCount(this._tree, id);
      count.failWith(null, reason);
      this._tree.work.finish();
    }
  }

  /** Let a directory go when nothing is left to do in it. To close one takes no round trip. */
  private _settle(held: HeldDirectory): void {
    if (this._desk.isOver ? held.inFlight === 0 : held.isDone) {
      this._tree.files.closeSync(held.descriptor);
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
    return this._effort.extent(this._line.length, this._held.names);
  }

  /** By number, who is told what those are that nobody looked at. */
  private readonly _unseen = new Map<number, OnSeen>();
  private readonly _trust: ITrust | undefined;
  private readonly _effort: Effort;
  private readonly _desk: OrderDesk;
  private readonly _line = new Line();
  private readonly _held = new HeldDirectories();
}
