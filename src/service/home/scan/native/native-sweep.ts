import type { ICallHabits } from '../call-habits';
import type { ITree } from '../tree/entry-count';
import type { ISweep, NextId, OnLooked } from '../known/sweep';
import { Effort } from './effort';
import type { INative } from './native';
import { OrderDesk } from './order-desk';
import type { Workspace } from './workspace';

/**
 * Looks at known directories by orders to the native part.
 */
export class NativeSweep implements ISweep {
  constructor(
    private readonly _tree: ITree,
    native: INative,
    concurrency: number | null,
    private readonly _signal: AbortSignal,
    habits?: ICallHabits
  ) {
    this._effort = new Effort(concurrency, habits);
    this._desk = new OrderDesk(native, this._effort, _tree.columns.buffers);
  }

  get isSlow(): boolean {
    return this._effort.isSlow;
  }

  run(
    next: NextId,
    onLooked: OnLooked,
    mayPass: (id: number) => boolean
  ): Promise<void> {
    const again: number[] = [];
    return this._desk.run(this._signal, space => {
      const ids = this._order(
        space,
        () => again.pop() ?? next(),
        mayPass,
        again
      );
      return ids.length === 0
        ? null
        : ({ answer }) => {
            for (const [index, stats] of answer.looks()) {
              onLooked(ids[index] ?? 0, stats);
            }
            again.push(...ids.slice(answer.done));
          };
    });
  }

  private _order(
    { order }: Workspace,
    next: NextId,
    mayPass: (id: number) => boolean,
    again: number[]
  ): number[] {
    const { columns, rootDevice, isAtRoot, paths } = this._tree;
    const ids: number[] = [];
    const root = isAtRoot ? '.' : paths.absolute(0);
    order.beginLooks(rootDevice, root, this._effort.lookMs);
    // While they return at once, as many as an order holds: it ends at its deadline when they do not.
    const most = this.isSlow ? this._effort.directories : Infinity;
    while (ids.length < most) {
      const id = next();
      if (id === undefined) {
        break;
      }
      // A time that is no number equals none: then it is told in any case.
      const statusMs = mayPass(id) ? (columns.statusMs[id] ?? NaN) : NaN;
      if (!order.addLook(id, statusMs)) {
        again.push(id);
        break;
      }
      ids.push(id);
    }
    return ids;
  }

  private readonly _effort: Effort;
  private readonly _desk: OrderDesk;
}
