import type { CatalogFilter, StoreFacts } from '../../../../src/contract';
import { CatalogIndex } from '../../../../src/service/catalog/search';
import type { IKnownStore } from '../../../../src/service/catalog/record/traits';
import { datasets, record, store } from '../../../support/catalog/records';

const FACTS: StoreFacts = {
  variables: [
    {
      name: 'psl',
      standardName: 'air_pressure_at_mean_sea_level',
      longName: null,
      units: 'Pa',
      dimensions: ['time', 'lat', 'lon']
    },
    {
      name: 'qx7',
      standardName: null,
      longName: 'methane plume index',
      units: 'ppb',
      dimensions: ['time']
    }
  ],
  dimensions: [{ name: 'time', size: 480 }],
  timeSpan: { start: '1981-01-01', end: '2020-12-31' },
  cadence: 'monthly',
  resolutionDegrees: 0.25,
  extent: null,
  bytes: null
};

const ALL = datasets(
  record({
    title: 'Pressure',
    description: 'Of the air.',
    tags: ['my-custom-tag', 'Sea-Ice', 'zarr'],
    stores: [store({ name: 'a', url: 'gs://leap-scratch/a.zarr' })]
  }),
  record({
    title: 'Ice',
    description: 'Daily maps at 0.5 degree from 1979 to 2010.',
    tags: ['sea ice', 'SST'],
    stores: [
      store({ url: 'https://nyu1.osn.mghpcc.org/b.nc' }),
      store({ url: 's3://other/c.zarr' })
    ]
  }),
  record({
    title: 'Plain',
    description: 'Nothing.',
    tags: null,
    provenance: { providers: [{ name: 'INSTITUTE' }], license: 'unknown' },
    maintainers: null,
    stores: null
  })
);

const known = new Map<string, IKnownStore>([
  [
    'gs://leap-scratch/a.zarr',
    { facts: FACTS, isOpen: true, checkedAt: '2026-11-26T08:00:00Z' }
  ],
  [
    's3://other/c.zarr',
    { facts: null, isOpen: false, checkedAt: '2026-11-25T08:00:00Z' }
  ]
]);

const index = new CatalogIndex(ALL, {
  known,
  hubBuckets: new Set(['leap-scratch'])
});

/** Counts of a facet's values in a search for everything. */
function counts(
  name: string,
  filters: readonly CatalogFilter[] = []
): Record<string, number> {
  const { facets } = index.search('', { filters });
  const values = facets.find(facet => facet.name === name)?.values ?? [];
  return Object.fromEntries(values.map(({ value, count }) => [value, count]));
}

function titles(filters: readonly CatalogFilter[]): string[] {
  return index.search('', { filters }).hits.map(({ title }) => title);
}

