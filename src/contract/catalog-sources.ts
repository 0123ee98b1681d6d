import * as z from 'zod/mini';
import { count, instant } from './scalars';

/**
 * What a catalog is written in: the web catalog's list of records, a feedstock's YAML, STAC as files or as an API,
 * intake of either version, a list of addresses.
 */
export type CatalogForm = z.infer<typeof CatalogForm>;
export const CatalogForm = z.enum([
  'records',
  'feedstock',
  'stac',
  'stac-api',
  'intake-1',
  'intake-2',
  'addresses'
]);

/** Parts that could not be read, at most a hundred. */
export const skippedParts = z.array(
  z.object({
    index: count,
    reason: z.string(),
    /** The catalog's name; null where there is one only. */
    source: z.nullable(z.string())
  })
);

/**
 * One catalog that is searched.
 */
export type CatalogSource = z.infer<typeof CatalogSource>;
export const CatalogSource = z.object({
  /** As it was given, without what may be a key. A user's own: letter for letter. */
  address: z.string(),
  /** Short, and another than the other sources'. */
  name: z.string(),
  /** Added by the user; the others are the operator's. */
  isOwn: z.boolean(),
  /** Null: never read. */
  form: z.nullable(CatalogForm),
  /** `live`: fetched or confirmed now. `kept`: an earlier copy. `asked`: on its way for the first time. `refused`: never read, and why. */
  state: z.enum(['live', 'kept', 'asked', 'refused']),
  /** When the copy was last confirmed; null: there is none. */
  confirmedAt: z.nullable(instant),
  /** Why it is not live: one sentence. */
  problem: z.nullable(z.string()),
  datasets: count,
  stores: count,
  skippedCount: count
});

/** Addresses of a user's own, as they are typed. */
const ownAddress = z.string().check(z.minLength(1), z.maxLength(2000));

/** More catalogs than that nobody looks through. */
export const MAX_OWN_SOURCES = 20;

/**
 * All catalogs that the user added; those that are not named are no longer searched.
 */
export type OwnSourcesQuery = z.infer<typeof OwnSourcesQuery>;
export const OwnSourcesQuery = z.strictObject({
  /** Web addresses, and files of the home. */
  addresses: z.array(ownAddress).check(z.maxLength(MAX_OWN_SOURCES))
});

/**
 * The catalog to look at.
 */
export type SourcePreviewQuery = z.infer<typeof SourcePreviewQuery>;
export const SourcePreviewQuery = z.strictObject({ address: ownAddress });

/**
 * What is at an address, before it is added.
 */
export type SourcePreview = z.infer<typeof SourcePreview>;
export const SourcePreview = z.object({
  /** As it is kept: a page of GitHub becomes the file that it shows, a path begins with `~/`. */
  address: z.string(),
  form: CatalogForm,
  datasets: count,
  stores: count,
  /** Data sets that other sources list already. */
  known: count,
  /** A few titles. */
  titles: z.array(z.string()),
  skipped: skippedParts,
  skippedCount: count
});
