import {
  pythonString,
  type StoreCode,
  type StoreForm,
  type StoreFormat
} from '../../../contract';
import { likelyForm } from './form';
import { FINELY_CHUNKED_NOTE, isFinelyChunked } from './finely-chunked';
import { listable } from './listable';
import { neededPackages } from './needed-packages';
import {
  array,
  collection,
  dataset,
  group,
  icechunk,
  remoteFile,
  table,
  webTable
} from './opening-code';
import { accessOf, type IPythonAccess } from './python-access';
import type { IStoreAddress } from '../../web/store-address';

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
  const url = pythonString(address.url);
  switch (form) {
    case 'zarr2':
    case 'zarr3':
      return consolidated(address, url, access);
    case 'zarr2-scattered':
    case 'zarr3-scattered':
      return scattered(url, access);
    case 'zarr-array':
      return {
        code: array(url, access.options),
        note: 'One array without coordinates: it opens in Dask, not in xarray.'
      };
    case 'kerchunk':
      return plain(dataset(url, 'kerchunk', access.references));
    case 'kerchunk-parquet': {
      // Otherwise fsspec takes the protocol from some reference, and fails where that one holds its bytes inline.
      const told = `{"remote_protocol": "${address.scheme}"}`;
      return plain(dataset(url, 'kerchunk', access.references ?? told));
    }
    case 'netcdf4':
    case 'netcdf3':
    case 'netcdf5':
      return netcdf(url, access.keywords, form);
    case 'icechunk':
      return {
        code: icechunk(address, access),
        note: /^https?$/.test(address.scheme)
          ? 'Over the web this needs icechunk 2 or newer.'
          : null
      };
    case 'parquet':
      return parquet(url, access);
    case 'intake-esm':
      return {
        code: collection(url, access.options),
        note: 'A collection of many stores: search it, then open what you need.'
      };
  }
}

function consolidated(
  address: IStoreAddress,
  url: string,
  { options }: IPythonAccess
): IFilled {
  return isFinelyChunked(address)
    ? {
        code: dataset(url, 'zarr', options, [], 'None'),
        note: FINELY_CHUNKED_NOTE
      }
    : plain(dataset(url, 'zarr', options));
}

function scattered(
  url: string,
  { options, isListable }: IPythonAccess
): IFilled {
  return isListable
    ? plain(dataset(url, 'zarr', options, ['    consolidated=False,']))
    : {
        code: group(url),
        note: 'Its metadata are not consolidated and its web server lists nothing, so open each variable by its name: group["name"].'
      };
}

function netcdf(
  url: string,
  keywords: string,
  form: 'netcdf3' | 'netcdf4' | 'netcdf5'
): IFilled {
  switch (form) {
    case 'netcdf4':
      return {
        code: remoteFile(url, keywords, 'h5netcdf'),
        note: 'Values are read over the network as they are used.'
      };
    case 'netcdf3':
      return {
        code: remoteFile(url, keywords, 'scipy'),
        note: 'The classic NetCDF format: values are read over the network as they are used.'
      };
    case 'netcdf5':
      return {
        code: null,
        note: 'The NetCDF format CDF-5 cannot be read over the network: download the file and open it with the engine netcdf4.'
      };
  }
}

/** Dask 2026.8 with fsspec 2026.9 cannot read a table over the web; pandas can. */
function parquet(url: string, { options, isListable }: IPythonAccess): IFilled {
  return isListable
    ? {
        code: table(url, options),
        note: 'A table: it opens in Dask, not in xarray, and is read as it is used.'
      }
    : {
        code: webTable(url),
        note: 'A table: it opens in pandas, not in xarray, and is read as a whole.'
      };
}

function plain(code: string): IFilled {
  return { code, note: null };
}

function none(note: string): StoreCode {
  return { snippet: null, note, packages: [] };
}
