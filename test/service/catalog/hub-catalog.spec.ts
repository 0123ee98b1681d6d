import { readFileSync } from 'node:fs';
import { pythonString, type Dataset } from '../../../src/contract';
import { likelyForm } from '../../../src/service/catalog/code/form';
import { readRecords } from '../../../src/service/catalog/record/records';
import { storeCode } from '../../../src/service/catalog/code/snippet';
import { readStoreAddress } from '../../../src/service/web/store-address';
import {
  describeWithHubCatalog,
  HUB_CATALOG
} from '../../support/catalog/records';
import { shapes } from '../../support/python-code/program-shapes';

const HUB = new Set(['leap-scratch', 'leap-persistent', 'leap-persistent-ro']);

describeWithHubCatalog('the hub’s own catalog', () => {
  let datasets: readonly Dataset[];

  beforeAll(() => {
    const text = readFileSync(HUB_CATALOG, 'utf8');
    datasets = readRecords(text, HUB).datasets;
  });

  const stores = () => datasets.flatMap(dataset => dataset.stores);

  it('has a page for each of its 32 data sets', () => {
    expect(datasets).toHaveLength(32);
    expect(new Set(datasets.map(({ id }) => id)).size).toBe(32);
    for (const { title } of datasets) {
      expect(title).not.toBe('');
    }
  });

  it('has code for each of its 83 stores and for CMIP6', () => {
    expect(stores()).toHaveLength(84);
    for (const { url, snippet, packages } of stores()) {
      expect(snippet).toContain(JSON.stringify(url.replace(/\/+$/, '')));
      expect(packages.length).toBeGreaterThan(0);
    }
  });

  it('opens each with what its address is, not with what its record says', () => {
    const engines = stores().map(({ url, snippet }) => ({
      isFile: /\.nc4?$/.test(url),
      engine: /engine="(\w+)"/.exec(snippet ?? '')?.[1]
    }));
    const files = engines.filter(({ isFile }) => isFile);

    expect(files).toHaveLength(42);
    expect(new Set(files.map(({ engine }) => engine))).toEqual(
      new Set(['h5netcdf'])
    );
    expect(
      engines.filter(
        ({ isFile, engine }) =>
          !isFile && !['zarr', 'kerchunk', undefined].includes(engine)
      )
    ).toEqual([]);
  });

  it('is Python of our own that opens an address, whatever its record says', () => {
    const codes = stores().map(({ snippet }) => snippet ?? '');
    // A plain program of each kind, with a text that no record has where the address stands.
    const plain = codes.map((code, at) =>
      code.replace(
        pythonString((stores()[at]?.url ?? '').replace(/\/+$/, '')),
        '"an address"'
      )
    );
    const shapesOf = (programs: readonly string[]) =>
      new Set(shapes(programs).map(({ shape }) => shape));

    expect(new Set(plain).size).toBe(6);
    expect(shapesOf(codes)).toEqual(shapesOf([...new Set(plain)]));
    for (const [at, { strings }] of shapes(codes).entries()) {
      expect(strings).toContain(stores()[at]?.url.replace(/\/+$/, ''));
    }
  });

  it('opens what lies on the hub with the hub’s credentials, and the rest without any', () => {
    const inBuckets = stores().filter(({ inBuckets: is }) => is);
    const hub = inBuckets.filter(({ host }) => HUB.has(host));

    expect(hub.length).toBeGreaterThanOrEqual(14);
    for (const { snippet } of hub) {
      expect(snippet).not.toContain('anon');
    }
    for (const { host, snippet } of inBuckets) {
      expect(HUB.has(host) || /"token": "anon"/.test(snippet ?? '')).toBe(true);
    }
  });

  it('sets up no million of chunks before a value is read', () => {
    const era5 = stores().filter(({ host }) => host.includes('arco-era5'));

    expect(era5).toHaveLength(2);
    for (const { snippet, note } of era5) {
      expect(snippet).toContain('chunks=None');
      expect(note).toMatch(/select/);
    }
    const others = stores().filter(
      ({ host, format }) => !host.includes('arco-era5') && format === 'zarr'
    );
    for (const { snippet } of others) {
      expect(snippet).toContain('chunks={}');
    }
  });

  it('has a listable address for every store whose metadata nobody gathered', () => {
    for (const { url, format } of stores()) {
      const address = readStoreAddress(url);
      if (address && likelyForm(format, address.path) === 'zarr2') {
        const { snippet } = storeCode(address, 'zarr2-scattered', HUB);
        expect(snippet).toContain('consolidated=False');
      }
    }
  });
});
