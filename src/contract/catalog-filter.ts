import * as z from 'zod/mini';
import { count } from './scalars';

/**
 * The kinds of things by which data sets are told apart.
 */
export type FacetName = z.infer<typeof FacetName>;
export const FacetName = z.enum([
  'opens',
  'format',
  'tag',
  'region',
  'cadence',
  'period',
  'resolution',
  'place',
  'provider',
  'licence',
  'maintainer',
  'source'
]);

/** The value of what is not known of a data set: nothing is made up. */
export const UNKNOWN = 'unknown';

/**
 * One wanted value. Several of the same facet: any of them. Of several facets: all of them.
 */
export type CatalogFilter = z.infer<typeof CatalogFilter>;
export const CatalogFilter = z.object({
  /**
   * `period` takes years as well: `1990-2020`, `1979-`, `-1999` for what has any of them, `1993/2019`, `1993/..`, `../2019`
   * for what has all of them.
   */
  facet: FacetName,
  value: z.string().check(z.minLength(1), z.maxLength(200))
});

/** How results are sorted; `best` is by title where nothing is looked for. */
export type CatalogSort = z.infer<typeof CatalogSort>;
export const CatalogSort = z.enum(['best', 'title', 'updated']);

/**
 * A facet of what was found, with how many data sets have each value.
 *
 * The counts of a facet are those without its own filters: what one would get by choosing another value.
 */
export type Facet = z.infer<typeof Facet>;
export const Facet = z.object({
  name: FacetName,
  /** Most first, at most 50. */
  values: z.array(
    z.object({
      value: z.string(),
      /** As people write it; for some facets the same as the value. */
      label: z.string(),
      count
    })
  ),
  /** Values that are not listed. */
  more: count
});

/** No search needs more filters. */
const MAX_FILTERS = 50;

/**
 * Filters as a text, `format=zarr&tag=sea%20ice`, for a query and for a link.
 */
export function filtersText(filters: readonly CatalogFilter[]): string {
  return filters
    .map(({ facet, value }) => `${facet}=${encodeURIComponent(value)}`)
    .join('&');
}

/**
 * The filters of a text; what is none, as in a link from elsewhere, is left out.
 */
export function readFilters(text: string): CatalogFilter[] {
  const filters = text.split('&').flatMap(part => {
    const [facet, value = ''] = part.split('=');
    const filter = CatalogFilter.safeParse({ facet, value: decoded(value) });
    return filter.success ? [filter.data] : [];
  });
  return filters.slice(0, MAX_FILTERS);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that begins no character.
    return '';
  }
}
