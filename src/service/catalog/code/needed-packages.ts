import type { StoreForm } from '../../../contract';
import type { IStoreAddress } from '../../web/store-address';

/**
 * Packages that the code for a store needs, as installers name them.
 *
 * @param code - The libraries that it imports are among them.
 */
export function neededPackages(
  form: StoreForm,
  { scheme }: IStoreAddress,
  code: string
): string[] {
  const imported = [...code.matchAll(/^import (\w+)/gm)].flatMap(
    ([, name = '']) => IMPORTED.get(name) ?? []
  );
  // Icechunk and pandas read over the network by themselves.
  const isOwn = form === 'icechunk' || code.includes('pd.read_parquet');
  const transport = isOwn ? [] : TRANSPORT[scheme];
  return [...new Set([...imported, ...ENGINE[form], ...transport])];
}

/** The modules of our templates, by the packages that bring them. */
const IMPORTED: ReadonlyMap<string, readonly string[]> = new Map([
  // Chunks are Dask's.
  ['xarray', ['xarray', 'dask']],
  ['dask', ['dask']],
  ['fsspec', ['fsspec']],
  ['icechunk', ['icechunk']],
  ['intake', ['intake-esm']],
  ['pandas', ['pandas']],
  ['zarr', ['zarr']]
]);

const ENGINE: Readonly<Record<StoreForm, readonly string[]>> = {
  zarr2: ['zarr'],
  'zarr2-scattered': ['zarr'],
  zarr3: ['zarr'],
  'zarr3-scattered': ['zarr'],
  'zarr-array': ['zarr'],
  icechunk: ['zarr'],
  kerchunk: ['zarr', 'kerchunk'],
  // fsspec reads references in Parquet with that library alone.
  'kerchunk-parquet': ['zarr', 'kerchunk', 'fastparquet'],
  netcdf4: ['h5netcdf'],
  netcdf3: ['scipy'],
  netcdf5: [],
  parquet: ['pandas', 'pyarrow'],
  'intake-esm': []
};

const TRANSPORT: Readonly<Record<IStoreAddress['scheme'], readonly string[]>> =
  {
    gs: ['gcsfs'],
    s3: ['s3fs'],
    http: ['aiohttp'],
    https: ['aiohttp']
  };
