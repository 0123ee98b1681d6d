import {
  CatalogSort,
  coveredValue,
  filtersText,
  readCovered,
  readFilters,
  type CatalogFilter,
  type ICoveredYears
} from '../../../../contract';

/** The service takes no longer text. */
export const MAX_TEXT = 1000;

/**
 * What is looked for.
 */
export interface ICatalogSearch {
  readonly text: string;
  readonly filters: readonly CatalogFilter[];
  readonly sort: CatalogSort;
}

/** Everything, by title. */
export const EVERYTHING: ICatalogSearch = {
  text: '',
  filters: [],
  sort: 'best'
};

/**
 * A search as one line, `text=sea%20ice&sort=title&format=zarr`: for a link, and to be kept.
 */
export function writeSearch({ text, filters, sort }: ICatalogSearch): string {
  return [
    text === '' ? '' : `text=${encodeURIComponent(text)}`,
    sort === 'best' ? '' : `sort=${sort}`,
    filtersText(filters)
  ]
    .filter(part => part !== '')
    .join('&');
}

/**
 * The search of a line from anywhere; what it does not say, or says wrongly, is as in a search for everything.
 */
export function readSearch(line: string): ICatalogSearch {
  const fields = new URLSearchParams(line);
  const sort = CatalogSort.safeParse(fields.get('sort'));
  return {
    text: (fields.get('text') ?? '').slice(0, MAX_TEXT),
    filters: readFilters(line),
    sort: sort.success ? sort.data : EVERYTHING.sort
  };
}

/**
 * The years that data shall cover by these filters; null: any.
 */
export function coveredBy(
  filters: readonly CatalogFilter[]
): ICoveredYears | null {
  const covered = filters.find(isCovering);
  return covered ? readCovered(covered.value) : null;
}

/**
 * The same filters with these years in place of others.
 */
export function covering(
  filters: readonly CatalogFilter[],
  years: ICoveredYears | null
): readonly CatalogFilter[] {
  const others = filters.filter(filter => !isCovering(filter));
  return years === null
    ? others
    : [...others, { facet: 'period', value: coveredValue(years) }];
}

function isCovering({ facet, value }: CatalogFilter): boolean {
  return facet === 'period' && readCovered(value) !== null;
}

/**
 * The same filters with this one taken up, or laid down.
 */
export function toggled(
  filters: readonly CatalogFilter[],
  { facet, value }: CatalogFilter
): readonly CatalogFilter[] {
  const others = filters.filter(
    filter => filter.facet !== facet || filter.value !== value
  );
  return others.length < filters.length
    ? others
    : [...filters, { facet, value }];
}
