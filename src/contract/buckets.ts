import * as z from 'zod/mini';
import { payer } from './payer';
import { count, day, instant } from './scalars';

/**
 * A bucket of the configuration, and what may be done in it.
 */
export type Bucket = z.infer<typeof Bucket>;
export const Bucket = z.object({
  name: z.string(),
  title: z.string(),
  /** `own-folder`: everything may be read, only the own folder written. */
  access: z.enum(['own-folder', 'read-only']),
  /** Days after an object's creation until the bucket deletes it; null: kept. */
  deleteAfterDays: z.nullable(count),
  /** The user's folder with its closing slash, `funky-user/`; null when it is not known. */
  ownPrefix: z.nullable(z.string()),
  /** Where the own folder is known from: `$SCRATCH_BUCKET`, `$JUPYTERHUB_USER`, or why it is not. */
  ownPrefixSource: z.string()
});

/**
 * The configured buckets, in the order of the configuration.
 */
export type BucketList = z.infer<typeof BucketList>;
export const BucketList = z.object({ buckets: z.array(Bucket) });

/**
 * A place a user named: `gs://bucket/path`, an https address of Google Storage or of its console.
 */
export type Place = z.infer<typeof Place>;
export const Place = z.object({
  bucket: z.string(),
  /** The folder to show, empty or with a closing slash. */
  prefix: z.string(),
  /** The object in it that was named, relative to `prefix`; null when a folder was named. */
  object: z.nullable(z.string()),
  /** The beginning of names by which the link filters the folder; absent: by none. */
  match: z.optional(z.string())
});

/**
 * A reference as it was typed or pasted, not yet parsed.
 */
export type PlaceQuery = z.infer<typeof PlaceQuery>;
export const PlaceQuery = z.strictObject({
  reference: z.string().check(z.maxLength(4096)),
  payer
});

/**
 * When objects of a folder are deleted, and how that is known.
 */
export type DeletionRule = z.infer<typeof DeletionRule>;
export const DeletionRule = z.object({
  /** Days after an object's creation; null: nothing says that it is deleted. */
  deleteAfterDays: z.nullable(count),
  /**
   * `bucket`: read from the bucket itself. `configuration`: the bucket does not say, so what the operator wrote.
   * `none`: the bucket is neither configured nor asked.
   */
  source: z.enum(['bucket', 'configuration', 'none']),
  /** The bucket has rules that hold for part of the folder, or under conditions that are not shown. */
  hasOtherRules: z.boolean()
});

/**
 * Part of a folder, in columns: 1,000 rows cost a seventh of what objects cost on the wire.
 *
 * All arrays of `objects` have the same length. Names are relative to the folder.
 */
export type ListingPage = z.infer<typeof ListingPage>;
export const ListingPage = z.object({
  /** Folders, each with its closing slash. */
  prefixes: z.array(z.string()),
  objects: z.object({
    names: z.array(z.string()),
    bytes: z.array(count),
    updatedAt: z.array(z.nullable(instant)),
    /** The day the bucket deletes it; all null where nothing is deleted. */
    deletedOn: z.array(z.nullable(day))
  }),
  /**
   * Whose folder this is, decided by the service: `own`: the user may write here. `contains-own`: the own folder lies
   * below, everything beside it is another member's. `other`: another member's. `read-only`: nobody writes here.
   */
  standing: z.enum(['own', 'contains-own', 'other', 'read-only']),
  rule: DeletionRule,
  /** As whom the bucket was read: code has to open it the same way. */
  openedAs: z.enum(['server', 'anybody']),
  /** Hand this to the next query to go on; null: the folder is complete. */
  cursor: z.nullable(z.string())
});

/**
 * List a folder, up to `pages` pages of 1,000, each streamed as it comes.
 */
export type ListingQuery = z.infer<typeof ListingQuery>;
export const ListingQuery = z.strictObject({
  bucket: z.string().check(z.maxLength(222)),
  prefix: z.string().check(z.maxLength(1024)),
  cursor: z.optional(z.nullable(z.string().check(z.maxLength(16_384)))),
  pages: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  /** Only entries whose names begin with this, letter for letter. */
  match: z.optional(z.string().check(z.maxLength(1024))),
  payer
});

/**
 * Kinds of data sets that a folder or an object of references can be.
 */
export const DatasetKind = z.enum([
  'zarr2',
  'zarr3',
  'icechunk',
  'parquet',
  'kerchunk'
]);
export type DatasetKind = z.infer<typeof DatasetKind>;

