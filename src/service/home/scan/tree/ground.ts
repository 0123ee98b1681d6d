import fs from 'node:fs';
import { LeapError } from '../../../../contract/leap-error';
import { unreadableSentence } from '../../../../contract/system-words';
import { errorName } from './files';
import type { SizeTrust } from './list-lengths';
import { mountsBelow } from './mounts';
import { decodeName } from './names';
import { isDirectory, usedBytes } from './tally';

/**
 * File systems whose directories' sizes grow with their names, and which keep their times as POSIX wants them (magic numbers of
 * statfs(2)): ext, XFS, btrfs, tmpfs, NFS, overlay, ZFS.
 */
const WELL_KNOWN: ReadonlySet<number> = new Set([
  0xef53, 0x5846_5342, 0x9123_683e, 0x0102_1994, 0x6969, 0x794c_7630,
  0x2fc1_2fc1
]);

/** The directory a walk begins with, and what is known of its surroundings. */
export interface IGroundPlan {
  /** Absolute, without symbolic links, as `decodeName` writes it. */
  readonly root: string;
  readonly stats: fs.Stats;
  /** Mount points in it, relative to it. */
  readonly mounts: readonly string[];
  readonly sizeTrust: SizeTrust;
  /** Whether a directory's change time changes with its list of names. */
  readonly keepsTimes: boolean;
  /** Whether open directories can be named, so that threads and calls in flight can hold them. */
  readonly hasDescriptors: boolean;
}

/**
 * Look at the directory that shall be walked.
 *
 * @throws LeapError `not-found`, `forbidden`, `bad-request` when it is not a directory, else `unavailable`.
 */
export function survey(directory: string): IGroundPlan {
  try {
    const bytes = fs.realpathSync.native(directory, 'buffer');
    const stats = fs.lstatSync(bytes);
    if (!isDirectory(stats)) {
      throw new LeapError('bad-request', 'This is not a directory.');
    }
    const root = decodeName(bytes);
    const isWellKnown = WELL_KNOWN.has(fs.statfsSync(bytes).type);
    return {
      root,
      stats,
      mounts: mountsBelow(readMountinfo(), root),
      sizeTrust: isWellKnown ? 'always' : trustIn(stats),
      keepsTimes: isWellKnown,
      hasDescriptors: fs.existsSync('/proc/self/fd')
    };
  } catch (reason) {
    throw describe(reason);
  }
}

/** Some file systems say the same size of every directory, or none; they take no blocks for it. */
function trustIn(stats: fs.Stats): SizeTrust {
  return stats.size > 0 && usedBytes(stats) >= stats.size
    ? 'until-wrong'
    : 'never';
}

function readMountinfo(): Buffer {
  try {
    return fs.readFileSync('/proc/self/mountinfo');
  } catch {
    // Not Linux: then mounts are counted as `du` counts them.
    return Buffer.alloc(0);
  }
}

function describe(reason: unknown): LeapError {
  if (reason instanceof LeapError) {
    return reason;
  }
  const cause = { cause: reason };
  switch (errorName(reason)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new LeapError('not-found', 'There is no such directory.', cause);
    case 'EACCES':
    case 'EPERM':
      return new LeapError(
        'forbidden',
        'You may not read this directory.',
        cause
      );
    default:
      return new LeapError(
        'unavailable',
        unreadableSentence('The directory', errorName(reason)),
        cause
      );
  }
}
