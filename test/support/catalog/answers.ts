import type {
  CatalogAnswer,
  CatalogHit,
  CatalogSource,
  CatalogSummary,
  DatasetPage,
  Reach,
  Store,
  StoreReach
} from '../../../src/contract';

/** A catalog of now, with the fields that the test is about in place of its own. */
export function summary(fields: Partial<CatalogSummary> = {}): CatalogSummary {
  return {
    state: 'live',
    source: 'https://example.org/catalog.json',
    confirmedAt: '2026-11-23T12:00:00Z',
    problem: null,
    datasets: 2,
    stores: 3,
    skipped: [],
    skippedCount: 0,
    requestUrl: 'https://example.org/ask',
    sources: [],
    ...fields
  };
}

/** A source of now. */
export function source(fields: Partial<CatalogSource> = {}): CatalogSource {
  return {
    address: 'https://example.org/catalog.json',
    name: 'example.org',
    isOwn: false,
    form: 'records',
    state: 'live',
    confirmedAt: '2026-11-23T12:00:00Z',
    problem: null,
    datasets: 2,
    stores: 3,
    skippedCount: 0,
    ...fields
  };
}

export function hit(
  title: string,
  fields: Partial<CatalogHit> = {}
): CatalogHit {
  return {
    id: title.toLowerCase(),
    title,
    score: 1,
    summary: `About ${title}.`,
    tags: ['ocean'],
    formats: ['zarr'],
    storeCount: 1,
    variables: [],
    variableCount: 0,
    cadence: null,
    resolutionDegrees: null,
    years: null,
    opens: null,
    sources: [],
    ...fields
  };
}

/** Results of a search that found these titles. */
export function results(
  query: string,
  titles: readonly string[],
  fields: Partial<CatalogAnswer> = {}
): CatalogAnswer {
  return {
    query,
    total: titles.length,
    hits: titles.map(title => hit(title)),
    facets: [],
    suggestion: null,
    isReading: false,
    ...fields
  };
}

export function store(fields: Partial<Store> = {}): Store {
  return {
    id: 'maps',
    name: 'Daily maps',
    url: 'https://data.example.org/maps.zarr',
    format: 'zarr',
    host: 'data.example.org',
    inBuckets: false,
    lastUpdatedAt: null,
    snippet: 'import xarray as xr\n\nds = xr.open_dataset("maps")',
    note: null,
    packages: ['xarray', 'zarr'],
    ...fields
  };
}

export function dataset(fields: Partial<DatasetPage> = {}): DatasetPage {
  return {
    id: 'altimetry',
    title: 'Altimetry',
    description: 'Sea surface height.\nFrom satellites.',
    tags: ['ocean', 'ssh'],
    maintainers: [{ name: 'Ann Example', github: 'ann-example' }],
    providers: [{ name: 'Institute', description: null, url: null }],
    license: 'CC-BY-4.0',
    licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
    links: [
      {
        label: 'Paper',
        url: 'https://doi.org/10.1/x',
        text: 'https://doi.org/10.1/x'
      }
    ],
    stores: [store()],
    missingPackages: [],
    sources: [],
    known: [],
    isReading: false,
    ...fields
  };
}

/** What a check of the store `maps` came to. */
export function reach(
  status: StoreReach['status'],
  reason: string | null = null,
  fields: Partial<StoreReach> = {}
): Reach {
  const check = {
    id: 'maps',
    status,
    reason,
    checkedAt: '2026-11-23T12:00:00Z',
    form: null,
    code: null
  };
  return { stores: [{ ...check, ...fields }], missingPackages: [] };
}
