import type { CatalogFilter, Facet, FacetName } from '../../../contract';
import { FacetName as FacetNames, readCovered } from '../../../contract';
import type { IFacetValue } from './facet-values';
import { coversYears, meetsYears } from './covered-years';
import type { ITraits } from '../record/traits';

/** As many values of a facet are listed. */
const MAX_VALUES = 50;

const NAMES = FacetNames.options;

/** More than any count. */
const CHOSEN_FIRST = 2 ** 32;

/** The values of one facet, each with a number. */
export interface IColumn {
  readonly values: readonly IFacetValue[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Of data set `d` from `starts[d]` to `starts[d + 1]`. */
  readonly starts: Uint32Array;
  readonly entries: Uint16Array;
}

/**
 * Which data set has which values, in numbers: ten thousand are counted in a millisecond.
 */
export class FacetIndex {
  /**
   * @param years - Of each data set; null where they are not known.
   */
  constructor(
    columns: ReadonlyMap<FacetName, IColumn>,
    years: readonly ITraits['years'][]
  ) {
    this._columns = columns;
    this._years = years;
  }

  /**
   * Those of these data sets that fit all filters, and what the others of each facet would give.
   */
  narrow(
    found: readonly number[],
    filters: readonly CatalogFilter[]
  ): { fitting: readonly number[]; facets: Facet[] } {
    const chosen = new Map(
      NAMES.map(name => [name, this._chosen(name, filters)])
    );
    const active = NAMES.filter(name => chosen.get(name)?.size);
    if (active.length === 0) {
      return { fitting: found, facets: this._facets(() => found, chosen) };
    }
    const spans = spansOf(filters);
    const fitting: number[] = [];
    // Data sets that miss one facet alone: what its other values would give.
    const almost = new Map<FacetName, number[]>();
    for (const doc of found) {
      const missed = active.filter(
        name =>
          !this._hasOne(name, doc, chosen.get(name)) &&
          !(name === 'period' && this._meetsOne(doc, spans))
      );
      const [first] = missed;
      if (first === undefined) {
        fitting.push(doc);
      } else if (missed.length === 1) {
        const others = almost.get(first) ?? [];
        others.push(doc);
        almost.set(first, others);
      }
    }
    const facets = this._facets(
      name => [...fitting, ...(almost.get(name) ?? [])],
      chosen
    );
    return { fitting, facets };
  }

  private _facets(
    countedFor: (name: FacetName) => readonly number[],
    chosen: ReadonlyMap<FacetName, ReadonlySet<number>>
  ): Facet[] {
    return NAMES.map(name =>
      this._count(name, countedFor(name), chosen.get(name) ?? new Set())
    ).filter(({ values }) => values.length > 0);
  }

  /** Numbers of the chosen values; a value that nobody has is chosen all the same, so nothing fits. */
  private _chosen(
    name: FacetName,
    filters: readonly CatalogFilter[]
  ): ReadonlySet<number> {
    const numbers = this._columns.get(name)?.numbers;
    return new Set(
      filters
        .filter(({ facet }) => facet === name)
        .map(({ value }) => numbers?.get(value) ?? -1)
    );
  }

  private _hasOne(
    name: FacetName,
    doc: number,
    wanted: ReadonlySet<number> | undefined
  ): boolean {
    const { starts, entries } = this._column(name);
    const end = starts[doc + 1] ?? 0;
    for (let at = starts[doc] ?? 0; at < end; at++) {
      if (wanted?.has(entries[at] ?? -1)) {
        return true;
      }
    }
    return false;
  }

  private _meetsOne(doc: number, spans: readonly SpanTest[]): boolean {
    const years = this._years[doc] ?? null;
    return years !== null && spans.some(test => test(years));
  }

  private _count(
    name: FacetName,
    docs: readonly number[],
    chosen: ReadonlySet<number>
  ): Facet {
    const { values, starts, entries } = this._column(name);
    const counts = new Uint32Array(values.length);
    for (const doc of docs) {
      const end = starts[doc + 1] ?? 0;
      for (let at = starts[doc] ?? 0; at < end; at++) {
        const number = entries[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
    const listed: number[] = [];
    for (let number = 0; number < counts.length; number++) {
      if ((counts[number] ?? 0) > 0 || chosen.has(number)) {
        listed.push(number);
      }
    }
    const weight = (number: number): number =>
      (counts[number] ?? 0) + (chosen.has(number) ? CHOSEN_FIRST : 0);
    // Names are compared among the few that are shown alone.
    const best = listed
      .sort((a, b) => weight(b) - weight(a) || a - b)
      .slice(0, MAX_VALUES)
      .flatMap(number => {
        const value = values[number];
        return value ? [{ ...value, count: counts[number] ?? 0 }] : [];
      });
    return {
      name,
      values: best,
      more: Math.max(listed.length - MAX_VALUES, 0)
    };
  }

  private _column(name: FacetName): IColumn {
    return this._columns.get(name) ?? EMPTY;
  }

  private readonly _columns: ReadonlyMap<FacetName, IColumn>;
  private readonly _years: readonly ITraits['years'][];
}

/** Whether a data set of these years fits. */
type SpanTest = (years: NonNullable<ITraits['years']>) => boolean;

/** Years that somebody wrote, besides the periods that are offered. */
function spansOf(filters: readonly CatalogFilter[]): SpanTest[] {
  return filters
    .filter(({ facet }) => facet === 'period')
    .flatMap(({ value }): SpanTest[] => {
      const covered = readCovered(value);
      if (covered) {
        return [years => coversYears(covered, years)];
      }
      const [, first, last] = /^(\d{3,4})?-(\d{3,4})?$/.exec(value) ?? [];
      const asked = {
        first: first === undefined ? null : Number(first),
        last: last === undefined ? null : Number(last)
      };
      return (first ?? last) === undefined
        ? []
        : [years => meetsYears(asked, years)];
    });
}

const EMPTY: IColumn = {
  values: [],
  numbers: new Map(),
  starts: new Uint32Array(1),
  entries: new Uint16Array(0)
};
