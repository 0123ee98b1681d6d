import * as z from 'zod/mini';
import { CatalogSort, Facet } from './catalog-filter';
import { CatalogSource, skippedParts } from './catalog-sources';
import { count, countText, instant } from './scalars';
import { Cadence } from './store-facts';

const link = z.object({
  label: z.string(),
  /** Only http and https, without user name; null: not safe to click. */
  url: z.nullable(z.string()),
  /** The address as the record writes it. */
  text: z.string()
});

/**
 * What the record of a store says it is; `unknown` where it does not say.
 */
export const StoreFormat = z.enum([
  'zarr',
  'netcdf',
  'kerchunk',
  'icechunk',
  'parquet',
  'intake-esm',
  'unknown'
]);
export type StoreFormat = z.infer<typeof StoreFormat>;

/**
 * One place where a data set's bytes are.
 */
export type Store = z.infer<typeof Store>;
export const Store = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  /** Told by the address, since the records' `engine` is wrong for half of them. */
  format: StoreFormat,
  /** `gs://bucket/…`: can be opened in Buckets. */
  host: z.string(),
  inBuckets: z.boolean(),
  lastUpdatedAt: z.nullable(instant),
  /** Python that opens it here; null when the address cannot be opened by known means. */
  snippet: z.nullable(z.string()),
  /** Why there is no snippet, or what the reader must know. */
  note: z.nullable(z.string()),
  /** Python packages that the snippet needs, as installers name them. */
  packages: z.array(z.string())
});

/**
 * A data set of the catalog.
 */
export type Dataset = z.infer<typeof Dataset>;
export const Dataset = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  maintainers: z.array(
    z.object({ name: z.string(), github: z.nullable(z.string()) })
  ),
  providers: z.array(
    z.object({
      name: z.string(),
      /** What the record says of it. */
      description: z.nullable(z.string()),
      url: z.nullable(z.string())
    })
  ),
  license: z.nullable(z.string()),
  licenseUrl: z.nullable(z.string()),
  links: z.array(link),
  stores: z.array(Store)
});

/**
 * Where the catalog came from, and how good the copy is.
 */
export type CatalogSummary = z.infer<typeof CatalogSummary>;
export const CatalogSummary = z.object({
  /** `live`: fetched or confirmed now. `kept`: an earlier copy. `sample`: the bundled one, nothing could be fetched. */
  state: z.enum(['live', 'kept', 'sample']),
  source: z.string(),
  /** When the copy was last confirmed by its source; null for the bundled sample. */
  confirmedAt: z.nullable(instant),
  /** Why it is not live: one sentence. */
  problem: z.nullable(z.string()),
  datasets: count,
  stores: count,
  /** Records that could not be read, at most a hundred. */
  skipped: skippedParts,
  skippedCount: count,
  /** Where a missing data set is asked for. */
  requestUrl: z.nullable(z.string()),
  /** Each catalog that is searched: the operator's, then the user's own. */
  sources: z.array(CatalogSource)
});

/**
 * A line of the result list.
 */
export type CatalogHit = z.infer<typeof CatalogHit>;
export const CatalogHit = z.object({
  id: z.string(),
  title: z.string(),
  score: z.number(),
  /** The first sentence of the description. */
  summary: z.string(),
  tags: z.array(z.string()),
  formats: z.array(StoreFormat),
  storeCount: count,
  /** Short names of variables, those that were asked for first; at most twelve. */
  variables: z.array(z.string()),
  variableCount: count,
  cadence: z.nullable(Cadence),
  /** Of latitude, in degrees: the finest store's. */
  resolutionDegrees: z.nullable(z.number()),
  /** First and last year of its stores. */
  years: z.nullable(z.object({ first: z.int(), last: z.int() })),
  /** Whether a store of it opened from here when it was last tried; null: never tried. */
  opens: z.nullable(z.object({ isOpen: z.boolean(), checkedAt: instant })),
  /** The catalogs that list it. */
  sources: z.array(z.string())
});

/**
 * Empty text lists everything by title.
 */
export type CatalogSearchQuery = z.infer<typeof CatalogSearchQuery>;
export const CatalogSearchQuery = z.strictObject({
  text: z.string().check(z.maxLength(1000)),
  limit: z.optional(countText),
  /** `format=zarr&tag=sea%20ice`. */
  filters: z.optional(z.string().check(z.maxLength(4000))),
  sort: z.optional(CatalogSort)
});

/**
 * What a search found, best first, with counts for narrowing it.
 */
export type CatalogResults = z.infer<typeof CatalogResults>;
export const CatalogResults = z.object({
  query: z.string(),
  total: count,
  hits: z.array(CatalogHit),
  facets: z.array(Facet),
  /** A spelling that finds something, when this one does not. */
  suggestion: z.nullable(z.string())
});

/**
 * Results, and whether there will be more to show of them.
 */
export type CatalogAnswer = z.infer<typeof CatalogAnswer>;
export const CatalogAnswer = z.extend(CatalogResults, {
  /** Stores are being read: variables, years and what opens may be known in a moment. */
  isReading: z.boolean()
});

/**
 * The data set to show.
 */
export type DatasetQuery = z.infer<typeof DatasetQuery>;
export const DatasetQuery = z.strictObject({
  id: z.string().check(z.maxLength(512))
});
