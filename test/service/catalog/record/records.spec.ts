import { readFileSync } from 'node:fs';
import { Dataset } from '../../../../src/contract';
import { readRecords } from '../../../../src/service/catalog/record/records';
import sample from '../../../../src/service/catalog/sample.json';
import {
  dataset,
  datasets,
  describeWithHubCatalog,
  HUB_CATALOG,
  record,
  store
} from '../../../support/catalog/records';

const NO_BUCKETS = new Set<string>();

function read(...records: readonly unknown[]) {
  return readRecords(JSON.stringify(records), NO_BUCKETS);
}

describe('readRecords', () => {
  it('reads a whole record', () => {
    expect(dataset()).toMatchObject({
      id: 'sea-level',
      title: 'Sea level',
      tags: ['ocean', 'zarr'],
      maintainers: [{ name: 'Ann Example', github: 'ann-example' }],
      providers: [{ name: 'Institute', url: 'https://example.org/' }],
      license: 'CC-BY-4.0',
      licenseUrl: 'https://example.org/by',
      stores: [
        {
          id: 'maps',
          name: 'Daily maps',
          format: 'zarr',
          host: 'example.org',
          inBuckets: false
        }
      ]
    });
  });

  it.each([
    ['null', null],
    ['a number', 7],
    ['a text', 'Sea level'],
    ['a list', []],
    ['without a title', record({ title: undefined })],
    ['with an empty title', record({ title: ' \n ' })],
    ['with an object as title', record({ title: { en: 'Sea' } })],
    ['with stores that are no list', record({ stores: 'none' })]
  ])('B54 skips, counts and names a record that is %s', (_, broken) => {
    const {
      datasets: found,
      skipped,
      skippedCount
    } = read(record({ title: 'First' }), broken, record({ title: 'Last' }));

    expect(found.map(({ title }) => title)).toEqual(['First', 'Last']);
    expect(skippedCount).toBe(1);
    expect(skipped.map(({ index }) => index)).toEqual([1]);
    expect(skipped[0]?.reason).toMatch(/\.$/);
  });

  it('B54 keeps a record of which everything but the title is null', () => {
    const nothing = Object.fromEntries(
      Object.keys(record()).map(key => [key, null])
    );

    expect(datasets({ ...nothing, title: 'Bare' })).toEqual([
      {
        id: 'bare',
        title: 'Bare',
        description: '',
        tags: [],
        maintainers: [],
        providers: [],
        license: null,
        licenseUrl: null,
        links: [],
        stores: []
      }
    ]);
  });

  it('B54 reads what it can where types are wrong', () => {
    const odd = dataset({
      title: 1850,
      description: ['a'],
      tags: ['ocean', 7, null, {}, 'ocean', ' sea  ice '],
      maintainers: [null, 'Ann', { name: 5 }, { github: 'x' }],
      provenance: [],
      links: { url: 'https://example.org' },
      stores: [
        store({ id: 12, name: null, xarray_open_kwargs: 'zarr', public: 'yes' })
      ],
      unknown: { deep: [] }
    });

    expect(odd).toMatchObject({
      title: '1850',
      description: '',
      tags: ['ocean', '7', 'sea ice'],
      maintainers: [{ name: '5', github: null }],
      providers: [],
      links: [],
      stores: [{ id: '12', name: '12', format: 'zarr' }]
    });
    expect(Dataset.safeParse(odd).success).toBe(true);
  });

  it('B54 names a store without an address and keeps the others', () => {
    const content = read(
      record({ stores: [store({ url: null }), null, store()] })
    );

    expect(content.datasets[0]?.stores).toHaveLength(1);
    expect(content.storeCount).toBe(1);
    expect(content.skipped).toEqual([
      { index: 0, reason: 'Store 1 of "Sea level" has no address.' },
      { index: 0, reason: 'Store 2 of "Sea level" has no address.' }
    ]);
  });

  it('B55 gives every data set and store an id of its own', () => {
    const found = datasets(
      record({ title: 'Sea Ice' }),
      record({ title: 'sea ice!' }),
      record({ title: '__proto__' }),
      record({
        title: 'SEA ICE',
        stores: [store(), store(), store({ id: 'MAPS' })]
      }),
      record({ title: 'sea ice 2' }),
      record({ title: '海' }),
      record({ title: '🌊' })
    );

    const ids = found.map(({ id }) => id.toLowerCase());
    expect(new Set(ids).size).toBe(7);
    expect(ids).toContain('__proto__');
    expect(found[3]?.stores.map(({ id }) => id)).toEqual([
      'maps',
      'maps-2',
      'MAPS-3'
    ]);
  });

  it('B55 is not changed by a key that names the prototype', () => {
    const text = `[{"__proto__": {"title": "evil", "polluted": 1}, "title": "Good", "constructor": 1}]`;

    expect(readRecords(text, NO_BUCKETS).datasets).toMatchObject([
      { title: 'Good' }
    ]);
    expect('polluted' in {}).toBe(false);
  });

  it('B56 reads 50,000 of 200,000 records and counts the others', () => {
    const text = `[${'{"title":"same"},'.repeat(199_999)}{"title":"same"}]`;

    const { datasets: found, skippedCount } = readRecords(text, NO_BUCKETS);

    expect(found).toHaveLength(50_000);
    expect(new Set(found.map(({ id }) => id)).size).toBe(50_000);
    expect(skippedCount).toBe(150_000);
  });

  it('B56 lists a hundred of many broken records', () => {
    const { skipped, skippedCount } = read(
      record(),
      ...Array.from({ length: 500 }, () => null)
    );

    expect(skipped).toHaveLength(100);
    expect(skippedCount).toBe(500);
  });

  it('B56 cuts a text of 10 MB and reads past a depth of 100,000', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const long = JSON.stringify('x'.repeat(10_000_000));
    const text = `[{"title": "Odd", "description": ${long}, "tags": ${deep}, "stores": null}]`;

    const [found] = readRecords(text, NO_BUCKETS).datasets;

    expect(found?.description).toHaveLength(20_000);
    expect(found?.tags).toEqual([]);
  });

  it.each([
    ['2024-11-19T21:19:44.192735+00:00', '2024-11-19T21:19:44.192Z'],
    ['2024-11-19T21:19:44+02:00', '2024-11-19T19:19:44.000Z'],
    ['2024-11-19T21:19:44', '2024-11-19T21:19:44.000Z'],
    ['2024-11-19', '2024-11-19T00:00:00.000Z'],
    ['2024-13-45', null],
    ['2024-02-30T99:00:00Z', null],
    ['yesterday', null],
    ['', null],
    [1_700_000_000, null],
    [null, null]
  ])('B58 reads the date %j', (written, at) => {
    const { stores } = dataset({ stores: [store({ last_updated: written })] });

    expect(stores[0]?.lastUpdatedAt).toBe(at);
  });

  it.each([
    [null, null, null],
    ['Just a Test', 'Just a Test', null],
    ['https://doi.org/10.1', 'https://doi.org/10.1', 'https://doi.org/10.1'],
    [{ name: 'CC' }, null, null]
  ])('B58 shows the licence %j as it is', (license, text, url) => {
    const provenance = { license, license_link: null };

    expect(dataset({ provenance })).toMatchObject({
      license: text,
      licenseUrl: url
    });
  });

  it('says that a list of nothing it knows is no catalog', () => {
    expect(() => read({ name: 'a' }, { name: 'b' })).toThrow(/new form/);
  });

  it('reads an empty catalog', () => {
    expect(read()).toMatchObject({ datasets: [], skippedCount: 0 });
  });
});

