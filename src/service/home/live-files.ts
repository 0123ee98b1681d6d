import { constants } from 'node:fs';
import {
  lstat,
  open,
  opendir,
  readlink,
  type FileHandle
} from 'node:fs/promises';
import { LeapError } from '../../contract';
import { isDirectory } from './scan/tree/tally';
import { encodeName } from './scan/tree/names';
import { errorName } from './scan/tree/files';
import {
  LargestEntries,
  fileEntry,
  type IFileEntry
} from './scan/tree/root-entries';

/** Names looked at in one directory: beyond, the numbers of the last scan must do. */
const MOST_NAMES = 20_000;

/** Beyond, the kernel neither opens a path nor says where an open directory is. */
const LONGEST_PATH = 4000;

/** Calls in flight for one directory. */
const AT_ONCE = 16;

/** The files that lie directly in a directory now. */
export interface ILiveFiles {
  readonly largest: readonly IFileEntry[];
  readonly count: number;
  /** False: some could not be looked at, or there are more than anybody would read. */
  readonly isComplete: boolean;
}

/**
 * List the files directly in a directory of the home, the largest by name.
 *
 * The path must not lead through a symbolic link: where it ends is compared with where it should.
 *
 * @param path - Absolute, as `decodeName` writes it.
 * @throws LeapError `not-found` when it is not there any more, `forbidden`.
 */
export async function listFiles(
  path: string,
  most: number,
  signal: AbortSignal
): Promise<ILiveFiles> {
  const bytes = encodeName(path);
  if (bytes.length > LONGEST_PATH) {
    return { largest: [], count: 0, isComplete: false };
  }
  const handle = await openDirectory(bytes);
  try {
    const held = `/proc/self/fd/${handle.fd}`;
    const where = await readlink(held, 'buffer');
    if (!where.equals(bytes)) {
      throw new LeapError(
        'not-found',
        'This folder was replaced by another one. Count again.'
      );
    }
    return await look(`${held}/`, most, signal);
  } finally {
    await handle.close();
  }
}

async function look(
  prefix: string,
  most: number,
  signal: AbortSignal
): Promise<ILiveFiles> {
  const found = new LargestEntries(most);
  const names = await readSomeNames(prefix);
  const waiting = names.values();
  let failed = 0;
  const walk = async (): Promise<void> => {
    for (const name of waiting) {
      signal.throwIfAborted();
      try {
        const stats = await lstat(Buffer.concat([Buffer.from(prefix), name]));
        if (!isDirectory(stats)) {
          found.add(fileEntry(name, stats));
        }
      } catch {
        // Gone in the meantime, or not ours to look at: the answer says that it is not complete.
        failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return {
    largest: found.largest,
    count: found.count,
    isComplete: failed === 0 && names.length < MOST_NAMES
  };
}

/** Byte by byte (latin1), because a name need not be UTF-8. */
async function readSomeNames(directory: string): Promise<Buffer[]> {
  const names: Buffer[] = [];
  const entries = await opendir(directory, {
    encoding: 'latin1',
    bufferSize: 1024
  });
  for await (const { name } of entries) {
    names.push(Buffer.from(name, 'latin1'));
    if (names.length === MOST_NAMES) {
      break;
    }
  }
  return names;
}

async function openDirectory(path: Buffer): Promise<FileHandle> {
  try {
    return await open(
      path,
      constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW
    );
  } catch (reason) {
    const name = errorName(reason);
    throw name === 'EACCES' || name === 'EPERM'
      ? new LeapError('forbidden', 'You may not read this folder.', {
          cause: reason
        })
      : new LeapError(
          'not-found',
          'This folder is not there any more. Count again.',
          { cause: reason }
        );
  }
}
