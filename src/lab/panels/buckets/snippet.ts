import type { DatasetKind } from '../../../contract';
import { pythonString } from '../../python-string';
import { isReferenceName } from './reference-name';

/**
 * What is opened, and how.
 */
export interface IOpened {
  readonly bucket: string;
  /** An object, or a folder with its closing slash, letter for letter. */
  readonly name: string;
  /** Null: an object, or an ordinary folder. */
  readonly dataset: DatasetKind | null;
  /** A public bucket is opened without credentials, as the section opened it. */
  readonly isPublic: boolean;
  /** The project that pays for it. */
  readonly payer: string | null;
}

/**
 * Python that opens this very object: our own templates, into which a name enters as a quoted string and nothing else.
 */
export function snippet(opened: IOpened): string {
  const { name, dataset } = opened;
  if (dataset !== null) {
    return datasetCode(opened, dataset);
  }
  if (name === '' || name.endsWith('/')) {
    return lines(
      'import fsspec',
      '',
      ...fileSystem(opened),
      `fs.ls(${pathOf(opened)}, detail=True)`
    );
  }
  return objectCode(opened, endingOf(name));
}

function datasetCode(opened: IOpened, kind: DatasetKind): string {
  switch (kind) {
    case 'zarr2':
    case 'zarr3':
      return isPlain(opened.name)
        ? xarray(opened, 'zarr')
        : lines(
            'import fsspec',
            'import xarray as xr',
            '',
            ...fileSystem(opened),
            `ds = xr.open_zarr(fs.get_mapper(${pathOf(opened)}), chunks={})`,
            'ds'
          );
    case 'kerchunk':
      return xarray(opened, 'kerchunk');
    case 'icechunk':
      return lines(
        'import icechunk',
        'import xarray as xr',
        '',
        `storage = icechunk.gcs_storage(bucket=${pythonString(opened.bucket)}, prefix=${pythonString(withoutSlash(opened.name))}${opened.isPublic ? ', anonymous=True' : ', from_env=True'})`,
        'session = icechunk.Repository.open(storage).readonly_session("main")',
        'ds = xr.open_zarr(session.store, consolidated=False, chunks={})',
        'ds'
      );
    case 'parquet':
      return table(opened, 'read_parquet');
  }
}

function objectCode(opened: IOpened, ending: string): string {
  switch (ending) {
    case 'nc':
      // Format 3 or 4: only the file's first bytes tell, and xarray looks at them.
      return netcdf(opened, '');
    case 'nc4':
    case 'h5':
    case 'hdf5':
      return netcdf(opened, ', engine="h5netcdf"');
    case 'tif':
    case 'tiff':
      return lines(
        'import fsspec',
        'import rioxarray',
        '',
        ...fileSystem(opened),
        `da = rioxarray.open_rasterio(fs.open(${pathOf(opened)}))`,
        'da'
      );
    case 'csv':
      return table(opened, 'read_csv');
    case 'tsv':
      return table(opened, 'read_csv', ', sep="\\t"');
    case 'parquet':
    case 'parq':
      return table(opened, 'read_parquet');
    case 'json':
      return isReferenceName(opened.name) && isPlain(opened.name)
        ? xarray(opened, 'kerchunk')
        : read(opened, 'import json', 'json.load(file)');
    case 'npy':
      return read(opened, 'import numpy as np', 'np.load(file)');
    default:
      return read(opened, null, 'file.read(1_000_000)');
  }
}

function netcdf(opened: IOpened, engine: string): string {
  return lines(
    'import fsspec',
    'import xarray as xr',
    '',
    ...fileSystem(opened),
    `ds = xr.open_dataset(fs.open(${pathOf(opened)})${engine}, chunks={})`,
    'ds'
  );
}

function xarray(opened: IOpened, engine: 'zarr' | 'kerchunk'): string {
  const options = optionsOf(opened);
  const references =
    options === null
      ? '{"remote_protocol": "gs"}'
      : `{"remote_protocol": "gs", "remote_options": ${options}, "target_options": ${options}}`;
  const storage = engine === 'kerchunk' ? references : options;
  return lines(
    'import xarray as xr',
    '',
    `ds = xr.open_dataset(${urlOf(opened)}, engine="${engine}", chunks={}${storage === null ? '' : `, storage_options=${storage}`})`,
    'ds'
  );
}

function table(opened: IOpened, reader: string, keywords = ''): string {
  const options = optionsOf(opened);
  if (isPlain(opened.name)) {
    return lines(
      'import pandas as pd',
      '',
      `df = pd.${reader}(${urlOf(opened)}${keywords}${options === null ? '' : `, storage_options=${options}`})`,
      'df'
    );
  }
  return lines(
    'import fsspec',
    'import pandas as pd',
    '',
    ...fileSystem(opened),
    `with fs.open(${pathOf(opened)}) as file:`,
    `    df = pd.${reader}(file${keywords})`,
    'df'
  );
}

function read(
  opened: IOpened,
  library: string | null,
  expression: string
): string {
  return lines(
    'import fsspec',
    ...(library === null ? [] : [library]),
    '',
    ...fileSystem(opened),
    `with fs.open(${pathOf(opened)}) as file:`,
    `    content = ${expression}`,
    'content'
  );
}

/** Asked by name, a file system takes a path as it is: `::`, `#` and `*` in an address mean something to fsspec. */
function fileSystem({ isPublic, payer }: IOpened): readonly string[] {
  const keywords = [
    ...(isPublic ? ['token="anon"'] : []),
    ...(payer === null ? [] : [`requester_pays=${pythonString(payer)}`])
  ];
  return [`fs = fsspec.filesystem(${['"gs"', ...keywords].join(', ')})`];
}

function optionsOf({ isPublic, payer }: IOpened): string | null {
  const entries = [
    ...(isPublic ? ['"token": "anon"'] : []),
    ...(payer === null ? [] : [`"requester_pays": ${pythonString(payer)}`])
  ];
  return entries.length === 0 ? null : `{${entries.join(', ')}}`;
}

function isPlain(name: string): boolean {
  return !/::|[#?*[\]{}]/.test(name);
}

function urlOf(opened: IOpened): string {
  return pythonString(`gs://${opened.bucket}/${withoutSlash(opened.name)}`);
}

function pathOf({ bucket, name }: IOpened): string {
  return pythonString(`${bucket}/${withoutSlash(name)}`);
}

/** Libraries join names with a slash of their own. */
function withoutSlash(name: string): string {
  return name.replace(/\/$/, '');
}

/** `csv` of `a.csv` and of `a.csv.gz`, which pandas unpacks. */
function endingOf(name: string): string {
  const plain = name.toLowerCase().replace(/\.(gz|bz2|xz|zst)$/, '');
  return /\.([a-z0-9]+)$/.exec(plain)?.[1] ?? '';
}

function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
