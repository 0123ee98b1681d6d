import type { EntryStats } from '../tree/tally';
import { AnswerNumbers } from './answer-numbers';
import { AnsweredCount } from './answered-count';
import { ANSWER, COUNTED, ENTRY } from './layout';

/**
 * What the native part answers to an order.
 */
export class Answer {
  /**
   * @param numbers - Where the answer's numbers are.
   * @param names - Where its names are.
   */
  constructor(numbers: Float64Array, names: Buffer) {
    this._numbers = new AnswerNumbers(numbers, names);
  }

  /** Directories of the order that were done with; the others are to be ordered again. */
  get done(): number {
    return this._numbers.number(ANSWER.done);
  }

  get calls(): number {
    return this._numbers.number(ANSWER.calls);
  }

  get elapsedMs(): number {
    return this._numbers.number(ANSWER.elapsedMs);
  }

  /** How often it waited for a disk or a server. */
  get waits(): number {
    return this._numbers.number(ANSWER.waits);
  }

  /** What was found in each directory that was done with. */
  *counts(): Generator<AnsweredCount, void> {
    const numbers = this._numbers;
    let at: number = ANSWER.width;
    for (let left = this.done; left > 0; left -= 1) {
      const entries = numbers.number(at + COUNTED.entries);
      const end = at + COUNTED.width + entries * ENTRY.width;
      yield new AnsweredCount(numbers, at, end);
      at = end;
    }
  }

  /** Directories that are not as expected, by their place in the order; null: none is there. */
  *looks(): Generator<[index: number, stats: EntryStats | null], void> {
    const numbers = this._numbers;
    const end = ANSWER.width + numbers.number(ANSWER.told) * ENTRY.width;
    for (let at: number = ANSWER.width; at < end; at += ENTRY.width) {
      yield [numbers.number(at + ENTRY.index), numbers.statsIfThere(at)];
    }
  }

  private readonly _numbers: AnswerNumbers;
}