/**
 * Which of these folders are data sets: told from their keys, never from their name alone.
 */
export type RecognitionQuery = z.infer<typeof RecognitionQuery>;
export const RecognitionQuery = z.strictObject({
  bucket: z.string().check(z.maxLength(222)),
  prefix: z.string().check(z.maxLength(1024)),
  /** Folder names below `prefix`, each with its closing slash. */
  names: z.array(z.string().check(z.maxLength(1024))).check(z.maxLength(200)),
  payer
});

/**
 * What kinds of data sets the asked folders are, in their order.
 */
export type Recognition = z.infer<typeof Recognition>;
export const Recognition = z.object({
  /** As many as `names`; null: an ordinary folder, or not known. */
  kinds: z.array(z.nullable(DatasetKind))
});

/**
 * Bytes and objects below a folder, growing while the service lists it.
 */
export type FolderSize = z.infer<typeof FolderSize>;
export const FolderSize = z.object({
  /** `stopped`: the most requests that the operator allows were made. */
  phase: z.enum(['listing', 'done', 'stopped']),
  bytes: count,
  objects: count,
  oldestAt: z.nullable(instant),
  newestAt: z.nullable(instant),
  /** False: at least this much. */
  complete: z.boolean(),
  /** Direct children, biggest first, at most 1,000. */
  children: z.array(
    z.object({
      name: z.string(),
      bytes: count,
      objects: count,
      /** The day the first of its objects is deleted; null: none is. */
      deletedOn: z.nullable(day)
    })
  ),
  /** By storage class, most bytes first. */
  classes: z.array(
    z.object({ storageClass: z.string(), bytes: count, objects: count })
  ),
  /** What the bucket deletes within 48 hours; null: it deletes nothing. */
  goingSoon: z.nullable(z.object({ bytes: count, objects: count })),
  /** Requests made to the storage service. */
  calls: count
});

/**
 * The folder to add up; an empty prefix is the whole bucket.
 */
export type FolderSizeQuery = z.infer<typeof FolderSizeQuery>;
export const FolderSizeQuery = z.strictObject({
  bucket: z.string().check(z.maxLength(222)),
  prefix: z.string().check(z.maxLength(1024)),
  payer
});

/**
 * When the first object of each of these folders is deleted, as far as a few requests tell.
 */
export type EarliestQuery = z.infer<typeof EarliestQuery>;
export const EarliestQuery = z.strictObject({
  bucket: z.string().check(z.maxLength(222)),
  prefix: z.string().check(z.maxLength(1024)),
  /** Folder names below `prefix`, each with its closing slash. */
  names: z.array(z.string().check(z.maxLength(1024))).check(z.maxLength(50)),
  payer
});

/**
 * On which day the first object of each asked folder is deleted, in their order.
 */
export type Earliest = z.infer<typeof Earliest>;
export const Earliest = z.object({
  /** As many as `names`; null: nothing is deleted, or it could not be read. */
  folders: z.array(
    z.nullable(
      z.object({
        deletedOn: day,
        /** False: it may be sooner, the folder holds more than was looked at. */
        complete: z.boolean()
      })
    )
  )
});

/**
 * What the own folders lose within 48 hours.
 */
export type Expiring = z.infer<typeof Expiring>;
export const Expiring = z.object({
  folders: z.array(
    z.object({
      bucket: z.string(),
      /** The own folder, with its closing slash. */
      prefix: z.string(),
      bytes: count,
      objects: count,
      /** False: at least this much. */
      complete: z.boolean(),
      /** What goes first, at most 5: data sets at any depth, else what lies directly in the own folder. */
      first: z.array(z.object({ name: z.string(), deletedOn: day }))
    })
  )
});

/**
 * One object, by its whole name.
 */
export type ObjectQuery = z.infer<typeof ObjectQuery>;
export const ObjectQuery = z.strictObject({
  bucket: z.string().check(z.maxLength(222)),
  name: z.string().check(z.minLength(1), z.maxLength(1024)),
  payer
});

/**
 * What the storage service says of one object.
 */
export type ObjectFacts = z.infer<typeof ObjectFacts>;
export const ObjectFacts = z.object({
  bytes: count,
  updatedAt: z.nullable(instant),
  storageClass: z.string(),
  /** The most bytes that this hub hands to a browser. */
  downloadLimitBytes: count
});
