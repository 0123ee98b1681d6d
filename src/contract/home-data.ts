import * as z from 'zod/mini';
import { HomePath } from './home';
import { count, instant } from './scalars';

/**
 * A format of data sets, told by what stands in them and not by their names.
 */
export type DataFormat = z.infer<typeof DataFormat>;
export const DataFormat = z.enum([
  /** HDF5, which NetCDF 4 is written in. */
  'hdf5',
  /** NetCDF 3. */
  'netcdf',
  'grib',
  'parquet',
  'zarr'
]);

/**
 * A large file, or a directory that is one data set.
 */
export type LargeData = z.infer<typeof LargeData>;
export const LargeData = z.object({
  path: HomePath,
  /** Allocated, as the quota counts. */
  usedBytes: count,
  /** The newest change (mtime) in it. */
  changedAt: instant,
  /** Null: none of the known ones, too small to be looked into, or not readable. */
  format: z.nullable(DataFormat)
});

/**
 * What is large or old in the home, as the last whole scan saw it.
 */
export type HomeLargest = z.infer<typeof HomeLargest>;
export const HomeLargest = z.object({
  /** The largest first; what lies in a Zarr store is left out. */
  files: z.array(LargeData),
  /** Directories that are a Zarr store of at least `dataBytes`, the largest first. */
  stores: z.array(LargeData),
  /** Directories of at least `dataBytes` that nothing changed in for `oldDays`, the largest first. */
  oldest: z.array(z.omit(LargeData, { format: true })),
  /** Data sets from this size on belong in a bucket. */
  dataBytes: count,
  oldDays: count,
  /** The user's own folder in a bucket that keeps what is in it; null: there is none. */
  bucketUrl: z.nullable(z.string().check(z.regex(/^gs:\/\/[^/]+\/.+\/$/))),
  scannedAt: instant
});
