import { FacetName } from '../../../contract';
import { FacetIndex, type IColumn } from './facet-index';
import type { IFacetValue } from './facet-values';
import type { ITraits } from '../record/traits';

/** Values beyond those are left out: nobody chooses among so many. */
const MAX_NUMBERS = 65_535;

/**
 * Gathers the facets of data sets, one data set after the other.
 */
export class FacetBuilder {
  /**
   * Add the values of the next data set.
   */
  add(
    row: Readonly<Record<FacetName, readonly IFacetValue[]>>,
    years: ITraits['years']
  ): void {
    this._years.push(years);
    for (const [name, column] of this._columns) {
      column.add(row[name]);
    }
  }

  /**
   * All that was added.
   */
  build(): FacetIndex {
    return new FacetIndex(
      new Map(
        [...this._columns].map(([name, column]) => [name, column.build()])
      ),
      this._years
    );
  }

  private readonly _years: ITraits['years'][] = [];
  private readonly _columns = new Map(
    FacetName.options.map(name => [name, new ColumnBuilder()])
  );
}

class ColumnBuilder {
  add(row: readonly IFacetValue[]): void {
    const own = new Set<number>();
    for (const { value, label } of row) {
      let number = this._numbers.get(value);
      if (number === undefined && this._values.length < MAX_NUMBERS) {
        number = this._values.push({ value, label }) - 1;
        this._numbers.set(value, number);
      }
      if (number !== undefined) {
        own.add(number);
      }
    }
    this._entries.push(...own);
    this._starts.push(this._entries.length);
  }

  build(): IColumn {
    return {
      values: this._values,
      numbers: this._numbers,
      starts: Uint32Array.from(this._starts),
      entries: Uint16Array.from(this._entries)
    };
  }

  private readonly _numbers = new Map<string, number>();
  private readonly _values: IFacetValue[] = [];
  private readonly _starts = [0];
  private readonly _entries: number[] = [];
}
