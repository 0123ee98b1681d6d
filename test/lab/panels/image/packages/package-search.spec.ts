import { searchPackages } from '../../../../../src/lab/panels/image/packages/package-search';
import { packages } from '../../../../support/image/answers';

const ALL = packages([
  'dask 1',
  'dask-core 1',
  'zarr_store.x 1',
  'Cartopy 1'
]).packages;

describe('searchPackages', () => {
  it.each([
    ['', ['dask', 'dask-core', 'zarr_store.x', 'Cartopy']],
    ['  ', ['dask', 'dask-core', 'zarr_store.x', 'Cartopy']],
    ['DASK', ['dask', 'dask-core']],
    ['core dask', ['dask-core']],
    ['zarr-store', ['zarr_store.x']],
    ['cartopy', ['Cartopy']],
    ['(a+)+$', []]
  ])('B60 finds for %j', (typed, names) => {
    expect(searchPackages(ALL, typed).map(({ name }) => name)).toEqual(names);
  });
});
