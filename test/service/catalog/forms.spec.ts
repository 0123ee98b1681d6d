import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Cache } from '../../../src/service/cache';
import { createLibrary } from '../../../src/service/catalog/open';
import type { CatalogSummary, Dataset } from '../../../src/contract';
import { leapConfig } from '../../support/service/leap-config';
import { WebServer } from '../../support/web/web-server';

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

const INTAKE_1 = `
metadata: {version: 1}
sources:
  sst:
    description: Sea surface temperature
    driver: zarr
    args: {urlpath: 'gs://pangeo/sst.zarr', consolidated: true}
    metadata: {tags: [ocean]}
  templated:
    driver: netcdf
    args: {urlpath: 'https://data.test/{{ year }}.nc'}
  deeper:
    driver: yaml_file_cat
    args: {path: '{{CATALOG_DIR}}/land.yaml'}
`;

const INTAKE_1_LAND = `
sources:
  lai: {driver: netcdf, args: {urlpath: 'https://data.test/lai.nc'}}
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

const ITEM = {
  stac_version: '1.0.0',
  type: 'Feature',
  id: 'era5-2020',
  properties: { title: 'ERA5 of 2020', updated: '2021-01-01T00:00:00Z' },
  links: [],
  assets: { data: { href: 'https://data.test/2020.nc' } }
};

/** They are in the middle: at the end they would be taken off. */
const SLASHES = `https://data.test${'/'.repeat(1_000_000)}x`;

