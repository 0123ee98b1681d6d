import type { StoreFormat } from '../../contract';
import { pythonText } from './python-text';
import type { IStoreAddress } from './store-address';

/**
 * Python that opens a store, and what the reader must know about it.
 */
export interface ISnippet {
  /** Null: no known means opens it. */
  readonly code: string | null;
  /** One sentence; null: nothing special. */
  readonly note: string | null;
}

/**
 * Code made from our own templates: what comes from a record enters as a quoted string and nothing else.
 *
 * @param hubBuckets - Buckets that this hub's credentials open; every other one is opened without any.
 */
export function snippet(
  address: IStoreAddress | null,
  format: StoreFormat,
  hubBuckets: ReadonlySet<string>
): ISnippet {
  if (address === null) {
    return {
      code: null,
      note: 'The record gives no address that can be opened here.'
    };
  }
  const access = ACCESS[accessKind(address, hubBuckets)];
  const url = pythonText(address.url);
  switch (format) {
    case 'zarr':
      return { code: dataset(url, 'zarr', access.options), note: null };
    case 'kerchunk':
      return {
        code: dataset(url, 'kerchunk', access.references),
        note: 'Needs the package kerchunk.'
      };
    case 'netcdf':
      return {
        code: netcdf(url, access.keywords),
        note: 'Needs the packages fsspec and h5netcdf. Values are read over the network as they are used.'
      };
    case 'icechunk':
      return {
        code: icechunk(address, access.icechunk),
        note: 'Needs the package icechunk.'
      };
    case 'parquet':
      return {
        code: table(url, access.options),
        note: 'A table: it opens in pandas, not in xarray.'
      };
    case 'intake-esm':
      return {
        code: collection(url),
        note: 'A collection of many stores: search it, then open what you need. Needs the package intake-esm.'
      };
    case 'unknown':
      return {
        code: null,
        note: 'The address does not say what kind of file this is, so there is no code for it.'
      };
  }
}

type AccessKind = 'plain' | 'hub' | 'gs' | 's3';

function accessKind(
  address: IStoreAddress,
  hubBuckets: ReadonlySet<string>
): AccessKind {
  switch (address.scheme) {
    case 'gs':
      return hubBuckets.has(address.host) ? 'hub' : 'gs';
    case 's3':
      return 's3';
    case 'http':
    case 'https':
      return 'plain';
  }
}

/** How each library is told to go without credentials; null and empty: it needs not be told. */
const ACCESS = {
  plain: { options: null, references: null, keywords: '', icechunk: '' },
  hub: {
    options: null,
    references: '{"remote_protocol": "gs"}',
    keywords: '',
    icechunk: ', from_env=True'
  },
  gs: {
    options: '{"token": "anon"}',
    references:
      '{"remote_protocol": "gs", "remote_options": {"token": "anon"}, "target_options": {"token": "anon"}}',
    keywords: ', token="anon"',
    icechunk: ', anonymous=True'
  },
  s3: {
    options: '{"anon": True}',
    references:
      '{"remote_protocol": "s3", "remote_options": {"anon": True}, "target_options": {"anon": True}}',
    keywords: ', anon=True',
    icechunk: ', anonymous=True'
  }
} as const satisfies Record<AccessKind, object>;

function dataset(
  url: string,
  engine: 'zarr' | 'kerchunk',
  options: string | null
): string {
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import xarray as xr',
    '',
    `url = ${url}`,
    `ds = xr.open_dataset(url, engine="${engine}", chunks={}${storage})`,
    'ds'
  );
}

function netcdf(url: string, keywords: string): string {
  return lines(
    'import fsspec',
    'import xarray as xr',
    '',
    `url = ${url}`,
    `remote_file = fsspec.open(url${keywords}).open()`,
    'ds = xr.open_dataset(remote_file, engine="h5netcdf", chunks={})',
    'ds'
  );
}

function icechunk(address: IStoreAddress, access: string): string {
  const place = `bucket=${pythonText(address.host)}, prefix=${pythonText(address.path)}`;
  const storage =
    address.scheme === 'gs'
      ? `icechunk.gcs_storage(${place}${access})`
      : address.scheme === 's3'
        ? `icechunk.s3_storage(${place}${access})`
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
    'import pandas as pd',
    '',
    `url = ${url}`,
    `df = pd.read_parquet(url${storage})`,
    'df'
  );
}

function collection(url: string): string {
  return lines(
    'import intake',
    '',
    `url = ${url}`,
    'collection = intake.open_esm_datastore(url)',
    'collection'
  );
}

function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
