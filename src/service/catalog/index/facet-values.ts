import {
  UNKNOWN,
  type Dataset,
  type FacetName,
  type Store
} from '../../../contract';
import { cleanTags } from '../record/clean-tags';
import type { ITraits } from '../record/traits';

/** A value that a data set has, and how it is shown where that is something else. */
export interface IFacetValue {
  readonly value: string;
  readonly label: string;
}

/** Boundaries of the periods, in years: before 1850 there are reconstructions, from 1979 on satellites. */
const PERIODS: readonly (readonly [number, string])[] = [
  [1849, 'before-1850'],
  [1949, '1850-1949'],
  [1978, '1950-1978'],
  [1999, '1979-1999'],
  [2014, '2000-2014'],
  [2029, '2015-2029'],
  [Infinity, 'from-2030']
];

/** Upper ends, in degrees. */
const RESOLUTIONS: readonly (readonly [number, string])[] = [
  [0.011, 'up-to-0.01'],
  [0.11, 'up-to-0.1'],
  [0.26, 'up-to-0.25'],
  [0.51, 'up-to-0.5'],
  [1.01, 'up-to-1'],
  [Infinity, 'over-1']
];

/**
 * What a data set counts for in each facet.
 *
 * @param hubBuckets - Buckets that this hub's credentials open.
 * @param sources - The catalogs that list it.
 */
export function facetValues(
  dataset: Dataset,
  traits: ITraits,
  hubBuckets: ReadonlySet<string>,
  sources: readonly string[]
): Readonly<Record<FacetName, readonly IFacetValue[]>> {
  const { stores, providers, maintainers, license } = dataset;
  return {
    opens:
      traits.opens === null ? [] : [plain(traits.opens.isOpen ? 'yes' : 'no')],
    format: stores
      .filter(({ format }) => format !== 'unknown')
      .map(({ format }) => plain(format)),
    tag: cleanTags(dataset.tags).map(({ key, label }) => ({
      value: key,
      label
    })),
    region: regions(traits.offeredRegions),
    cadence: traits.cadence === null ? [] : [plain(traits.cadence)],
    period: periods(traits.years),
    resolution:
      traits.resolutionDegrees === null
        ? []
        : [plain(bandOf(RESOLUTIONS, traits.resolutionDegrees))],
    place: stores.flatMap(store => placeOf(store, hubBuckets)).map(plain),
    provider: providers.map(({ name }) => named(name)),
    licence:
      license === null || NO_LICENCE.test(license) ? [] : [licenceOf(license)],
    maintainer: maintainers.map(({ name }) => named(name)),
    source: sources.map(plain)
  };
}

function plain(value: string): IFacetValue {
  return { value: value.slice(0, 200), label: value };
}

/** Two ways of writing one name are one value. */
function named(name: string): IFacetValue {
  return { value: name.toLowerCase().slice(0, 200), label: name };
}

function bandOf(
  bands: readonly (readonly [number, string])[],
  number: number
): string {
  return bands.find(([end]) => number <= end)?.[1] ?? '';
}

function regions(of: ITraits['offeredRegions']): IFacetValue[] {
  return of.length === 0
    ? [plain(UNKNOWN)]
    : of.map(({ id, label }) => ({ value: id, label }));
}

/** Every period that the years touch. */
function periods(years: ITraits['years']): IFacetValue[] {
  if (years === null) {
    return [plain(UNKNOWN)];
  }
  return PERIODS.filter(([end], index) => {
    const begin = (PERIODS[index - 1]?.[0] ?? -Infinity) + 1;
    return years.first <= end && years.last >= begin;
  }).map(([, value]) => plain(value));
}

function placeOf(
  { url, host }: Store,
  hubBuckets: ReadonlySet<string>
): string[] {
  if (host === '') {
    return [];
  }
  if (url.startsWith('gs://')) {
    return [hubBuckets.has(host) ? 'hub' : 'google'];
  }
  if (url.startsWith('s3://') || host.endsWith('.amazonaws.com')) {
    return ['amazon'];
  }
  if (host === 'storage.googleapis.com') {
    return ['google'];
  }
  return /(^|\.)osn\./.test(host) ? ['osn'] : [host];
}

/** What people write where they know of none. */
const NO_LICENCE = /^\s*(unknown|none|n\/?a|tbd|todo|null|-)\s*$/i;

const CREATIVE_COMMONS =
  /^(?:https?:\/\/)?creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;

/** "Creative Commons Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)". */
const CREATIVE_COMMONS_NAME =
  /^creative commons attribution((?:[\s-]+(?:non-?commercial|no-?deriv\w+|share-?alike))*)\s+(\d\.\d)/i;
const CODES: readonly (readonly [RegExp, string])[] = [
  [/non-?commercial/i, 'NC'],
  [/no-?deriv/i, 'ND'],
  [/share-?alike/i, 'SA']
];

/** One name for the ways in which the same licence is written. */
function licenceOf(license: string): IFacetValue {
  const name = codeOf(license) ?? license;
  const key = name
    .toLowerCase()
    .replace(/^cc[\s-]+/, 'cc-')
    .replace(/[\s_-]+/g, '-');
  return {
    value: key.slice(0, 200),
    label: /^cc/.test(key) ? key.toUpperCase() : name
  };
}

/** The code of a Creative Commons licence that is given by its address or in full; null: it is not. */
function codeOf(license: string): string | null {
  const [, code, version = ''] = CREATIVE_COMMONS.exec(license) ?? [];
  if (code !== undefined) {
    return code === 'zero' ? `CC0-${version}` : `CC-${code}-${version}`;
  }
  const [, terms, number = ''] = CREATIVE_COMMONS_NAME.exec(license) ?? [];
  if (terms === undefined) {
    return null;
  }
  const parts = CODES.filter(([pattern]) => pattern.test(terms));
  return ['CC-BY', ...parts.map(([, part]) => part), number].join('-');
}