describe('catalogs of other forms', () => {
  let server: WebServer;
  let directory: string;
  let files: Record<string, string>;

  async function read(
    ...addresses: string[]
  ): Promise<{ summary: CatalogSummary; datasets: readonly Dataset[] }> {
    const library = createLibrary(
      leapConfig(),
      addresses,
      new Cache(join(directory, 'cache')),
      () => new Date('2026-11-26T12:00:00Z')
    );
    const summary = await library.refresh();
    return { summary, datasets: await library.listed() };
  }

  function titles(datasets: readonly Dataset[]): string[] {
    return datasets.map(({ title }) => title).sort();
  }

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leap-forms-'));
    files = {};
    server = await WebServer.start((request, response) => {
      const text = files[request.url ?? ''];
      response.writeHead(text === undefined ? 404 : 200);
      response.end(text);
    });
  });

  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('reads a feedstock, and what it leaves out from its meta.yaml', async () => {
    files = { '/catalog.yaml': FEEDSTOCK, '/meta.yaml': META };
    const { datasets, summary } = await read(server.url('/catalog.yaml'));

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
    files = { '/c/ocean.yaml': INTAKE_1, '/c/land.yaml': INTAKE_1_LAND };
    const { datasets } = await read(server.url('/c/ocean.yaml'));

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
    files = { '/rain.yaml': INTAKE_2 };
    const { datasets } = await read(server.url('/rain.yaml'));

    expect(datasets).toMatchObject([
      {
        title: 'rain',
        description: 'Rain gauges on a grid.',
        stores: [{ url: 'https://data.test/rain.zarr', format: 'zarr' }]
      }
    ]);
  });

  it('reads a static STAC catalog, down to its items', async () => {
    files = {
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
    const { datasets } = await read(server.url('/stac/catalog.json'));

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
    files = {
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
    const { datasets, summary } = await read(server.url('/api'));

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
    files = { '/arco': text };
    const { datasets } = await read(server.url('/arco'));

    expect(titles(datasets)).toEqual(['a.zarr', 'b.zarr']);
    expect(datasets.every(({ stores }) => stores.length === 1)).toBe(true);
  });

  it('reads a file, and the files beside it alone', async () => {
    mkdirSync(join(directory, 'c'));
    writeFileSync(join(directory, 'secret.yaml'), INTAKE_1_LAND);
    writeFileSync(
      join(directory, 'c', 'ocean.yaml'),
      `${INTAKE_1}\n  out: {driver: yaml_file_cat, args: {path: ../secret.yaml}}\n`
    );
    writeFileSync(join(directory, 'c', 'land.yaml'), 'sources: {}');
    const { datasets, summary } = await read(
      pathToFileURL(join(directory, 'c', 'ocean.yaml')).href
    );

    expect(titles(datasets)).toEqual(['sst', 'templated']);
    expect(summary.skippedCount).toBe(1);
  });

  it('B59 follows no address of another host that stands in a catalog', async () => {
    const other = await WebServer.start((_, response) =>
      response.end(INTAKE_1_LAND)
    );
    files = {
      '/c.yaml': INTAKE_1.replace(
        '{{CATALOG_DIR}}/land.yaml',
        other.url('/land.yaml')
      )
    };
    const { datasets, summary } = await read(server.url('/c.yaml'));

    expect(other.asked).toEqual([]);
    expect(titles(datasets)).toEqual(['sst', 'templated']);
    expect(summary.skipped).toMatchObject([
      { reason: expect.stringContaining(other.host) as string }
    ]);
    await other.stop();
  });

  it('B59 comes to an end where documents lead to each other', async () => {
    files = {
      '/a.yaml': 'sources: {b: {driver: yaml_file_cat, args: {path: b.yaml}}}',
      '/b.yaml':
        'sources: {a: {driver: yaml_file_cat, args: {path: a.yaml}}, x: {driver: zarr, args: {urlpath: "gs://pangeo/x.zarr"}}}'
    };
    const { datasets } = await read(server.url('/a.yaml'));

    expect(titles(datasets)).toEqual(['x']);
    expect(server.asked).toHaveLength(2);
  });

  it('B56 asks for 300 documents of a catalog of thousands', async () => {
    const links = Array.from({ length: 1000 }, (_, number) => ({
      rel: 'item',
      href: `${String(number)}.json`
    }));
    files = {
      '/catalog.json': JSON.stringify({
        stac_version: '1.0.0',
        type: 'Catalog',
        id: 'root',
        links
      }),
      ...Object.fromEntries(
        links.map(({ href }) => [
          `/${href}`,
          JSON.stringify({ ...ITEM, id: href, properties: {} })
        ])
      )
    };
    const { summary } = await read(server.url());

    expect(server.asked).toHaveLength(300);
    expect(summary.datasets).toBe(299);
    expect(summary.skippedCount).toBe(701);
  });

  it.each([
    [
      'B56 YAML that multiplies itself',
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${String(n)}: &b${String(n)} [*${n === 0 ? 'a' : `b${String(n - 1)}`}, *${n === 0 ? 'a' : `b${String(n - 1)}`}]`).join('\n')}`
    ],
    ['B56 YAML of great depth', `a: ${'['.repeat(100_000)}`],
    ['B52 YAML that is cut off', 'sources: {a: {driver: "zarr'],
    ['B56 YAML of more than 1 MiB', `a: ${'x'.repeat(1 << 20)}`],
    ['B55 two keys of one name', 'sources: {}\nsources: {}'],
    ['B55 two keys of one name, deep inside', 'sources: {a: {b: 1, "b": 2}}'],
    ['B52 a text', 'Not found']
  ])('refuses %s', async (_, text) => {
    files = { '/c.yaml': text };
    const { summary } = await read(server.url('/c.yaml'));

    expect(summary.state).toBe('sample');
    expect(summary.problem).toMatch(/\.$/);
  });

  // Each took minutes or hours once, in which the service answered nobody.
  it.each([
    ['an address of a million slashes', JSON.stringify([SLASHES])],
    ['a line of a million slashes', SLASHES],
    [
      'two thousand stores of thousands of slashes',
      JSON.stringify([
        {
          title: 'x',
          stores: Array.from({ length: 2000 }, () => ({
            url: `gs://pangeo${'/'.repeat(4000)}x`
          }))
        }
      ])
    ],
    [
      'a media type that repeats itself',
      JSON.stringify({
        ...ITEM,
        assets: {
          data: { href: 'x', type: 'application/json'.repeat(100_000) }
        }
      })
    ],
    [
      'a reader that begins to name its data again and again',
      JSON.stringify({ data: {}, entries: { a: '{data('.repeat(200_000) } })
    ],
    [
      'YAML of 50,000 keys',
      `a:\n${Array.from({ length: 50_000 }, (_, n) => ` k${String(n)}: 1`).join('\n')}`
    ]
  ])(
    'B56 is through with %s',
    async (_, text) => {
      files = { '/c': text };
      const { summary } = await read(server.url('/c'));

      expect(summary.state).toBeDefined();
    },
    30_000
  );

  it('runs nothing that YAML can name', async () => {
    files = {
      '/c.yaml':
        'sources:\n  x: {driver: zarr, description: !!js/function "function () { throw 1 }", args: {urlpath: "gs://pangeo/x.zarr"}}\n'
    };
    const { datasets } = await read(server.url('/c.yaml'));

    expect(titles(datasets)).toEqual(['x']);
  });

  it('B54 counts a record that is broken and keeps the others', async () => {
    files = {
      '/c.yaml': INTAKE_1.replace('{{CATALOG_DIR}}/land.yaml', 'missing.yaml')
    };
    const { datasets, summary } = await read(server.url('/c.yaml'));

    expect(titles(datasets)).toEqual(['sst', 'templated']);
    expect(summary.skipped).toMatchObject([
      { reason: expect.stringContaining('status 404') as string }
    ]);
  });

  it('joins what two catalogs list, and says which do', async () => {
    files = {
      '/a': '[{"name": "Rain", "url": "https://data.test/rain.zarr"}]',
      '/b': '[{"name": "rain", "url": "https://data.test/rain.zarr/"}, {"name": "Snow", "url": "https://data.test/snow.zarr"}]'
    };
    const addresses = [server.url('/a'), server.url('/b')];
    const library = createLibrary(
      leapConfig(),
      addresses,
      new Cache(join(directory, 'cache')),
      () => new Date('2026-11-26T12:00:00Z')
    );
    await library.refresh();
    const { hits, facets } = (await library.index()).search('');

    expect(hits.map(({ title, sources }) => [title, sources])).toEqual([
      ['Rain', [`${server.host}/a`, `${server.host}/b`]],
      ['Snow', [`${server.host}/b`]]
    ]);
    expect(facets.find(({ name }) => name === 'source')?.values).toMatchObject([
      { value: `${server.host}/b`, count: 2 },
      { value: `${server.host}/a`, count: 1 }
    ]);
  });
});
