import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Cache } from '../../../src/service/cache';
import { createLibrary } from '../../../src/service/catalog/open';
import { leapConfig } from '../../support/service/leap-config';
import { ServedCatalogs, titles } from '../../support/catalog/served-catalogs';
import {
  INTAKE_1,
  INTAKE_1_LAND,
  ITEM
} from '../../support/catalog/written-forms';

const FEEDSTOCK = `
"ncviewjs:meta_yaml_url": /meta.yaml
tags: [ocean, zarr]
stores:
  - id: aviso
    name: Daily maps
    url: https://data.test/aviso.zarr/
    public: true
    xarray_open_kwargs: {engine: zarr}
`;

const META = `
title: Altimetry
description: |
  Sea surface height.
maintainers:
  - name: Ann Example
    github: ann
provenance:
  providers:
    - name: Copernicus
      url: https://example.org
  license: CC-BY-4.0
`;

const INTAKE_2 = `
version: 2
aliases: {rain: aaa}
data:
  bbb:
    datatype: intake.readers.datatypes:Zarr
    kwargs: {url: 'https://data.test/rain.zarr', storage_options: null}
    metadata: {description: 'Rain gauges on a grid.'}
entries:
  aaa:
    reader: intake.readers.readers:XArrayDatasetReader
    kwargs: {args: ['{data(bbb)}']}
    metadata: {}
`;

const COLLECTION = {
  stac_version: '1.0.0',
  type: 'Collection',
  id: 'daymet',
  title: 'Daymet',
  description: 'Daily surface weather.',
  license: 'CC-BY-4.0',
  keywords: ['weather', 'daily'],
  providers: [{ name: 'ORNL', url: 'https://ornl.test' }],
  links: [
    { rel: 'license', href: 'https://example.org/license' },
    { rel: 'about', href: 'https://example.org/about', title: 'About' }
  ],
  assets: {
    'zarr-https': {
      href: 'https://data.test/daymet.zarr',
      type: 'application/vnd+zarr',
      roles: ['data']
    },
    thumbnail: { href: 'https://data.test/picture.png', type: 'image/png' }
  }
};

