import type { Axis } from '../../../contract';
import type { ICells } from './cells';

/** As much as a sidebar shows of a map. */
const MAX_WIDTH = 360;
const MAX_HEIGHT = 180;

/** Where cells lie further apart than the picture's, the ones beside them fill so many in between. */
const FILL_STEPS = 4;

/** Where every cell of a grid lies, row by row, in degrees; NaN where it is not known. */
export interface IPlaces {
  readonly columns: number;
  readonly rows: number;
  readonly latitudes: Float32Array;
  readonly longitudes: Float32Array;
}

/** A part of the globe, in degrees. */
interface IExtent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * The means of the cells of a curved grid, gathered by where they lie on a plain map, north up.
 */
export class Bins implements ICells {
  constructor(private readonly _places: IPlaces) {
    this._extent = extentOf(_places);
    this.width = Math.min(MAX_WIDTH, Math.max(1, _places.columns));
    this.height = Math.min(MAX_HEIGHT, Math.max(1, _places.rows));
    const count = this.width * this.height;
    this._sums = new Float64Array(count);
    this._counts = new Uint32Array(count);
    this._covered = new Uint8Array(count);
  }

  readonly width: number;
  readonly height: number;
  min = Infinity;
  max = -Infinity;

  add(column: number, row: number, value: number): void {
    const at = this._binOf(row * this._places.columns + column);
    if (at === null) {
      return;
    }
    this._seen += 1;
    this._covered[at] = 1;
    if (!Number.isFinite(value)) {
      return;
    }
    this._valid += 1;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    this._sums[at] = (this._sums[at] ?? 0) + value;
    this._counts[at] = (this._counts[at] ?? 0) + 1;
  }

  get missing(): number {
    return this._seen === 0 ? 1 : 1 - this._valid / this._seen;
  }

  result(): Float32Array {
    const cells = Float32Array.from(this._sums, (sum, at) => {
      const count = this._counts[at] ?? 0;
      return count === 0 ? NaN : sum / count;
    });
    let covered = this._covered;
    for (let step = 0; step < FILL_STEPS; step += 1) {
      covered = this._fill(cells, covered);
    }
    return cells;
  }

  /** From west to east. */
  x(name: string): Axis {
    const { west, east } = this._extent;
    return axis(name, 'degrees_east', west, east, this.width);
  }

  /** From north to south. */
  y(name: string): Axis {
    const { south, north } = this._extent;
    return axis(name, 'degrees_north', north, south, this.height);
  }

  private _binOf(cell: number): number | null {
    const { west, east, south, north } = this._extent;
    const latitude = this._places.latitudes[cell] ?? NaN;
    const longitude = eastOf(west, this._places.longitudes[cell] ?? NaN);
    const column = Math.floor(
      ((longitude - west) / (east - west)) * this.width
    );
    const row = Math.floor(
      ((north - latitude) / (north - south)) * this.height
    );
    return column >= 0 && row >= 0
      ? Math.min(row, this.height - 1) * this.width +
          Math.min(column, this.width - 1)
      : null;
  }

  /** Places that no cell lies in take what lies beside them, land included. */
  private _fill(
    cells: Float32Array,
    covered: Uint8Array
  ): Uint8Array<ArrayBuffer> {
    const { width, height } = this;
    const next = Uint8Array.from(covered);
    for (let at = 0; at < covered.length; at += 1) {
      if (covered[at] === 1) {
        continue;
      }
      const column = at % width;
      const beside = [
        column > 0 ? at - 1 : -1,
        column < width - 1 ? at + 1 : -1,
        at - width,
        at + width < width * height ? at + width : -1
      ];
      const from = beside.find(one => covered[one] === 1);
      if (from !== undefined) {
        next[at] = 1;
        cells[at] = cells[from] ?? NaN;
      }
    }
    return next;
  }

  private readonly _extent: IExtent;
  private readonly _sums: Float64Array;
  private readonly _counts: Uint32Array;
  private readonly _covered: Uint8Array<ArrayBuffer>;
  private _seen = 0;
  private _valid = 0;
}

/** The longitudes begin where the map is narrower: a region around the date line is one piece. */
function extentOf({ latitudes, longitudes }: IPlaces): IExtent {
  const lat = range(latitudes, latitude => latitude);
  const greenwich = range(longitudes, longitude => eastOf(-180, longitude));
  const dateLine = range(longitudes, longitude => eastOf(0, longitude));
  const lon =
    dateLine.to - dateLine.from < greenwich.to - greenwich.from - 1
      ? dateLine
      : greenwich;
  return {
    west: lon.from,
    east: Math.max(lon.to, lon.from + 1e-6),
    south: lat.from,
    north: Math.max(lat.to, lat.from + 1e-6)
  };
}

function range(
  numbers: Float32Array,
  meant: (stored: number) => number
): { from: number; to: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const number of numbers) {
    const value = meant(number);
    if (value < from) {
      from = value;
    }
    if (value > to) {
      to = value;
    }
  }
  return Number.isFinite(from) ? { from, to } : { from: 0, to: 1 };
}

/** The same longitude within the 360 degrees that begin at `west`. */
function eastOf(west: number, longitude: number): number {
  const turns = Math.floor((longitude - west) / 360);
  return longitude - turns * 360;
}

function axis(
  name: string,
  units: string,
  from: number,
  to: number,
  cells: number
): Axis {
  const step = (to - from) / cells;
  return {
    name,
    units,
    values: Array.from({ length: cells }, (_, at) => from + (at + 0.5) * step),
    texts: null,
    isIndex: false
  };
}
