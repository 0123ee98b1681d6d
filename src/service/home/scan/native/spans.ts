import type { ISpan } from './order';

/**
 * What is left of a list, from its beginning on: given out in parts, of which some come back.
 */
export class Spans {
  /** @param length - Of the whole list. */
  constructor(length: number) {
    this.putBack({ first: 0, count: length });
  }

  /** How much nobody has. */
  get length(): number {
    return this._left.reduce((sum, { count }) => sum + count, 0);
  }

  /** @returns As many as these, or fewer; null: nothing is left. */
  take(most: number): ISpan | null {
    const span = this._left.pop();
    if (span === undefined) {
      return null;
    }
    const { first, count } = span;
    const taken = Math.min(count, most);
    this.putBack({ first: first + taken, count: count - taken });
    return { first, count: taken };
  }

  putBack(span: ISpan): void {
    if (span.count > 0) {
      this._left.push(span);
    }
  }

  private readonly _left: ISpan[] = [];
}
