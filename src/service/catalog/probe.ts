import type { StoreFormat } from '../../contract';

/**
 * Files of which a store of this kind has at least one: what is added to the store's own path.
 */
export function probePaths(
  format: StoreFormat,
  path: string
): readonly string[] {
  switch (format) {
    case 'zarr':
      return ['/.zmetadata', '/zarr.json', '/.zgroup', '/.zarray'];
    case 'icechunk':
      return ['/repo', '/refs/branch.main/ref.json'];
    case 'kerchunk':
      return /\.par(q|quet)$/.test(path) ? ['/.zmetadata'] : [''];
    case 'parquet':
      return ['', '/_metadata', '/_common_metadata'];
    case 'netcdf':
    case 'intake-esm':
    case 'unknown':
      return [''];
  }
}

/** As many first bytes tell one kind of file from another. */
export const PROBE_BYTES = 512;

/**
 * Whether the first bytes can be what was asked for. Some hosts answer everything with a web page and status 200.
 */
export function isPlausible(bytes: Uint8Array, format: StoreFormat): boolean {
  // A character for each byte; the browsers' latin1 is another code from 0x80 to 0x9f.
  const text = Buffer.from(bytes).toString('latin1');
  switch (format) {
    case 'netcdf':
      // Classic NetCDF, and HDF5 for NetCDF 4.
      return text.startsWith('CDF') || text.startsWith('\x89HDF');
    case 'zarr':
    case 'kerchunk':
    case 'intake-esm':
      return /^\s*\{/.test(text);
    case 'parquet':
      return text.startsWith('PAR1');
    case 'icechunk':
    case 'unknown':
      return !/^\s*<(!doctype|html)/i.test(text);
  }
}
