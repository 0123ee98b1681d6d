import type { Stats } from 'node:fs';
import type { IContent, IDirectoryStart } from './columns';

/** What a count needs to know of an entry; times are milliseconds since 1970. */
export type EntryStats = Pick<
  Stats,
  'dev' | 'ino' | 'mode' | 'nlink' | 'size' | 'blocks' | 'mtimeMs' | 'ctimeMs'
>;

const TYPE = 0o170_000;
const DIRECTORY = 0o040_000;
const REGULAR = 0o100_000;
const LINK = 0o120_000;

/** What `st_blocks` counts in, whatever the file system's own blocks are. */
const BLOCK_BYTES = 512;

export function isDirectory(stats: EntryStats): boolean {
  return (stats.mode & TYPE) === DIRECTORY;
}

export function kindOf(
  stats: EntryStats
): 'directory' | 'file' | 'symlink' | 'other' {
  switch (stats.mode & TYPE) {
    case DIRECTORY:
      return 'directory';
    case REGULAR:
      return 'file';
    case LINK:
      return 'symlink';
    default:
      return 'other';
  }
}

/** What the quota counts. */
export function usedBytes(stats: EntryStats): number {
  return stats.blocks * BLOCK_BYTES;
}

/** What a file says it holds: of anything but files and links, the size means something else. */
export function apparentBytes(stats: EntryStats): number {
  const type = stats.mode & TYPE;
  return type === REGULAR || type === LINK ? stats.size : 0;
}

/** What is known of a directory by its stats, before it is opened. */
export function directoryStart(
  stats: EntryStats,
  rootDevice: number
): IDirectoryStart {
  return {
    inode: stats.ino,
    usedBytes: usedBytes(stats),
    changedMs: stats.mtimeMs,
    statusMs: stats.ctimeMs,
    sizeBytes: stats.size,
    sameDevice: stats.dev === rootDevice
  };
}

export function noContent(): IContent {
  return {
    usedBytes: 0,
    apparentBytes: 0,
    files: 0,
    newestMs: -Infinity,
    lowInode: Infinity,
    highInode: -Infinity
  };
}

/** Count a file that has one name. */
export function addFile(content: IContent, stats: EntryStats): void {
  content.usedBytes += stats.blocks * BLOCK_BYTES;
  const type = stats.mode & TYPE;
  if (type === REGULAR || type === LINK) {
    content.apparentBytes += stats.size;
  }
  content.files += 1;
  if (stats.mtimeMs > content.newestMs) {
    content.newestMs = stats.mtimeMs;
  }
  if (stats.ino < content.lowInode) {
    content.lowInode = stats.ino;
  }
  if (stats.ino > content.highInode) {
    content.highInode = stats.ino;
  }
}

/** Count what others added up. */
export function addContents(sum: IContent, more: IContent): void {
  sum.usedBytes += more.usedBytes;
  sum.apparentBytes += more.apparentBytes;
  sum.files += more.files;
  sum.newestMs = Math.max(sum.newestMs, more.newestMs);
  sum.lowInode = Math.min(sum.lowInode, more.lowInode);
  sum.highInode = Math.max(sum.highInode, more.highInode);
}
