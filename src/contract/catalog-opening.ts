import * as z from 'zod/mini';
import { Dataset } from './catalog';
import { StoreKnowledge } from './catalog-size';
import { instant } from './scalars';

/**
 * What a store turned out to be when its first bytes were read. `-scattered`: nobody gathered its metadata in one
 * file, so only where names can be listed are its variables found.
 */
export const StoreForm = z.enum([
  'zarr2',
  'zarr2-scattered',
  'zarr3',
  'zarr3-scattered',
  'zarr-array',
  'icechunk',
  'kerchunk',
  'kerchunk-parquet',
  'netcdf4',
  'netcdf3',
  'netcdf5',
  'parquet',
  'intake-esm'
]);
export type StoreForm = z.infer<typeof StoreForm>;

/**
 * Code for a store, fitted to what it is.
 */
export const StoreCode = z.object({
  /** Null: no known means opens it. */
  snippet: z.nullable(z.string()),
  /** One sentence on what the reader must know; null: nothing special. */
  note: z.nullable(z.string()),
  /** Python packages that the code needs, as installers name them. */
  packages: z.array(z.string())
});
export type StoreCode = z.infer<typeof StoreCode>;

const missingPackages = z.nullable(z.array(z.string()));

/**
 * A data set with what its code needs and this image lacks.
 */
export type DatasetPage = z.infer<typeof DatasetPage>;
export const DatasetPage = z.extend(Dataset, {
  /** Of the packages that its stores' code needs; null: nobody knows what is installed. */
  missingPackages,
  /** The catalogs that list it; empty where there is one only. */
  sources: z.array(z.string()),
  /** Of each of its stores. */
  known: z.array(StoreKnowledge),
  /** Stores of it are being read, or will be in a moment: more may be known soon. */
  isReading: z.boolean()
});

/**
 * The data set whose stores are to be asked.
 */
export type ReachQuery = z.infer<typeof ReachQuery>;
export const ReachQuery = z.strictObject({
  id: z.string().check(z.maxLength(512)),
  /** Ask again what was asked not long ago. */
  again: z.optional(z.boolean())
});

/**
 * What asking a store came to.
 */
export type StoreReach = z.infer<typeof StoreReach>;
export const StoreReach = z.object({
  id: z.string(),
  /** `anonymous`: for everybody. `hub`: with this server's credentials. `refused`, `missing`, `unreachable`: not; `unknown`: not checked. */
  status: z.enum([
    'anonymous',
    'hub',
    'refused',
    'missing',
    'unreachable',
    'unknown'
  ]),
  reason: z.nullable(z.string()),
  /** When it was asked, not when it was told. */
  checkedAt: instant,
  /** Null: that was not found out. */
  form: z.nullable(StoreForm),
  /** Better than the record's, by what the store is; null: the record's stands. */
  code: z.nullable(StoreCode)
});

/**
 * Whether each store of a data set opens from this server: asked, not believed.
 */
export type Reach = z.infer<typeof Reach>;
export const Reach = z.object({
  stores: z.array(StoreReach),
  missingPackages
});
