import { access, constants, stat, statfs } from 'node:fs/promises';
import type { HomeUsage } from '../../contract';
import type { IServiceContext } from '../config';
import { isOnHub } from '../hub-address';
import { systemCode } from '../system-error';

/** The file system of a container's own files (statfs(2)): it goes with the container. */
const OVERLAY = 0x794c_7630;

/** With less left not even a small notebook can be saved. */
const ROOM_BYTES = 1 << 20;

/** The calls that tell; tests put others in their place. */
export type StandingFiles = Pick<
  typeof import('node:fs/promises'),
  'access' | 'stat' | 'statfs'
>;

/**
 * Whether what is saved in the home is there after a restart: as the operator says, else no where a hub's server
 * has it among the container's own files.
 */
export async function isKept(
  {
    config: { homeDirectory, homeKept },
    env
  }: Pick<IServiceContext, 'config' | 'env'>,
  files: StandingFiles = { access, stat, statfs }
): Promise<boolean> {
  if (homeKept !== null || !isOnHub(env)) {
    return homeKept ?? true;
  }
  try {
    const [home, root, { type }] = await Promise.all([
      files.stat(homeDirectory),
      files.stat('/'),
      files.statfs('/')
    ]);
    return home.dev !== root.dev || type !== OVERLAY;
  } catch {
    // What cannot be looked at is not called lost.
    return true;
  }
}

/** Whether anything can be saved in the home and deleted from it. */
export async function isWritable(
  directory: string,
  files: StandingFiles = { access, stat, statfs }
): Promise<boolean> {
  try {
    await files.access(directory, constants.W_OK | constants.X_OK);
    return true;
  } catch (reason) {
    const code = systemCode(reason);
    // That it is not there at all is said elsewhere.
    return code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM';
  }
}

/**
 * What is left for its user on the disk that the home lies on, and whether that is nothing. A quota is another matter: where it
 * is kept by a file server, this asks the whole disk.
 */
export async function roomOnDisk(
  directory: string,
  files: Pick<StandingFiles, 'statfs'> = { statfs }
): Promise<Pick<HomeUsage, 'diskFull' | 'diskFreeBytes'>> {
  try {
    const { bavail, blocks, bsize } = await files.statfs(directory);
    // Some file systems, as those over a bucket, say nothing of their size.
    if (blocks > 0) {
      const diskFreeBytes = bavail * bsize;
      return { diskFull: diskFreeBytes < ROOM_BYTES, diskFreeBytes };
    }
  } catch {
    // What cannot be asked is not called full.
  }
  return { diskFull: false, diskFreeBytes: null };
}
