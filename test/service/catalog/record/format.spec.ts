import { storeFormat } from '../../../../src/service/catalog/record/format';
import { readStoreAddress } from '../../../../src/service/web/store-address';

describe('storeFormat', () => {
  it.each([
    ['https://a.example/x.nc', 'zarr', 'netcdf'],
    ['https://a.example/x.NC4?download=1', 'zarr', 'netcdf'],
    ['https://a.example/x.h5', null, 'netcdf'],
    ['https://a.example/x.zarr', null, 'zarr'],
    ['s3://bucket/x.zarr/', 'zarr', 'zarr'],
    ['gs://bucket/ar/x.zarr-v3', 'zarr', 'zarr'],
    ['gs://bucket/control/surface', 'zarr', 'zarr'],
    ['https://a.example/x.json', 'zarr', 'kerchunk'],
    ['https://a.example/x.json', 'intake-esm', 'intake-esm'],
    ['https://a.example/x.parq', 'zarr', 'kerchunk'],
    ['https://a.example/x.parquet', 'kerchunk', 'kerchunk'],
    ['https://a.example/x.parquet', null, 'parquet'],
    ['gs://bucket/x.icechunk', 'zarr', 'icechunk'],
    ['https://a.example/x', 'h5netcdf', 'netcdf'],
    ['https://a.example/x', null, 'unknown'],
    ['https://a.example/x', '__proto__', 'unknown'],
    ['https://a.example/x.tif', 'zarr', 'unknown'],
    ['https://a.example/x.zip', 'zarr', 'unknown']
  ])('takes %s with engine %s for %s', (url, engine, format) => {
    const address = readStoreAddress(url);

    expect(address && storeFormat(address, engine)).toBe(format);
  });
});

describe('readStoreAddress', () => {
  it.each([
    ['gs://b-1/a/../x', { scheme: 'gs', host: 'b-1', path: 'a/../x' }],
    ['gs://bucket/a?b#c', { scheme: 'gs', host: 'bucket', path: 'a?b#c' }],
    ['gs://bucket/', { scheme: 'gs', host: 'bucket', path: '' }],
    ['s3://bucket/x.zarr//', { scheme: 's3', path: 'x.zarr' }],
    [
      'https://A.example:444/x/',
      { scheme: 'https', host: 'a.example:444', path: 'x' }
    ]
  ])('B20 reads %s', (url, parts) => {
    expect(readStoreAddress(url)).toMatchObject(parts);
  });

  it.each([
    'gs:///x',
    'gs:/b/x',
    'GS://bucket/x',
    'gs://b',
    'gs://u@bucket/x',
    'gs://bucket:80/x',
    'file:///etc/passwd',
    '/etc/passwd',
    'memory://x',
    'simplecache::https://a.example/x',
    'https://a.example/x::file:///etc/passwd',
    'https://user:pw@a.example/x',
    'https:a.example/x',
    'https://a.example/x y',
    'https://a.example/\u202ex',
    'javascript:alert(1)',
    'reference://',
    `https://a.example/${'x'.repeat(3000)}`,
    ''
  ])('B57 opens nothing at %j', url => {
    expect(readStoreAddress(url)).toBeNull();
  });
});