describe('facets', () => {
  it('count what the data sets are, from records and from their stores', () => {
    expect(counts('tag')).toEqual({ 'sea ice': 2, sst: 1 });
    expect(counts('opens')).toEqual({ yes: 1, no: 1 });
    expect(counts('format')).toEqual({ zarr: 2, netcdf: 1 });
    expect(counts('place')).toEqual({ hub: 1, osn: 1, amazon: 1 });
    expect(counts('cadence')).toEqual({ monthly: 1, daily: 1 });
    expect(counts('resolution')).toEqual({
      'up-to-0.25': 1,
      'up-to-0.5': 1
    });
    expect(counts('period')).toEqual({
      '1979-1999': 2,
      '2000-2014': 2,
      '2015-2029': 1,
      unknown: 1
    });
    expect(counts('region')).toEqual({ unknown: 3 });
    expect(counts('maintainer')).toEqual({ 'ann example': 2 });
  });

  it('join names that differ by their capitals alone', () => {
    expect(counts('provider')).toEqual({ institute: 3 });
  });

  it('B58 know no licence where none is known', () => {
    expect(counts('licence')).toEqual({ 'cc-by-4.0': 2 });
  });

  it('know a licence in whatever way it is written', () => {
    const licences = [
      'CC-BY-4.0',
      'CC BY 4.0',
      'https://creativecommons.org/licenses/by/4.0/',
      'Creative Commons Attribution 4.0 International',
      'Creative Commons Attribution 4.0 (CC BY 4.0)',
      'Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International (CC BY-NC-ND 4.0)'
    ];
    const all = new CatalogIndex(
      datasets(
        ...licences.map((license, number) =>
          record({
            title: `T${number}`,
            provenance: { providers: [], license }
          })
        )
      )
    );
    const facet = all.search('').facets.find(({ name }) => name === 'licence');

    expect(facet?.values).toEqual([
      { value: 'cc-by-4.0', label: 'CC-BY-4.0', count: 5 },
      { value: 'cc-by-nc-nd-4.0', label: 'CC-BY-NC-ND-4.0', count: 1 }
    ]);
  });

  it('narrow: any of one facet, all of several', () => {
    const zarr = { facet: 'format', value: 'zarr' } as const;
    const netcdf = { facet: 'format', value: 'netcdf' } as const;
    const open = { facet: 'opens', value: 'yes' } as const;

    expect(titles([zarr, netcdf])).toEqual(['Ice', 'Pressure']);
    expect(titles([zarr, open])).toEqual(['Pressure']);
    expect(titles([netcdf, open])).toEqual([]);
  });

  it('say what another value of the same facet would give', () => {
    const open = { facet: 'opens', value: 'yes' } as const;

    expect(counts('opens', [open])).toEqual({ yes: 1, no: 1 });
    expect(counts('format', [open])).toEqual({ zarr: 1 });
  });

  it.each([
    ['1990-1995', ['Ice', 'Pressure']],
    ['2011-', ['Pressure']],
    ['-1980', ['Ice']],
    ['2025-2030', []],
    ['-', []],
    ['1980/2010', ['Ice']],
    ['1981/2020', ['Pressure']],
    ['1979/2020', []],
    ['1990/..', ['Ice', 'Pressure']],
    ['../2015', ['Pressure']],
    ['../..', []],
    ['2010/1990', []],
    ['unknown', ['Plain']]
  ])('take years that somebody wrote: %s', (value, expected) => {
    expect(titles([{ facet: 'period', value }])).toEqual(expected);
  });

  it('find nothing for a value that nobody has', () => {
    expect(titles([{ facet: 'tag', value: '__proto__' }])).toEqual([]);
  });
});

describe('what stores say about themselves', () => {
  it('finds a data set by the standard name of a variable, in common words', () => {
    for (const text of ['slp', 'sea level pressure', 'mslp', 'psl']) {
      expect(index.search(text).hits[0]?.title).toBe('Pressure');
    }
    expect(index.search('air_pressure_at_mean_sea_level').hits[0]?.title).toBe(
      'Pressure'
    );
  });

  it('finds long names and units', () => {
    expect(index.search('plume').hits[0]?.title).toBe('Pressure');
    expect(index.search('ppb').hits[0]?.title).toBe('Pressure');
  });

  it('shows what was asked for first, and what the record does not say', () => {
    expect(index.search('methane plume').hits[0]).toMatchObject({
      variables: ['qx7', 'psl'],
      variableCount: 2,
      resolutionDegrees: 0.25,
      cadence: 'monthly',
      years: { first: 1981, last: 2020 },
      opens: { isOpen: true, checkedAt: '2026-11-26T08:00:00Z' }
    });
  });

  it('finds nothing of it before it was read', () => {
    const before = new CatalogIndex(ALL);

    expect(before.search('plume').total).toBe(0);
    expect(before.search('Pressure').hits[0]).toMatchObject({
      variables: [],
      opens: null
    });
  });
});

describe('exact phrases', () => {
  it('stand side by side', () => {
    expect(index.search('"maps at"').hits.map(hit => hit.title)).toEqual([
      'Ice'
    ]);
    expect(index.search('"at maps"').total).toBe(0);
    expect(index.search('“Of the air”').hits.map(hit => hit.title)).toEqual([
      'Pressure'
    ]);
  });

  it('begin with a mark that has no partner yet', () => {
    expect(index.search('"half maps at').hits[0]?.title).toBe('Ice');
  });
});

describe('sorting', () => {
  it('is by title, or by the last change', () => {
    const sorted = new CatalogIndex(
      datasets(
        record({
          title: 'B',
          stores: [store({ last_updated: '2020-01-01T00:00:00Z' })]
        }),
        record({ title: 'C' }),
        record({
          title: 'A',
          stores: [store({ last_updated: '2024-01-01T00:00:00Z' })]
        })
      )
    );
    const order = (sort: 'title' | 'updated'): string =>
      sorted
        .search('sea level', { sort })
        .hits.map(({ title }) => title)
        .join('');

    expect(order('title')).toBe('ABC');
    expect(order('updated')).toBe('ABC');
  });
});
