import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../../src/contract';
import { readRecords } from '../../../src/service/catalog/record/records';

/** The hub's own catalog, where this machine has a copy: named by the environment, or beside the project. */
export const HUB_CATALOG =
  process.env['LEAP_HUB_CATALOG'] ??
  join(__dirname, '../../../../shared/data/leap-catalog.json');

/** `describe`, skipped with a word where the hub's catalog is not at hand. */
export const describeWithHubCatalog = existsSync(HUB_CATALOG)
  ? describe
  : describe.skip;

/**
 * A record of the hub's form with everything in it, and the fields that the test is about in place of its own.
 */
export function record(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    title: 'Sea level',
    description: 'Sea surface height from altimeters. Daily maps.',
    maintainers: [{ name: 'Ann Example', github: 'ann-example' }],
    provenance: {
      providers: [{ name: 'Institute', url: 'https://example.org/' }],
      license: 'CC-BY-4.0',
      license_link: { title: 'CC-BY-4.0', url: 'https://example.org/by' }
    },
    thumbnail: null,
    tags: ['ocean', 'zarr'],
    links: [{ label: 'Home', url: 'https://example.org/home' }],
    stores: [store()],
    ...fields
  };
}

/** A store of a record. */
export function store(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'maps',
    name: 'Daily maps',
    url: 'https://example.org/data/maps.zarr',
    rechunking: null,
    public: true,
    geospatial: null,
    xarray_open_kwargs: { engine: 'zarr' },
    last_updated: null,
    ...fields
  };
}

/** The data sets of these records, as the service reads them. */
export function datasets(...records: readonly unknown[]): readonly Dataset[] {
  return readRecords(JSON.stringify(records), new Set(['leap-scratch']))
    .datasets;
}

/** The only data set of this record. */
export function dataset(
  fields: Readonly<Record<string, unknown>> = {}
): Dataset {
  const [only] = datasets(record(fields));
  if (!only) {
    throw new Error('The record makes no data set.');
  }
  return only;
}
