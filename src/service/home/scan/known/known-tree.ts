import type { ICallHabits } from '../calls/call-habits';
import type { DirectoryColumns } from '../tree/columns';
import type { Children } from './children';
import type { IGroundPlan } from '../tree/ground';
import type { ILargeFile } from '../tree/large-files';
import type { INative } from '../native/native';
import type { LinkedFiles } from '../tree/linked';

/** The directory that was counted. */
export interface IKnownGround {
  readonly root: string;
  readonly device: number;
  readonly inode: number;
  readonly mounts: readonly string[];
}

/**
 * All that the next count of the same tree may take from this one.
 */
export interface IKnownTree {
  readonly ground: IKnownGround;
  readonly columns: DirectoryColumns;
  readonly children: Children;
  /** For each directory when reading it began at the latest, in whole seconds since 1970. */
  readonly readAt: Uint32Array<ArrayBuffer>;
  /** With all names. */
  readonly linked: LinkedFiles;
  readonly large: readonly ILargeFile[];
  readonly habits: ICallHabits;
}

export function groundOf({ root, stats, mounts }: IGroundPlan): IKnownGround {
  return { root, device: stats.dev, inode: stats.ino, mounts };
}

/**
 * Whether what is known is about the same directory with the same mounts in it. Where something is mounted elsewhere now, no
 * directory's time tells what came into view.
 */
export function isSameGround(one: IKnownGround, other: IKnownGround): boolean {
  return (
    one.root === other.root &&
    one.device === other.device &&
    one.inode === other.inode &&
    one.mounts.length === other.mounts.length &&
    one.mounts.every((mount, at) => mount === other.mounts[at])
  );
}

/**
 * A time that was over when something began, in whole seconds since 1970, even where the clock was set back while it went on.
 *
 * @param elapsedMs - How long it took, by a clock that nobody sets.
 */
export function secondsBefore(
  beganMs: number,
  endedMs: number,
  elapsedMs: number
): number {
  return Math.floor(Math.min(beganMs, endedMs - elapsedMs) / 1000);
}

/** What numbers take from an earlier count. */
export interface IAssumed {
  /** Directories with files that were not read for these numbers. */
  readonly directories: number;
  /** When the first of them was read. */
  readonly sinceMs: number;
}

/**
 * What of a tree was read before a count began.
 *
 * A directory without files is not among it: its list of names is known by its time, and nothing else is in it.
 *
 * @param native - What is compiled; null: they are counted without it.
 * @returns Null: nothing.
 */
export function assumedIn(
  { columns, readAt, linked }: IKnownTree,
  beganMs: number,
  native: INative | null = null
): IAssumed | null {
  // Files with several names are counted elsewhere.
  const files = columns.files.slice(0, readAt.length);
  for (const { directory } of linked.names()) {
    files[directory] = 1;
  }
  const before = Math.floor(beganMs / 1000);
  const oldest = new Uint32Array(1);
  const directories = native
    ? native.countOlder(readAt, files, before, oldest)
    : countOlder(readAt, files, before, oldest);
  const [since = 0] = oldest;
  return directories === 0 ? null : { directories, sinceMs: since * 1000 };
}

function countOlder(
  readAt: Uint32Array,
  files: Uint32Array,
  before: number,
  oldest: Uint32Array
): number {
  let directories = 0;
  let since = Infinity;
  for (const [id, read] of readAt.entries()) {
    if (read < before && (files[id] ?? 0) > 0) {
      directories += 1;
      since = Math.min(since, read);
    }
  }
  oldest[0] = since;
  return directories;
}
