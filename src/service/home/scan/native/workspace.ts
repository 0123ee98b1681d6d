import { Answer } from './answer';
import { WANTED, ORDER } from './layout';
import type { INative } from './native';
import { Order } from './order';

/**
 * Memory for one order to the native part and its answer, which both sides read and write; used again and again.
 */
export class Workspace {
  constructor(private readonly _native: INative) {
    const { workspaceBytes, orderStart, answerStart, textsStart } = _native;
    const { textsBytes, namesStart, mostDirectories } = _native;
    this._memory = new ArrayBuffer(workspaceBytes);
    this.order = new Order(
      new Float64Array(
        this._memory,
        orderStart,
        ORDER.width + mostDirectories * WANTED.width
      ),
      Buffer.from(this._memory, textsStart, textsBytes)
    );
    this.answer = new Answer(
      new Float64Array(
        this._memory,
        answerStart,
        (textsStart - answerStart) / Float64Array.BYTES_PER_ELEMENT
      ),
      Buffer.from(this._memory, namesStart)
    );
  }

  readonly order: Order;
  readonly answer: Answer;

  /**
   * Have the order carried out by a thread of the pool.
   *
   * @param columns - Of the directories that it is about; for looks also its agenda.
   */
  begin(done: () => void, columns: readonly ArrayBuffer[]): void {
    this._native.begin(this._memory, done, columns);
  }

  private readonly _memory: ArrayBuffer;
}