describe('catalogs of other forms', () => {
  let catalogs: ServedCatalogs;

  beforeEach(async () => {
    catalogs = await ServedCatalogs.start();
  });

  afterEach(() => catalogs.end());

  it('reads a feedstock, and what it leaves out from its meta.yaml', async () => {
    catalogs.files = { '/catalog.yaml': FEEDSTOCK, '/meta.yaml': META };
    const { datasets, summary } = await catalogs.read(
      catalogs.server.url('/catalog.yaml')
    );

    expect(summary.problem).toBeNull();
    expect(datasets).toMatchObject([
      {
        id: 'altimetry',
        title: 'Altimetry',
        description: 'Sea surface height.',
        tags: ['ocean', 'zarr'],
        license: 'CC-BY-4.0',
        maintainers: [{ name: 'Ann Example', github: 'ann' }],
        stores: [{ id: 'aviso', format: 'zarr' }]
      }
    ]);
  });

  it('reads intake of version 1, the catalogs in it included', async () => {
    catalogs.files = {
      '/c/ocean.yaml': INTAKE_1,
      '/c/land.yaml': INTAKE_1_LAND
    };
    const { datasets } = await catalogs.read(
      catalogs.server.url('/c/ocean.yaml')
    );

    expect(titles(datasets)).toEqual(['lai', 'sst', 'templated']);
    expect(datasets.find(({ id }) => id === 'sst')).toMatchObject({
      description: 'Sea surface temperature',
      tags: ['ocean'],
      stores: [{ url: 'gs://pangeo/sst.zarr', format: 'zarr' }]
    });
    // An address with a hole in it opens nothing.
    expect(datasets.find(({ id }) => id === 'templated')?.stores).toEqual([]);
  });

  it('reads intake of version 2', async () => {
    catalogs.files = { '/rain.yaml': INTAKE_2 };
    const { datasets } = await catalogs.read(catalogs.server.url('/rain.yaml'));

    expect(datasets).toMatchObject([
      {
        title: 'rain',
        description: 'Rain gauges on a grid.',
        stores: [{ url: 'https://data.test/rain.zarr', format: 'zarr' }]
      }
    ]);
  });

  it('reads a static STAC catalog, down to its items', async () => {
    catalogs.files = {
      '/stac/catalog.json': JSON.stringify({
        stac_version: '1.0.0',
        type: 'Catalog',
        id: 'root',
        links: [
          { rel: 'child', href: './daymet/collection.json' },
          { rel: 'child', href: 'era5.json' },
          { rel: 'self', href: './catalog.json' }
        ]
      }),
      '/stac/daymet/collection.json': JSON.stringify(COLLECTION),
      '/stac/era5.json': JSON.stringify({
        ...COLLECTION,
        id: 'era5',
        assets: {},
        links: [{ rel: 'item', href: './items/2020.json' }]
      }),
      '/stac/items/2020.json': JSON.stringify(ITEM)
    };
    const { datasets } = await catalogs.read(
      catalogs.server.url('/stac/catalog.json')
    );

    expect(titles(datasets)).toEqual(['Daymet', 'ERA5 of 2020']);
    expect(datasets.find(({ id }) => id === 'daymet')).toMatchObject({
      tags: ['weather', 'daily'],
      license: 'CC-BY-4.0',
      licenseUrl: 'https://example.org/license',
      providers: [{ name: 'ORNL' }],
      links: [{ label: 'About' }],
      stores: [{ id: 'zarr-https', format: 'zarr' }]
    });
  });

  it('reads a STAC API, page by page', async () => {
    catalogs.files = {
      '/api': JSON.stringify({
        stac_version: '1.0.0',
        type: 'Catalog',
        id: 'api',
        conformsTo: ['https://api.stacspec.org/v1.0.0/core'],
        links: [{ rel: 'data', href: '/api/collections' }]
      }),
      '/api/collections': JSON.stringify({
        collections: [COLLECTION],
        links: [{ rel: 'next', href: '/api/collections?page=2' }]
      }),
      '/api/collections?page=2': JSON.stringify({
        collections: [{ ...COLLECTION, id: 'b', title: 'B', assets: {} }, 7],
        links: []
      })
    };
    const { datasets, summary } = await catalogs.read(
      catalogs.server.url('/api')
    );

    expect(titles(datasets)).toEqual(['B', 'Daymet']);
    expect(summary.skipped).toMatchObject([
      { reason: expect.stringContaining('STAC') as string }
    ]);
  });

  it.each([
    ['addresses', '["https://data.test/a.zarr", "gs://pangeo/b.zarr"]'],
    [
      'names',
      '{"a.zarr": "https://data.test/a.zarr", "b.zarr": "gs://pangeo/b.zarr"}'
    ],
    [
      'objects',
      '[{"name": "a.zarr", "url": "https://data.test/a.zarr"}, {"zstore": "gs://pangeo/b.zarr"}]'
    ],
    [
      'a field',
      '{"datasets": [{"path": "gs://pangeo/b.zarr"}, {"href": "https://data.test/a.zarr"}]}'
    ],
    ['lines', '# ours\nhttps://data.test/a.zarr\ngs://pangeo/b.zarr\n'],
    ['YAML', '- https://data.test/a.zarr\n- gs://pangeo/b.zarr\n']
  ])('reads a list of analysis-ready stores as %s', async (_, text) => {
    catalogs.files = { '/arco': text };
    const { datasets } = await catalogs.read(catalogs.server.url('/arco'));

    expect(titles(datasets)).toEqual(['a.zarr', 'b.zarr']);
    expect(datasets.every(({ stores }) => stores.length === 1)).toBe(true);
  });

  it('reads a file, and the files beside it alone', async () => {
    mkdirSync(join(catalogs.directory, 'c'));
    writeFileSync(join(catalogs.directory, 'secret.yaml'), INTAKE_1_LAND);
    writeFileSync(
      join(catalogs.directory, 'c', 'ocean.yaml'),
      `${INTAKE_1}\n  out: {driver: yaml_file_cat, args: {path: ../secret.yaml}}\n`
    );
    writeFileSync(join(catalogs.directory, 'c', 'land.yaml'), 'sources: {}');
    const { datasets, summary } = await catalogs.read(
      pathToFileURL(join(catalogs.directory, 'c', 'ocean.yaml')).href
    );

    expect(titles(datasets)).toEqual(['sst', 'templated']);
    expect(summary.skippedCount).toBe(1);
  });

  it('joins what two catalogs list, and says which do', async () => {
    catalogs.files = {
      '/a': '[{"name": "Rain", "url": "https://data.test/rain.zarr"}]',
      '/b': '[{"name": "rain", "url": "https://data.test/rain.zarr/"}, {"name": "Snow", "url": "https://data.test/snow.zarr"}]'
    };
    const addresses = [catalogs.server.url('/a'), catalogs.server.url('/b')];
    const library = createLibrary(
      leapConfig(),
      addresses,
      new Cache(join(catalogs.directory, 'cache')),
      () => new Date('2026-11-26T12:00:00Z')
    );
    await library.refresh();
    const { hits, facets } = (await library.index()).search('');

    expect(hits.map(({ title, sources }) => [title, sources])).toEqual([
      ['Rain', [`${catalogs.server.host}/a`, `${catalogs.server.host}/b`]],
      ['Snow', [`${catalogs.server.host}/b`]]
    ]);
    expect(facets.find(({ name }) => name === 'source')?.values).toMatchObject([
      { value: `${catalogs.server.host}/b`, count: 2 },
      { value: `${catalogs.server.host}/a`, count: 1 }
    ]);
  });
});
