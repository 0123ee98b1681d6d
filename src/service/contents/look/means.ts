import type { ICells } from './cells';

/** As much as a sidebar shows of a map, and of a line. */
const MAX_WIDTH = 360;
const MAX_HEIGHT = 180;
const MAX_LINE = 720;

/**
 * The means of a grid's cells, gathered chunk by chunk: no more of it is in memory than is drawn.
 */
export class Means implements ICells {
  /** @param _rows - Of the grid; 1 for a line. */
  constructor(
    private readonly _columns: number,
    private readonly _rows: number
  ) {
    this.width = Math.min(_columns, _rows === 1 ? MAX_LINE : MAX_WIDTH);
    this.height = Math.min(_rows, MAX_HEIGHT);
    this._sums = new Float64Array(this.width * this.height);
    this._counts = new Uint32Array(this.width * this.height);
  }

  readonly width: number;
  readonly height: number;
  min = Infinity;
  max = -Infinity;

  add(column: number, row: number, value: number): void {
    this._seen += 1;
    if (!Number.isFinite(value)) {
      return;
    }
    this._valid += 1;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    const at =
      Math.floor((row * this.height) / this._rows) * this.width +
      Math.floor((column * this.width) / this._columns);
    this._sums[at] = (this._sums[at] ?? 0) + value;
    this._counts[at] = (this._counts[at] ?? 0) + 1;
  }

  get missing(): number {
    return this._seen === 0 ? 1 : 1 - this._valid / this._seen;
  }

  /** The columns or rows that were gathered in each cell, by their first and the one after the last. */
  static bounds(cells: number, gathered: number): [number, number][] {
    return Array.from({ length: gathered }, (_, at) => [
      Math.ceil((at * cells) / gathered),
      Math.max(
        Math.ceil((at * cells) / gathered) + 1,
        Math.ceil(((at + 1) * cells) / gathered)
      )
    ]);
  }

  result(isFlipped: boolean): Float32Array {
    const { width, height } = this;
    const cells = new Float32Array(width * height);
    for (let row = 0; row < height; row += 1) {
      const to = isFlipped ? height - 1 - row : row;
      for (let column = 0; column < width; column += 1) {
        const at = row * width + column;
        const count = this._counts[at] ?? 0;
        cells[to * width + column] =
          count === 0 ? NaN : (this._sums[at] ?? 0) / count;
      }
    }
    return cells;
  }

  private readonly _sums: Float64Array;
  private readonly _counts: Uint32Array;
  private _seen = 0;
  private _valid = 0;
}
