import type {
  ArrayContents,
  DatasetKind,
  StoreVersion
} from '../../../../contract';
import { unpackedName, type IOpened } from './opened';
import { isReferenceName } from './reference-name';

/**
 * What opens something in Python.
 */
export type Opener =
  | { readonly kind: 'zarr' | 'kerchunk'; readonly isTree: boolean }
  /** One array without a group around it, which xarray does not open. */
  | { readonly kind: 'array' }
  | {
      readonly kind: 'icechunk';
      readonly isTree: boolean;
      readonly version: StoreVersion;
    }
  | {
      readonly kind: 'netcdf';
      /** Null: only the file's first bytes tell, and xarray looks at them. */
      readonly engine: 'h5netcdf' | 'scipy' | null;
      readonly isTree: boolean;
      /** Its dimensions have no names. */
      readonly isUnnamed: boolean;
    }
  | { readonly kind: 'netcdf5' }
  | { readonly kind: 'raster' }
  | { readonly kind: 'table'; readonly reader: 'csv' | 'tsv' | 'parquet' }
  | { readonly kind: 'file'; readonly reader: 'json' | 'npy' | 'bytes' }
  /** An object whose name ends in a slash: every library takes that for a folder. */
  | { readonly kind: 'slashed' }
  | { readonly kind: 'folder' };

/** The branch that everybody reads. */
const MAIN: StoreVersion = { kind: 'branch', name: 'main' };

/**
 * Decide by what was found in it, else by the kind of data set, else by its name.
 */
export function openerOf(opened: IOpened): Opener {
  const { name, isObject, dataset, contents } = opened;
  const endsAsFolder = name === '' || name.endsWith('/');
  if (isObject && endsAsFolder) {
    return { kind: 'slashed' };
  }
  if (contents?.kind === 'arrays') {
    return byContents(contents);
  }
  if (dataset !== null) {
    return byKind(dataset);
  }
  return endsAsFolder ? { kind: 'folder' } : byName(name, contents !== null);
}

/**
 * Whether xarray opens an object of this name as a file, one beside others.
 */
export function isNetcdfName(name: string): boolean {
  return (
    unpackedName(name) === name &&
    !name.endsWith('/') &&
    byName(name, false).kind === 'netcdf'
  );
}

function byContents(contents: ArrayContents): Opener {
  const { form, variables, versions } = contents;
  const isTree = liesInGroups(contents);
  switch (form) {
    case 'zarr':
      return variables.length === 1 && variables[0]?.path === ''
        ? { kind: 'array' }
        : { kind: 'zarr', isTree };
    case 'kerchunk':
      return { kind: 'kerchunk', isTree };
    case 'icechunk':
      return { kind: 'icechunk', isTree, version: versions?.shown ?? MAIN };
    case 'netcdf3':
      return { kind: 'netcdf', engine: 'scipy', isTree, isUnnamed: false };
    case 'netcdf5':
      return { kind: 'netcdf5' };
    case 'hdf5':
      return {
        kind: 'netcdf',
        engine: 'h5netcdf',
        isTree,
        isUnnamed: variables.some(({ dimensions }) =>
          dimensions.some(dimension => /^dim_\d+$/.test(dimension))
        )
      };
    case 'geotiff':
      return { kind: 'raster' };
  }
}

/** Opened without its groups, such a data set seems to hold nothing. */
function liesInGroups({ variables, variableCount }: ArrayContents): boolean {
  const data = variables.filter(({ isCoordinate }) => !isCoordinate);
  return (
    data.length > 0 &&
    variableCount === variables.length &&
    data.every(({ path }) => path.includes('/'))
  );
}

function byKind(kind: DatasetKind): Opener {
  switch (kind) {
    case 'zarr2':
    case 'zarr3':
      return { kind: 'zarr', isTree: false };
    case 'kerchunk':
      return { kind: 'kerchunk', isTree: false };
    case 'icechunk':
      return { kind: 'icechunk', isTree: false, version: MAIN };
    case 'parquet':
      return { kind: 'table', reader: 'parquet' };
  }
}

/** @param isLookedInto - What was found are no arrays, whatever the name promises. */
function byName(name: string, isLookedInto: boolean): Opener {
  switch (endingOf(name)) {
    case 'nc':
      return netcdf(null);
    case 'nc4':
    case 'h5':
    case 'hdf5':
      return netcdf('h5netcdf');
    case 'tif':
    case 'tiff':
      return { kind: 'raster' };
    case 'csv':
      return { kind: 'table', reader: 'csv' };
    case 'tsv':
      return { kind: 'table', reader: 'tsv' };
    case 'parquet':
    case 'parq':
      return { kind: 'table', reader: 'parquet' };
    case 'json':
      return isReferenceName(name) && !isLookedInto
        ? { kind: 'kerchunk', isTree: false }
        : { kind: 'file', reader: 'json' };
    case 'npy':
      return { kind: 'file', reader: 'npy' };
    default:
      return { kind: 'file', reader: 'bytes' };
  }
}

function netcdf(engine: 'h5netcdf' | null): Opener {
  return { kind: 'netcdf', engine, isTree: false, isUnnamed: false };
}

/** `csv` of `a.csv` and of `a.csv.gz`, which is unpacked on the way. */
function endingOf(name: string): string {
  const plain = unpackedName(name.toLowerCase());
  return /\.([a-z0-9]+)$/.exec(plain)?.[1] ?? '';
}
