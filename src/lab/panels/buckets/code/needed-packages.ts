import type { IOpened } from './opened';
import { openerOf } from './opener';

/**
 * The Python packages that the code for this needs, as installers name them.
 */
export function neededPackages(opened: IOpened): readonly string[] {
  const opener = openerOf(opened);
  switch (opener.kind) {
    case 'zarr':
      return [...XARRAY, 'zarr', 'gcsfs'];
    case 'kerchunk':
      // fsspec reads references in Parquet, which are a folder, with that library alone.
      return opened.name.endsWith('/')
        ? [...XARRAY, 'zarr', 'kerchunk', 'fastparquet', 'gcsfs']
        : [...XARRAY, 'zarr', 'kerchunk', 'gcsfs'];
    case 'array':
      return ['dask', 'zarr', 'gcsfs'];
    case 'icechunk':
      return [...XARRAY, 'zarr', 'icechunk'];
    case 'netcdf':
      return [
        ...XARRAY,
        ...(opener.engine === null ? [] : [opener.engine]),
        'gcsfs'
      ];
    case 'netcdf5':
      return [...XARRAY, 'netCDF4', 'gcsfs'];
    case 'raster':
      return ['rioxarray', 'gcsfs'];
    case 'table':
      return opener.reader === 'parquet'
        ? ['pandas', 'pyarrow', 'gcsfs']
        : ['pandas', 'gcsfs'];
    case 'file':
      return opener.reader === 'npy' ? ['numpy', 'gcsfs'] : ['gcsfs'];
    case 'slashed':
    case 'folder':
      return ['gcsfs'];
  }
}

/** Chunks are Dask's. */
const XARRAY = ['xarray', 'dask'] as const;

/** All that may be needed: what is asked about once. */
export const ALL_PACKAGES = [
  ...XARRAY,
  'zarr',
  'kerchunk',
  'fastparquet',
  'icechunk',
  'h5netcdf',
  'scipy',
  'netCDF4',
  'rioxarray',
  'pandas',
  'pyarrow',
  'numpy',
  'gcsfs'
] as const;
