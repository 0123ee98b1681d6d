import { ServedCatalogs, titles } from '../../support/catalog/served-catalogs';
import {
  INTAKE_1,
  INTAKE_1_LAND,
  ITEM
} from '../../support/catalog/written-forms';
import { WebServer } from '../../support/web/web-server';

/** They are in the middle: at the end they would be taken off. */
const SLASHES = `https://data.test${'/'.repeat(1_000_000)}x`;

describe('catalogs that somebody made to harm', () => {
  let catalogs: ServedCatalogs;

  beforeEach(async () => {
    catalogs = await ServedCatalogs.start();
  });

  afterEach(() => catalogs.end());

  it('B59 follows no address of another host that stands in a catalog', async () => {
    const other = await WebServer.start((_, response) =>
      response.end(INTAKE_1_LAND)
    );
    catalogs.files = {
      '/c.yaml': INTAKE_1.replace(
        '{{CATALOG_DIR}}/land.yaml',
        other.url('/land.yaml')
      )
    };
    const { datasets, summary } = await catalogs.read(
      catalogs.server.url('/c.yaml')
    );

    expect(other.asked).toEqual([]);
    expect(titles(datasets)).toEqual(['sst', 'templated']);
    expect(summary.skipped).toMatchObject([
      { reason: expect.stringContaining(other.host) as string }
    ]);
    await other.stop();
  });

  it('B59 comes to an end where documents lead to each other', async () => {
    catalogs.files = {
      '/a.yaml': 'sources: {b: {driver: yaml_file_cat, args: {path: b.yaml}}}',
      '/b.yaml':
        'sources: {a: {driver: yaml_file_cat, args: {path: a.yaml}}, x: {driver: zarr, args: {urlpath: "gs://pangeo/x.zarr"}}}'
    };
    const { datasets } = await catalogs.read(catalogs.server.url('/a.yaml'));

    expect(titles(datasets)).toEqual(['x']);
    expect(catalogs.server.asked).toHaveLength(2);
  });

  it('B56 asks for 300 documents of a catalog of thousands', async () => {
    const links = Array.from({ length: 1000 }, (_, number) => ({
      rel: 'item',
      href: `${String(number)}.json`
    }));
    catalogs.files = {
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
    const { summary } = await catalogs.read(catalogs.server.url());

    expect(catalogs.server.asked).toHaveLength(300);
    expect(summary.datasets).toBe(299);
    expect(summary.skippedCount).toBe(701);
  });

  it.each([
    [
      'B56 YAML that multiplies itself',
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${String(n)}: &b${String(n)} [*${n === 0 ? 'a' : `b${String(n - 1)}`}, *${n === 0 ? 'a' : `b${String(n - 1)}`}]`).join('\n')}`,
      /neither JSON nor YAML/
    ],
    [
      'B56 YAML of great depth',
      `a: ${'['.repeat(100_000)}`,
      /nested too deeply/
    ],
    ['B52 YAML that is cut off', 'sources: {a: {driver: "zarr', /neither/],
    ['B56 YAML of more than 1 MiB', `a: ${'x'.repeat(1 << 20)}`, /than 1 MiB/],
    ['B55 two keys of one name', 'sources: {}\nsources: {}', /neither/],
    [
      'B55 two keys of one name, deep inside',
      'sources: {a: {b: 1, "b": 2}}',
      /neither/
    ],
    ['B52 a text', 'Not found', /\.$/]
  ])('refuses %s', async (_, text, problem) => {
    catalogs.files = { '/c.yaml': text };
    const { summary } = await catalogs.read(catalogs.server.url('/c.yaml'));

    expect(summary.state).toBe('sample');
    expect(summary.problem).toMatch(problem);
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
      catalogs.files = { '/c': text };
      const { summary } = await catalogs.read(catalogs.server.url('/c'));

      expect(summary.state).toBeDefined();
    },
    30_000
  );

  it('runs nothing that YAML can name', async () => {
    catalogs.files = {
      '/c.yaml':
        'sources:\n  x: {driver: zarr, description: !!js/function "function () { throw 1 }", args: {urlpath: "gs://pangeo/x.zarr"}}\n'
    };
    const { datasets } = await catalogs.read(catalogs.server.url('/c.yaml'));

    expect(titles(datasets)).toEqual(['x']);
  });

  it('B54 counts a record that is broken and keeps the others', async () => {
    catalogs.files = {
      '/c.yaml': INTAKE_1.replace('{{CATALOG_DIR}}/land.yaml', 'missing.yaml')
    };
    const { datasets, summary } = await catalogs.read(
      catalogs.server.url('/c.yaml')
    );

    expect(titles(datasets)).toEqual(['sst', 'templated']);
    expect(summary.skipped).toMatchObject([
      { reason: expect.stringContaining('status 404') as string }
    ]);
  });
});
