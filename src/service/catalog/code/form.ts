import type { StoreForm, StoreFormat } from '../../../contract';

/**
 * What a store of this format most likely is, for as long as nobody has looked. Null: nothing opens it.
 */
export function likelyForm(
  format: StoreFormat,
  path: string
): StoreForm | null {
  switch (format) {
    case 'zarr':
      return 'zarr2';
    case 'netcdf':
      return /\.(nc3|cdf)$/i.test(path) ? 'netcdf3' : 'netcdf4';
    case 'kerchunk':
      return /\.par(q|quet)$/.test(path) ? 'kerchunk-parquet' : 'kerchunk';
    case 'icechunk':
    case 'parquet':
    case 'intake-esm':
      return format;
    case 'unknown':
      return null;
  }
}
