import * as z from 'zod/mini';
import { HomePath, UnreadablePart } from './home';
import { count, instant } from './scalars';

/** Paths in one question; their names and identities fit in the largest request that the service reads. */
const MAX_DELETION_TARGETS = 2500;

/** How many of its directories one kind of cache lists; what is left shows up the next time. */
export const MAX_CLEARABLE_PATHS = 700;

/** A whole number that may be larger than 2^53. */
const wholeText = z.string().check(z.regex(/^-?\d{1,24}$/));

/** An item's id, as `ClearableItem` has it. */
const itemId = z.string().check(z.maxLength(100));

/**
 * What stood at a path when it was reviewed. If anything of it is different later, it is not deleted.
 */
export type HomeIdentity = z.infer<typeof HomeIdentity>;
export const HomeIdentity = z.strictObject({
  kind: z.enum(['directory', 'file', 'symlink', 'other']),
  device: wholeText,
  inode: wholeText,
  usedBytes: count,
  files: count,
  /** The newest change of anything in it (ctime), nanoseconds since 1970. */
  newestChangeNs: wholeText,
  /** A digest of the names, inodes, sizes and times of all in it. */
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/))
});

/**
 * Something that may be deleted, exactly as it was reviewed.
 */
export type DeletionTarget = z.infer<typeof DeletionTarget>;
export const DeletionTarget = z.strictObject({
  path: HomePath,
  identity: HomeIdentity,
  /** The item that a search took it for by what was in and beside it: if it is no such thing later, it is not deleted. */
  foundAs: z.optional(itemId)
});

/**
 * A path that a program has open or works in.
 */
export type PathInUse = z.infer<typeof PathInUse>;
export const PathInUse = z.object({
  path: HomePath,
  /** Names of the programs, such as `python`. */
  programs: z.array(z.string())
});

/**
 * One kind of cache that was found in the home.
 */
export type ClearableItem = z.infer<typeof ClearableItem>;
export const ClearableItem = z.object({
  id: z.string(),
  title: z.string(),
  /** At most `MAX_CLEARABLE_PATHS`, the largest first. */
  paths: z.array(HomePath),
  /** Paths of this kind that are not listed and not in the numbers. */
  otherPaths: count,
  /** What deleting the listed paths frees. */
  usedBytes: count,
  /** What it does not free, because those files have other names elsewhere. */
  linkedBytes: count,
  files: count,
  /** False: part of it could not be read, so the numbers mean "at least". */
  complete: z.boolean(),
  /** What it is. */
  reason: z.string(),
  /** What it costs to lose it. */
  cost: z.string(),
  /** False: once deleted it is gone for good. */
  comesBack: z.boolean(),
  /** Programs that have something of it open now. */
  inUseBy: z.array(z.string()),
  /** It comes back by itself and no program uses it. */
  preselected: z.boolean()
});

/**
 * What may be deleted without losing anything that does not come back.
 */
export type HomeClearable = z.infer<typeof HomeClearable>;
export const HomeClearable = z.object({
  /** `measuring`: items are still being found. */
  phase: z.enum(['measuring', 'done']),
  /** The largest first. */
  items: z.array(ClearableItem),
  /** The sum of the preselected items. */
  preselectedBytes: count,
  /** False: parts of the home could not be searched. */
  complete: z.boolean(),
  measuredAt: instant,
  /** The operator's switch. */
  deletionAllowed: z.boolean()
});

/**
 * `maxAgeSeconds`: a finished answer no older than this is given at once instead of a new search.
 */
export type HomeClearableQuery = z.infer<typeof HomeClearableQuery>;
export const HomeClearableQuery = z.strictObject({
  maxAgeSeconds: z.optional(count)
});

/**
 * Which paths to look at closely before they are deleted.
 */
export type HomeReviewQuery = z.infer<typeof HomeReviewQuery>;
export const HomeReviewQuery = z.strictObject({
  paths: z
    .array(HomePath)
    .check(z.minLength(1), z.maxLength(MAX_DELETION_TARGETS)),
  /** What the reader was told that some of them are: what is no such thing any more is refused. */
  foundAs: z.optional(
    z.array(z.strictObject({ id: itemId, paths: z.array(HomePath) }))
  )
});

/**
 * What deleting some paths would do: the facts to confirm.
 */
export type HomeReview = z.infer<typeof HomeReview>;
export const HomeReview = z.object({
  /** `counting`: numbers still grow. */
  phase: z.enum(['counting', 'done']),
  /** Exactly what becomes free. */
  freedBytes: count,
  files: count,
  directories: count,
  /** Files that stay on the disk, because they have other names that are not deleted. */
  linkedFiles: count,
  linkedBytes: count,
  /** The largest files in it. */
  largest: z.array(z.object({ path: HomePath, usedBytes: count })),
  /** What a deletion has to name; empty while counting. */
  targets: z.array(DeletionTarget),
  /** Paths that cannot be deleted, and why; not in the numbers. `ESYSTEM`: the home is `/`, and the server runs on it. */
  refused: z.array(UnreadablePart),
  /** Other file systems inside it: never deleted, never counted. */
  excludedMounts: z.array(HomePath),
  /** The first hundred parts that could not be read; they would stay. */
  unreadable: z.array(UnreadablePart),
  unreadableCount: count,
  inUse: z.array(PathInUse),
  deletionAllowed: z.boolean()
});

/**
 * What to delete, as a review described it.
 */
export type HomeDeletionQuery = z.infer<typeof HomeDeletionQuery>;
export const HomeDeletionQuery = z.strictObject({
  targets: z
    .array(DeletionTarget)
    .check(z.minLength(1), z.maxLength(MAX_DELETION_TARGETS))
});

/**
 * How far a deletion is, and in the end what it did.
 */
export type HomeDeletion = z.infer<typeof HomeDeletion>;
export const HomeDeletion = z.object({
  /** `checking`: nothing is deleted yet; each path is compared with its review. */
  phase: z.enum(['checking', 'deleting', 'done']),
  /** What became free so far. */
  deletedBytes: count,
  deletedFiles: count,
  /** What is still to be deleted, together with what is deleted. */
  totalFiles: count,
  /** The targets that are gone. */
  removed: z.array(HomePath),
  /**
   * The first hundred paths that stayed. `reason` is the error of the system call, such as `EACCES`,
   * or `precondition`: it is not what was reviewed any more.
   */
  failed: z.array(UnreadablePart),
  failedCount: count
});
