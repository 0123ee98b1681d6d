import type { DataFormat } from '../../../../contract';

/** Where an HDF5 file may begin behind a block of its user's, as MATLAB writes one: at 512 bytes, and at each doubling of that. */
const FIRST_USER_BLOCK_BYTES = 512;
const MOST_USER_BLOCK_BYTES = 32 << 10;

/** As much of a file's beginning as any signature takes. */
export const SIGNATURE_BYTES = MOST_USER_BLOCK_BYTES + 8;

const HDF5 = '\x89HDF\r\n\x1a\n';

type FileFormat = Exclude<DataFormat, 'zarr'>;

/**
 * How files of each format begin: the HDF5 file format specification (III.A), the NetCDF classic format's `magic`,
 * WMO's GRIB section 0, Apache Parquet's file format.
 */
const SIGNATURES: readonly (readonly [FileFormat, string])[] = [
  ['hdf5', HDF5],
  ['netcdf', 'CDF\x01'],
  ['netcdf', 'CDF\x02'],
  ['netcdf', 'CDF\x05'],
  ['grib', 'GRIB'],
  ['parquet', 'PAR1']
];

/**
 * The format of a file that begins with these bytes; null: none of the known ones.
 */
export function formatOf(beginning: Uint8Array): FileFormat | null {
  const text = Buffer.from(beginning).toString('latin1');
  const found = SIGNATURES.find(([, signature]) => text.startsWith(signature));
  return found?.[0] ?? (hasUserBlock(text) ? 'hdf5' : null);
}

function hasUserBlock(text: string): boolean {
  let at = FIRST_USER_BLOCK_BYTES;
  while (at <= MOST_USER_BLOCK_BYTES && !text.startsWith(HDF5, at)) {
    at *= 2;
  }
  return at <= MOST_USER_BLOCK_BYTES;
}

/** A directory with one of these is a Zarr group or array (version 2, version 2, version 3). */
export const ZARR_MARKERS = ['.zgroup', '.zarray', 'zarr.json'] as const;
