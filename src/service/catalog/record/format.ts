import type { StoreFormat } from '../../../contract';
import type { IStoreAddress } from '../../web/store-address';

/** Endings that say what a store is. The first that fits decides. */
const ENDINGS: readonly (readonly [RegExp, StoreFormat])[] = [
  [/\.(nc|nc4|nc3|cdf|netcdf|h5|hdf5|he5)$/, 'netcdf'],
  [/\.zarr(-v\d+)?$/, 'zarr'],
  [/\.icechunk$/, 'icechunk'],
  [/\.parq$/, 'kerchunk'],
  [/\.parquet$/, 'parquet'],
  [/\.(json|json\.zst)$/, 'kerchunk']
];

const ENGINES: Readonly<Record<string, StoreFormat>> = {
  zarr: 'zarr',
  kerchunk: 'kerchunk',
  netcdf4: 'netcdf',
  h5netcdf: 'netcdf',
  scipy: 'netcdf',
  icechunk: 'icechunk',
  'intake-esm': 'intake-esm'
};

/**
 * What a store is. Its address decides; the record's engine, wrong for half of the hub's stores,
 * is heard only where the address has no ending.
 */
export function storeFormat(
  address: IStoreAddress,
  engine: string | null
): StoreFormat {
  const name = (address.path.split('/').at(-1) ?? '')
    .replace(/[?#].*$/s, '')
    .toLowerCase();
  if (name.endsWith('.parquet') && engine === 'kerchunk') {
    return 'kerchunk';
  }
  if (name.endsWith('.json') && engine === 'intake-esm') {
    return 'intake-esm';
  }
  for (const [ending, format] of ENDINGS) {
    if (ending.test(name)) {
      return format;
    }
  }
  const hasEnding =
    /\.(zip|tar|tgz|gz|csv|txt|tiff?|grib2?|grb2?|pdf|html?|md)$/.test(name);
  if (hasEnding || engine === null) {
    return 'unknown';
  }
  return Object.hasOwn(ENGINES, engine)
    ? (ENGINES[engine] ?? 'unknown')
    : 'unknown';
}
