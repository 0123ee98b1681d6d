import type { ICallHabits } from '../calls/call-habits';
import type { ITree } from '../tree/entry-count';
import { placeOf } from '../tree/short-path';
import type { ISweep, OnLooked } from '../calls/sweep';
import { NO_TRUST, type ITrust } from '../tree/trust';
import { Effort } from './effort';
import { handedOverForLooks } from './handed-over';
import type { INative } from './native';
import type { ISpan } from './order';
import { OrderDesk } from './order-desk';
import { Spans } from './spans';

/**
 * Looks at known directories by orders to the native part.
 */
export class NativeSweep implements ISweep {
  constructor(
    private readonly _tree: ITree,
    private readonly _native: INative,
    concurrency: number | null,
    private readonly _signal: AbortSignal,
    habits?: ICallHabits
  ) {
    this._effort = new Effort(concurrency, habits);
  }

  get isSlow(): boolean {
    return this._effort.isSlow;
  }

  run(
    ids: Uint32Array<ArrayBuffer>,
    onLooked: OnLooked,
    trust: ITrust | null
  ): Promise<void> {
    const { columns, rootDevice } = this._tree;
    const trusted = trust ?? NO_TRUST;
    const root = placeOf(this._tree, 0);
    const left = new Spans(ids.length);
    const desk = new OrderDesk(
      this._native,
      this._effort,
      handedOverForLooks(columns, trusted, ids)
    );
    return desk.run(this._signal, ({ order }) => {
      const span = left.take(this._effort.looks(left.length));
      if (span === null) {
        return null;
      }
      order.look(rootDevice, root, span, trusted, this._effort.lookMs);
      return ({ answer }) => {
        for (const [index, stats] of answer.looks()) {
          onLooked(ids[span.first + index] ?? 0, stats);
        }
        left.putBack(rest(span, answer.done));
      };
    });
  }

  private readonly _effort: Effort;
}

function rest({ first, count }: ISpan, done: number): ISpan {
  return { first: first + done, count: count - done };
}
