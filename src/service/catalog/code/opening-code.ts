// Python that opens a store: its address and options enter as quoted strings, made by `pythonString`.
import type { IPythonAccess } from './python-access';
import { pythonString } from '../../../contract';
import type { IStoreAddress } from '../../web/store-address';

/**
 * A dataset of xarray. `chunks={}` takes the store's own chunks: what was written together is read together.
 */
export function dataset(
  url: string,
  engine: 'zarr' | 'kerchunk',
  options: string | null,
  more: readonly string[] = [],
  chunks: '{}' | 'None' = '{}'
): string {
  const storage = options === null ? [] : [`    storage_options=${options},`];
  const extra = [...more, ...storage];
  const call =
    extra.length === 0
      ? [`ds = xr.open_dataset(url, engine="${engine}", chunks=${chunks})`]
      : [
          'ds = xr.open_dataset(',
          '    url,',
          `    engine="${engine}",`,
          `    chunks=${chunks},`,
          ...extra,
          ')'
        ];
  return lines('import xarray as xr', '', `url = ${url}`, ...call, 'ds');
}

/**
 * A group of Zarr, whose arrays have to be named.
 */
export function group(url: string): string {
  return lines(
    'import zarr',
    '',
    `url = ${url}`,
    'group = zarr.open_group(url, mode="r")',
    'group'
  );
}

/**
 * One array of Zarr, in Dask.
 */
export function array(url: string, options: string | null): string {
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import dask.array as da',
    '',
    `url = ${url}`,
    `array = da.from_zarr(url${storage})`,
    'array'
  );
}

/**
 * A NetCDF file, read from where it lies. It is often one piece, so Dask chooses chunks of a size that fits into memory.
 */
export function remoteFile(
  url: string,
  keywords: string,
  engine: 'h5netcdf' | 'scipy'
): string {
  return lines(
    'import fsspec',
    'import xarray as xr',
    '',
    `url = ${url}`,
    `remote_file = fsspec.open(url${keywords}).open()`,
    `ds = xr.open_dataset(remote_file, engine="${engine}", chunks="auto")`,
    'ds'
  );
}

/**
 * The main branch of an Icechunk repository, in xarray.
 */
export function icechunk(
  address: IStoreAddress,
  { icechunk }: IPythonAccess
): string {
  const place = `bucket=${pythonString(address.host)}, prefix=${pythonString(address.path)}`;
  const storage =
    address.scheme === 'gs'
      ? `icechunk.gcs_storage(${place}${icechunk})`
      : address.scheme === 's3'
        ? `icechunk.s3_storage(${place}${icechunk})`
        : `icechunk.http_storage(${pythonString(address.url)})`;
  return lines(
    'import icechunk',
    'import xarray as xr',
    '',
    `storage = ${storage}`,
    'session = icechunk.Repository.open(storage).readonly_session("main")',
    'ds = xr.open_zarr(session.store, consolidated=False, chunks={})',
    'ds'
  );
}

/**
 * A table of Parquet, in Dask.
 */
export function table(url: string, options: string | null): string {
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import dask.dataframe as dd',
    '',
    `url = ${url}`,
    `df = dd.read_parquet(url${storage})`,
    'df'
  );
}

/**
 * A table of Parquet as a whole, in pandas.
 */
export function webTable(url: string): string {
  return lines(
    'import pandas as pd',
    '',
    `url = ${url}`,
    'df = pd.read_parquet(url)',
    'df'
  );
}

/**
 * A collection of intake-esm.
 */
export function collection(url: string, options: string | null): string {
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import intake',
    '',
    `url = ${url}`,
    `collection = intake.open_esm_datastore(url${storage})`,
    'collection'
  );
}

function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
