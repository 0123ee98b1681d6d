import type { StoreCode, StoreForm, StoreFormat } from '../../contract';
import { likelyForm } from './form';
import { FINELY_CHUNKED_NOTE, isFinelyChunked } from './finely-chunked';
import { listable } from './listable';
import { neededPackages } from './needed-packages';
import { pythonText } from './python-text';
import { accessOf, type IPythonAccess } from './python-access';
import type { IStoreAddress } from './store-address';

/**
 * Code for a store that nobody has looked into yet: for what its address promises.
 */
export function snippet(
  address: IStoreAddress | null,
  format: StoreFormat,
  hubBuckets: ReadonlySet<string>
): StoreCode {
  if (address === null) {
    return none('The record gives no address that can be opened here.');
  }
  const form = likelyForm(format, address.path);
  return form === null
    ? none(
        'The address does not say what kind of file this is, so there is no code for it.'
      )
    : storeCode(address, form, hubBuckets);
}

/**
 * Code made from our own templates: what comes from a record enters as a quoted string and nothing else.
 *
 * @param hubBuckets - Buckets that this hub's credentials open; every other one is opened without any.
 */
export function storeCode(
  address: IStoreAddress,
  form: StoreForm,
  hubBuckets: ReadonlySet<string>
): StoreCode {
  const place = form.endsWith('-scattered') ? listable(address) : null;
  const from = place?.address ?? address;
  const access = place?.access ?? accessOf(from, hubBuckets);
  const { code, note } = template(from, form, access);
  return {
    snippet: code,
    note,
    packages: code === null ? [] : neededPackages(form, from, code)
  };
}

/** What a template came to. */
interface IFilled {
  readonly code: string | null;
  readonly note: string | null;
}

function template(
  address: IStoreAddress,
  form: StoreForm,
  access: IPythonAccess
): IFilled {
  const url = pythonText(address.url);
  switch (form) {
    case 'zarr2':
    case 'zarr3':
      return isFinelyChunked(address)
        ? {
            code: dataset(url, 'zarr', access.options, [], 'None'),
            note: FINELY_CHUNKED_NOTE
          }
        : plain(dataset(url, 'zarr', access.options));
    case 'zarr2-scattered':
    case 'zarr3-scattered':
      return access.isListable
        ? plain(
            dataset(url, 'zarr', access.options, ['    consolidated=False,'])
          )
        : {
            code: group(url),
            note: 'Its metadata are not consolidated and its web server lists nothing, so open each variable by its name: group["name"].'
          };
    case 'zarr-array':
      return {
        code: array(url, access.options),
        note: 'One array without coordinates: it opens in Dask, not in xarray.'
      };
    case 'kerchunk':
      return plain(dataset(url, 'kerchunk', access.references));
    case 'kerchunk-parquet': {
      // Untold, fsspec takes the protocol from any reference, and fails where that one holds its bytes itself.
      const told = `{"remote_protocol": "${address.scheme}"}`;
      return plain(dataset(url, 'kerchunk', access.references ?? told));
    }
    case 'netcdf4':
      return {
        code: netcdf(url, access.keywords, 'h5netcdf'),
        note: 'Values are read over the network as they are used.'
      };
    case 'netcdf3':
      return {
        code: netcdf(url, access.keywords, 'scipy'),
        note: 'The classic NetCDF format: values are read over the network as they are used.'
      };
    case 'netcdf5':
      return {
        code: null,
        note: 'The NetCDF format CDF-5 cannot be read over the network: download the file and open it with the engine netcdf4.'
      };
    case 'icechunk':
      return {
        code: icechunk(address, access),
        note: /^https?$/.test(address.scheme)
          ? 'Over the web this needs icechunk 2 or newer.'
          : null
      };
    case 'parquet':
      // Dask 2026.8 with fsspec 2026.9 cannot read a table over the web; pandas can.
      return access.isListable
        ? {
            code: table(url, access.options),
            note: 'A table: it opens in Dask, not in xarray, and is read as it is used.'
          }
        : {
            code: webTable(url),
            note: 'A table: it opens in pandas, not in xarray, and is read as a whole.'
          };
    case 'intake-esm':
      return {
        code: collection(url, access.options),
        note: 'A collection of many stores: search it, then open what you need.'
      };
  }
}

function plain(code: string): IFilled {
  return { code, note: null };
}

function none(note: string): StoreCode {
  return { snippet: null, note, packages: [] };
}

/** `chunks={}` takes the store's own chunks: what was written together is read together. */
function dataset(
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

function group(url: string): string {
  return lines(
    'import zarr',
    '',
    `url = ${url}`,
    'group = zarr.open_group(url, mode="r")',
    'group'
  );
}

function array(url: string, options: string | null): string {
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import dask.array as da',
    '',
    `url = ${url}`,
    `array = da.from_zarr(url${storage})`,
    'array'
  );
}

/** A file often lies there in one piece, so Dask chooses chunks of a size that fits into memory. */
function netcdf(
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

function icechunk(address: IStoreAddress, { icechunk }: IPythonAccess): string {
  const place = `bucket=${pythonText(address.host)}, prefix=${pythonText(address.path)}`;
  const storage =
    address.scheme === 'gs'
      ? `icechunk.gcs_storage(${place}${icechunk})`
      : address.scheme === 's3'
        ? `icechunk.s3_storage(${place}${icechunk})`
        : `icechunk.http_storage(${pythonText(address.url)})`;
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

function table(url: string, options: string | null): string {
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import dask.dataframe as dd',
    '',
    `url = ${url}`,
    `df = dd.read_parquet(url${storage})`,
    'df'
  );
}

function webTable(url: string): string {
  return lines(
    'import pandas as pd',
    '',
    `url = ${url}`,
    'df = pd.read_parquet(url)',
    'df'
  );
}

function collection(url: string, options: string | null): string {
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
