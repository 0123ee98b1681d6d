import type { ICallHabits } from '../call-habits';
import type { ITree } from '../tree/entry-count';
import { placeOf } from '../tree/short-path';
import type { ISweep, NextId, OnLooked } from '../known/sweep';
import { Effort } from './effort';
import { expectedAt } from './expected';
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
    this._desk = new OrderDesk(native, this._effort);
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
    const { columns, rootDevice } = this._tree;
    const ids: number[] = [];
    order.beginLooks(rootDevice, this._effort.extent(0, 0));
    for (let left = this._effort.directories; left > 0; left -= 1) {
      const id = next();
      if (id === undefined) {
        break;
      }
      const path = placeOf(this._tree, id);
      // A time that is no number equals none: then it is told in any case.
      const statusMs = mayPass(id) ? (columns.statusMs[id] ?? NaN) : NaN;
      if (!order.addLook(path, expectedAt(columns, id), statusMs)) {
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
