import { pythonString, type StoreVersion } from '../../../../contract';
import type { IOpened } from './opened';
import { openerOf, type Opener } from './opener';
import {
  fileSystem,
  isPlain,
  objectPathOf,
  openedFile,
  optionsOf,
  pathOf,
  urlOf,
  withoutSlash
} from './python-place';

/**
 * Python that opens this very object: our own templates, into which a name enters as a quoted string and nothing else.
 */
export function snippet(opened: IOpened): string {
  const opener = openerOf(opened);
  switch (opener.kind) {
    case 'zarr':
      return zarr(opened, opener.isTree);
    case 'kerchunk':
      return kerchunk(opened, opener.isTree);
    case 'array':
      return array(opened);
    case 'icechunk':
      return icechunk(opened, opener.isTree, opener.version);
    case 'netcdf':
      return netcdf(opened, opener);
    case 'netcdf5':
      return netcdf5(opened);
    case 'raster':
      return lines(
        'import fsspec',
        'import rioxarray',
        '',
        fileSystem(opened),
        `da = rioxarray.open_rasterio(${openedFile(opened)}, masked=True)`,
        'da'
      );
    case 'table':
      return table(opened, opener.reader);
    case 'file':
      return file(opened, opener.reader);
    case 'slashed':
      return lines(
        'import fsspec',
        '',
        fileSystem(opened),
        `content = fs.cat_file(${objectPathOf(opened)}, start=0, end=1_000_000)`,
        'content'
      );
    case 'folder':
      return lines(
        'import fsspec',
        '',
        fileSystem(opened),
        `fs.ls(${pathOf(opened)}, detail=True)`
      );
  }
}

/** What holds its data in groups is a tree of data sets. */
function reader(isTree: boolean): { name: string; call: string } {
  return isTree
    ? { name: 'tree', call: 'xr.open_datatree' }
    : { name: 'ds', call: 'xr.open_dataset' };
}

function zarr(opened: IOpened, isTree: boolean): string {
  const { name, call } = reader(isTree);
  if (!isPlain(opened.name)) {
    return lines(
      'import fsspec',
      'import xarray as xr',
      '',
      fileSystem(opened),
      `${name} = ${call}(fs.get_mapper(${pathOf(opened)}), engine="zarr", chunks={})`,
      name
    );
  }
  const options = optionsOf(opened);
  const storage = options === null ? '' : `, storage_options=${options}`;
  return lines(
    'import xarray as xr',
    '',
    `${name} = ${call}(${urlOf(opened)}, engine="zarr", chunks={}${storage})`,
    name
  );
}

/** Untold, fsspec takes the protocol from any reference, and fails where that one holds its bytes itself. */
function kerchunk(opened: IOpened, isTree: boolean): string {
  const { name, call } = reader(isTree);
  const options = optionsOf(opened);
  const storage =
    options === null
      ? '{"remote_protocol": "gs"}'
      : `{"remote_protocol": "gs", "remote_options": ${options}, "target_options": ${options}}`;
  return lines(
    'import xarray as xr',
    '',
    `${name} = ${call}(${urlOf(opened)}, engine="kerchunk", chunks={}, storage_options=${storage})`,
    name
  );
}

function array(opened: IOpened): string {
  const options = optionsOf(opened);
  return isPlain(opened.name)
    ? lines(
        'import dask.array as da',
        '',
        `array = da.from_zarr(${urlOf(opened)}${options === null ? '' : `, storage_options=${options}`})`,
        'array'
      )
    : lines(
        'import dask.array as da',
        'import fsspec',
        'import zarr',
        '',
        fileSystem(opened),
        `array = da.from_zarr(zarr.open_array(fs.get_mapper(${pathOf(opened)}), mode="r"))`,
        'array'
      );
}

function icechunk(
  { bucket, name, isPublic, payer }: IOpened,
  isTree: boolean,
  version: StoreVersion
): string {
  const { name: result, call } = reader(isTree);
  const access = isPublic ? 'anonymous=True' : 'from_env=True';
  return lines(
    'import icechunk',
    'import xarray as xr',
    '',
    ...(payer === null
      ? []
      : [
          '# Here the reader pays, which icechunk cannot tell Google yet: this may be refused.'
        ]),
    `storage = icechunk.gcs_storage(bucket=${pythonString(bucket)}, prefix=${pythonString(withoutSlash(name))}, ${access})`,
    `session = icechunk.Repository.open(storage).readonly_session(${version.kind}=${pythonString(version.name)})`,
    `${result} = ${call}(session.store, engine="zarr", consolidated=False, chunks={})`,
    result
  );
}

/** A file often lies there in one piece, so Dask chooses chunks of a size that fits into memory. */
function netcdf(
  opened: IOpened,
  { engine, isTree, isUnnamed }: Extract<Opener, { kind: 'netcdf' }>
): string {
  const { name, call } = reader(isTree);
  const keywords = [
    openedFile(opened),
    ...(engine === null ? [] : [`engine="${engine}"`]),
    ...(isUnnamed ? ['phony_dims="sort"'] : []),
    'chunks="auto"'
  ];
  return lines(
    'import fsspec',
    'import xarray as xr',
    '',
    fileSystem(opened),
    `${name} = ${call}(${keywords.join(', ')})`,
    name
  );
}

/** The one library that knows the format opens files of a disk alone. */
function netcdf5(opened: IOpened): string {
  return lines(
    'import tempfile',
    '',
    'import fsspec',
    'import xarray as xr',
    '',
    fileSystem(opened),
    '# CDF-5 is not read over the network: the whole file is copied, for as long as this kernel runs.',
    'copy = tempfile.NamedTemporaryFile(suffix=".nc")',
    `fs.get_file(${pathOf(opened)}, copy.name)`,
    'ds = xr.open_dataset(copy.name, engine="netcdf4", chunks="auto")',
    'ds'
  );
}

function table(opened: IOpened, format: 'csv' | 'tsv' | 'parquet'): string {
  if (format === 'parquet') {
    return parquet(opened);
  }
  const keywords = format === 'tsv' ? ', sep="\\t"' : '';
  const options = optionsOf(opened);
  return isPlain(opened.name)
    ? lines(
        'import pandas as pd',
        '',
        `df = pd.read_csv(${urlOf(opened)}${keywords}${options === null ? '' : `, storage_options=${options}`})`,
        'df'
      )
    : lines(
        'import fsspec',
        'import pandas as pd',
        '',
        fileSystem(opened),
        `with ${openedFile(opened)} as file:`,
        `    df = pd.read_csv(file${keywords})`,
        'df'
      );
}

/** Given an address alone, pandas asks Arrow's own client, which does not know the hub's credentials and tries for minutes. */
function parquet(opened: IOpened): string {
  return lines(
    'import fsspec',
    'import pandas as pd',
    '',
    fileSystem(opened),
    `df = pd.read_parquet(${pathOf(opened)}, filesystem=fs)`,
    'df'
  );
}

function file(opened: IOpened, format: 'json' | 'npy' | 'bytes'): string {
  const { library, expression } = {
    json: { library: 'import json', expression: 'json.load(file)' },
    npy: { library: 'import numpy as np', expression: 'np.load(file)' },
    bytes: { library: null, expression: 'file.read(1_000_000)' }
  }[format];
  return lines(
    'import fsspec',
    ...(library === null ? [] : [library]),
    '',
    fileSystem(opened),
    `with ${openedFile(opened)} as file:`,
    `    content = ${expression}`,
    'content'
  );
}

function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
