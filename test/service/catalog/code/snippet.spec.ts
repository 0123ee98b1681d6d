import fc from 'fast-check';
import { StoreForm, StoreFormat } from '../../../../src/contract';
import {
  snippet,
  storeCode
} from '../../../../src/service/catalog/code/snippet';
import {
  readStoreAddress,
  type IStoreAddress
} from '../../../../src/service/web/store-address';
import { dataset, store } from '../../../support/catalog/records';
import { hostileName } from '../../../support/python-code/hostile-name';
import { shapes } from '../../../support/python-code/program-shapes';

const HUB = new Set(['leap-scratch']);

/** Those that have code. */
const FORMS = StoreForm.options.filter(form => form !== 'netcdf5');

function code(url: string, format: StoreFormat): string {
  return snippet(readStoreAddress(url), format, HUB).snippet ?? '';
}

describe('snippet', () => {
  it.each([
    ['https://a.example/x.zarr', 'zarr', 'storage_options', false],
    ['gs://leap-scratch/x.zarr', 'zarr', 'storage_options', false],
    ['gs://cmip6/x.zarr', 'zarr', 'storage_options={"token": "anon"}', true],
    ['s3://bucket/x.zarr', 'zarr', 'storage_options={"anon": True}', true],
    ['https://a.example/x.nc', 'netcdf', 'engine="h5netcdf"', true],
    ['gs://cmip6/x.nc', 'netcdf', 'token="anon"', true],
    ['s3://bucket/x.nc', 'netcdf', 'anon=True', true],
    ['https://a.example/x.json', 'kerchunk', 'engine="kerchunk"', true],
    ['https://a.example/x.parquet', 'parquet', 'pd.read_parquet', true],
    ['gs://leap-scratch/x.parquet', 'parquet', 'dd.read_parquet', true],
    ['gs://leap-scratch/x', 'icechunk', 'gcs_storage(', true],
    ['https://a.example/c.json', 'intake-esm', 'open_esm_datastore', true]
  ] as const)('for %s as %s: has %s is %s', (url, format, part, isThere) => {
    expect(code(url, format).includes(part)).toBe(isThere);
  });

  it('opens everything lazily', () => {
    expect(code('https://a.example/x.zarr', 'zarr')).toContain('chunks={}');
    expect(code('https://a.example/x.nc', 'netcdf')).toContain('chunks="auto"');
  });

  it('never opens a .nc with the engine of Zarr, whatever the record says', () => {
    const { stores } = dataset({
      stores: [store({ url: 'https://a.example/x.nc' })]
    });

    expect(stores[0]?.snippet).not.toContain('zarr');
  });

  it.each([
    [null, 'zarr'],
    [readStoreAddress('https://a.example/x.tif'), 'unknown']
  ] as const)('gives a sentence where there is no code', (address, format) => {
    const { snippet: none, note } = snippet(address, format, HUB);

    expect(none).toBeNull();
    expect(note).toMatch(/\.$/);
  });

  it('is Python for every kind and place', () => {
    const urls = [
      'https://a.example/x',
      'gs://leap-scratch/x',
      'gs://b-1/x',
      's3://b-1/x'
    ];
    const programs = urls.flatMap(url =>
      StoreFormat.options
        .filter(format => format !== 'unknown')
        .map(format => code(url, format))
    );

    expect(shapes(programs)).toHaveLength(24);
  });

  it('stays one string in one place for 10,000 hostile names', () => {
    const names = fc.sample(hostileName, { numRuns: 10_000, seed: 2026 });
    // Past the reader of addresses, which refuses most of these: the quoting has to hold by itself.
    const at = (name: string, round: number): IStoreAddress => ({
      scheme: (['gs', 'https', 's3'] as const)[round % 3] ?? 'gs',
      host: name,
      path: name,
      url: name
    });
    const codeOf = (name: string, index: number): string =>
      storeCode(
        at(name, Math.floor(index / FORMS.length)),
        FORMS[index % FORMS.length] ?? 'zarr2',
        HUB
      ).snippet ?? '';
    const programs = names.map(codeOf);
    const period = FORMS.length * 3;
    const plain = shapes(
      Array.from({ length: period }, (_, index) => codeOf('plain', index))
    );

    for (const [index, found] of shapes(programs).entries()) {
      const expected = plain[index % period];
      const name = names[index] ?? '';
      expect(found.shape).toBe(expected?.shape);
      expect(new Set(found.strings)).toEqual(
        new Set(expected?.strings.map(text => (text === 'plain' ? name : text)))
      );
    }
  });

  it.each([
    [
      'https://storage.googleapis.com/a-bucket/x%2By.zarr',
      'url = "gs://a-bucket/x+y.zarr"',
      '"token": "anon"'
    ],
    [
      'https://a-bucket.s3.amazonaws.com/x.zarr',
      'url = "s3://a-bucket/x.zarr"',
      '"anon": True'
    ],
    [
      'https://nyu1.osn.mghpcc.org/a-bucket/x.zarr',
      'url = "s3://a-bucket/x.zarr"',
      '"endpoint_url": "https://nyu1.osn.mghpcc.org"'
    ],
    [
      'https://nyu1.osn.mghpcc.org.evil.example/a-bucket/x.zarr',
      'zarr.open_group(url, mode="r")',
      'https://nyu1.osn.mghpcc.org.evil.example'
    ],
    [
      'https://storage.googleapis.com/a-bucket/x.zarr?key=1',
      'zarr.open_group(url, mode="r")',
      'x.zarr?key=1'
    ]
  ])('opens %s where its variables can be listed', (url, ...parts) => {
    const address = readStoreAddress(url);
    const { snippet: made } = address
      ? storeCode(address, 'zarr2-scattered', HUB)
      : { snippet: null };

    for (const part of parts) {
      expect(made).toContain(part);
    }
  });

  it.each([
    ['https://a.example/x', 'zarr2', ['xarray', 'dask', 'zarr', 'aiohttp']],
    [
      'gs://b-1/x',
      'netcdf4',
      ['fsspec', 'xarray', 'dask', 'h5netcdf', 'gcsfs']
    ],
    ['s3://b-1/x', 'icechunk', ['icechunk', 'xarray', 'dask', 'zarr']],
    ['https://a.example/x', 'netcdf5', []]
  ] as const)('%s as %s needs %s', (url, form, packages) => {
    const address = readStoreAddress(url);

    expect(address && storeCode(address, form, HUB).packages).toEqual(packages);
  });
});
