import type { DataFormat } from '../../../../contract';

/** As much of a file's beginning as any signature takes. */
export const SIGNATURE_BYTES = 8;

type FileFormat = Exclude<DataFormat, 'zarr'>;

/**
 * How files of each format begin: the HDF5 file format specification (III.A), the NetCDF classic format's `magic`,
 * WMO's GRIB section 0, Apache Parquet's file format.
 */
const SIGNATURES: readonly (readonly [FileFormat, string])[] = [
  ['hdf5', '\x89HDF\r\n\x1a\n'],
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
  return found?.[0] ?? null;
}

/** A directory with one of these is a Zarr group or array (version 2, version 2, version 3). */
export const ZARR_MARKERS = ['.zgroup', '.zarray', 'zarr.json'] as const;
