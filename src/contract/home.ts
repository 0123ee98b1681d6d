import * as z from 'zod/mini';
import { count, instant } from './scalars';

/**
 * A path below the home directory, `/` between its parts, empty for the home itself.
 *
 * Bytes that are not UTF-8 travel as lone surrogates U+DC80–U+DCFF, as in PEP 383, so that every name
 * survives the way to the browser and back.
 */
export type HomePath = z.infer<typeof HomePath>;
export const HomePath = z.string().check(z.maxLength(32_768));

/**
 * How much the home may hold, and who says so.
 */
export type HomeLimits = z.infer<typeof HomeLimits>;
export const HomeLimits = z.object({
  recommendedBytes: z.nullable(count),
  recommendedSource: z.string(),
  /** Null: unknown. Then no percentage is shown anywhere. */
  limitBytes: z.nullable(count),
  limitSource: z.string()
});

/**
 * Usage of one directory with all below it, or of one file.
 */
export type HomeEntry = z.infer<typeof HomeEntry>;
export const HomeEntry = z.object({
  name: z.string(),
  kind: z.enum(['directory', 'file', 'symlink', 'other']),
  /** Allocated blocks times 512, a hard-linked file once: what the quota counts. */
  usedBytes: count,
  /** What the files say they hold; larger than used for sparse files. */
  apparentBytes: count,
  files: count,
  directories: count,
  /** The newest change (mtime) in it. */
  newestChangeAt: z.nullable(instant),
  /** False: part of it could not be read, so the numbers mean "at least". */
  complete: z.boolean()
});

/**
 * A part of the home that is missing from the numbers.
 */
export type UnreadablePart = z.infer<typeof UnreadablePart>;
export const UnreadablePart = z.object({
  path: HomePath,
  /** The error of the system call, such as `EACCES`. */
  reason: z.string(),
  /** Whose the folder is that keeps others out; absent: nobody asked, or it could not be told. */
  owner: z.optional(
    z.object({
      /** An account's name, else `user 1234`. */
      name: z.string(),
      isYou: z.boolean()
    })
  )
});

/**
 * What numbers take from an earlier count: folders whose own change time is as it was then, so that nothing came into them or
 * left them. Files in them may have grown since.
 */
export type HomeAssumed = z.infer<typeof HomeAssumed>;
export const HomeAssumed = z.object({
  /** Such folders with files in them. */
  directories: count,
  /** When the first of them was read. */
  since: instant
});

/**
 * What a count finds in the home.
 */
export type HomeCount = z.infer<typeof HomeCount>;
export const HomeCount = z.object({
  /** `scanning`: numbers still grow. `checking`: they are whole, and what they assume is being read now. */
  phase: z.enum(['scanning', 'checking', 'done']),
  usedBytes: count,
  apparentBytes: count,
  files: count,
  directories: count,
  /** False: something could not be read or the scan was stopped, so the numbers mean "at least". */
  complete: z.boolean(),
  /** The first hundred parts that could not be read. */
  unreadable: z.array(UnreadablePart),
  unreadableCount: count,
  /** Other file systems mounted inside the home: never counted, always named. */
  excludedMounts: z.array(HomePath),
  /** Direct children, biggest first, at most `MAX_CHILDREN`. */
  children: z.array(HomeEntry),
  /** What the list of children leaves out. */
  otherChildren: z.object({ entries: count, usedBytes: count }),
  /** Null: everything was read for these numbers. */
  assumed: z.nullable(HomeAssumed),
  startedAt: instant,
  /** When the numbers were true: the end of the scan, or now while it runs. */
  scannedAt: instant,
  durationMs: count
});

/**
 * How full the home is, and what fills it.
 */
export type HomeUsage = z.infer<typeof HomeUsage>;
export const HomeUsage = z.extend(HomeCount, {
  limits: HomeLimits,
  /** No room is left on the disk that it lies on, whatever the limit is. */
  diskFull: z.boolean(),
  /** What is left on that disk, for all who share it. Null: it does not say. */
  diskFreeBytes: z.nullable(count)
});

/**
 * What is known at once, without a walk.
 */
export type HomeSummary = z.infer<typeof HomeSummary>;
export const HomeSummary = z.object({
  /** Where the home is on the server: absolute. */
  homeDirectory: z.string(),
  limits: HomeLimits,
  last: z.nullable(HomeUsage),
  scanning: z.boolean(),
  /** False: the home ends with the server, as on a hub without storage for homes. */
  kept: z.boolean(),
  /** False: nothing can be saved in it or deleted from it. */
  writable: z.boolean()
});

/**
 * `maxAgeSeconds`: a finished scan no older than this is answered at once instead of a new walk. Absent or 0: somebody waits, so
 * what is assumed at first is read at full speed; else it is read gently, and at most once an hour.
 */
export type HomeUsageQuery = z.infer<typeof HomeUsageQuery>;
export const HomeUsageQuery = z.strictObject({
  maxAgeSeconds: z.optional(count),
  /** False: the history of the home's size is deleted, and nothing is added to it from now on. */
  keepHistory: z.optional(z.boolean())
});

/**
 * One directory of the last scan with its direct children, biggest first.
 */
export type HomeDirectory = z.infer<typeof HomeDirectory>;
export const HomeDirectory = z.object({
  path: HomePath,
  usedBytes: count,
  complete: z.boolean(),
  children: z.array(HomeEntry),
  otherChildren: z.object({ entries: count, usedBytes: count }),
  scannedAt: instant
});

/**
 * The folder to show, of the last count.
 */
export type HomeDirectoryQuery = z.infer<typeof HomeDirectoryQuery>;
export const HomeDirectoryQuery = z.strictObject({ path: HomePath });