describe('the bundled sample', () => {
  it('has 30 data sets, all of them whole and marked as examples', () => {
    const content = readRecords(JSON.stringify(sample), NO_BUCKETS);

    expect(content.datasets).toHaveLength(30);
    expect(content.skippedCount).toBe(0);
    for (const { title, stores } of content.datasets) {
      expect(title).toMatch(/^Sample: /);
      for (const { url } of stores) {
        expect(url).toMatch(
          /^(https:\/\/[a-z]+\.example\.org|gs:\/\/example-|s3:\/\/example-)/
        );
      }
    }
  });
});

describeWithHubCatalog('the hub’s catalog', () => {
  const content = readRecords(
    readFileSync(HUB_CATALOG, 'utf8'),
    new Set(['leap-persistent', 'leap-persistent-ro'])
  );

  it('loads without one lost record: 32 data sets, 83 stores', () => {
    expect(content.datasets).toHaveLength(32);
    expect(content.storeCount).toBe(83);
    expect(content.skipped).toEqual([]);
    expect(content.skippedCount).toBe(0);
  });

  it('has code for every store, whose engine fits its address', () => {
    const stores = content.datasets.flatMap(found => found.stores);
    for (const { url, snippet } of stores) {
      expect(snippet).not.toBeNull();
      expect(snippet?.includes('engine="zarr"')).toBe(
        !url.endsWith('.nc') && !url.endsWith('.json')
      );
    }
    expect(stores.filter(({ format }) => format === 'netcdf')).toHaveLength(42);
    expect(stores.filter(({ inBuckets }) => inBuckets)).toHaveLength(18);
  });

  it('opens CMIP6, whose stores are null, as a collection', () => {
    const cmip6 = content.datasets.find(({ id }) => id === 'cmip6');

    expect(cmip6?.stores.map(({ format }) => format)).toEqual(['intake-esm']);
    expect(cmip6?.stores[0]?.snippet).toContain('open_esm_datastore');
  });
});
