import { InvalidArgumentError } from 'commander';
import {
  coveredValue,
  readCovered,
  UNKNOWN,
  type CatalogFilter,
  type CatalogResults,
  type FacetName
} from '../contract';
import {
  regionCalled,
  wideRegions,
  type IRegion
} from '../service/catalog/region/regions';
import type { CatalogIndex } from '../service/catalog/search';

/** By what `leap search` narrows what it finds. */
export interface INarrowing {
  readonly limit: number;
  readonly region?: IRegion;
  readonly years?: CatalogFilter;
}

/** Data sets that were left out for want of knowledge; 0 where nothing of it was asked. */
export interface INotKnown {
  readonly region: number;
  readonly years: number;
}

/**
 * What fits in a place and in years, and how many might, if more were known of them.
 */
export function searchWithin(
  index: CatalogIndex,
  text: string,
  { limit, region, years }: INarrowing
): { results: CatalogResults; notKnown: INotKnown } {
  const filters = years ? [years] : [];
  const place = region ? { region } : {};
  const results = index.search(text, { limit, filters, ...place });
  const anywhere = region ? index.search(text, { limit: 1, filters }) : results;
  return {
    results,
    notKnown: {
      region: unknownOf('region', anywhere) - unknownOf('region', results),
      years: years ? unknownOf('period', results) : 0
    }
  };
}

function unknownOf(name: FacetName, { facets }: CatalogResults): number {
  const values = facets.find(facet => facet.name === name)?.values ?? [];
  return values.find(({ value }) => value === UNKNOWN)?.count ?? 0;
}

/**
 * Sentences on what was left out.
 */
export function notKnownText({ region, years }: INotKnown): string[] {
  return [
    ...(region > 0
      ? [`Left out, since nothing says where they lie: ${region} data sets.`]
      : []),
    ...(years > 0
      ? [
          `Left out, since nothing says which years they have: ${years} data sets.`
        ]
      : [])
  ];
}

/**
 * The region that an option names.
 *
 * @throws InvalidArgumentError - Nothing is called so.
 */
export function readRegion(name: string): IRegion {
  const region = regionCalled(name);
  if (!region) {
    throw new InvalidArgumentError(
      `No region is called so. Name a country, a sea, or one of: ${wideRegions().join(', ')}.`
    );
  }
  return region;
}

/**
 * The filter of an option: `1993-2019`, `1993-`, `-2019`, `1993`.
 *
 * @throws InvalidArgumentError - These are no years, or in the wrong order.
 */
export function readYears(text: string): CatalogFilter {
  const [, from = '', dash, to = ''] =
    /^(\d{0,4})(?:([-–/])(\d{0,4}))?$/.exec(text.trim()) ?? [];
  const value = coveredValue({
    first: yearOf(from),
    last: yearOf(dash === undefined ? from : to)
  });
  if (!readCovered(value)) {
    throw new InvalidArgumentError(
      'Years are written 1993-2019, 1993- or -2019, the first one first.'
    );
  }
  return { facet: 'period', value };
}

function yearOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
