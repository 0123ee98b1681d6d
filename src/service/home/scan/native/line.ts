/**
 * Directories that wait to be counted, taken from either end.
 */
export class Line {
  get length(): number {
    return this._ids.length - this._first;
  }

  push(id: number): void {
    this._ids.push(id);
  }

  /** The one that came last; undefined: none waits. */
  takeLast(): number | undefined {
    return this.length === 0 ? undefined : this._ids.pop();
  }

  /** The one that has waited longest; undefined: none waits. */
  takeFirst(): number | undefined {
    if (this.length === 0) {
      return undefined;
    }
    const id = this._ids[this._first];
    this._first += 1;
    if (2 * this._first > this._ids.length) {
      this._ids.splice(0, this._first);
      this._first = 0;
    }
    return id;
  }

  private readonly _ids: number[] = [];
  /** What is before it was taken: to move all others each time would take longer than to count. */
  private _first = 0;
}
