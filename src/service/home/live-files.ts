import { constants } from 'node:fs';
import {
  lstat,
  open,
  opendir,
  readlink,
  type FileHandle
} from 'node:fs/promises';
import { LeapError } from '../../contract';
import type { Gate } from './scan/node/gate';
import { HOLD_CALLS, LIST_CALLS } from './deletion/held-directory';
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

/** Under an operator's ceiling: as many as can be looked at while somebody still waits. */
const PATIENCE_SECONDS = 20;

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

/** How many names of a directory are looked at. */
export function namesRead(operationsPerSecond: number | null): number {
  return Math.min(
    MOST_NAMES,
    PATIENCE_SECONDS * (operationsPerSecond ?? Infinity)
  );
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
  signal: AbortSignal,
  gate: Gate,
  mostNames = MOST_NAMES
): Promise<ILiveFiles> {
  const bytes = encodeName(path);
  if (bytes.length > LONGEST_PATH) {
    return { largest: [], count: 0, isComplete: false };
  }
  await gate.pass(signal, HOLD_CALLS + LIST_CALLS);
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
    const names = await readSomeNames(`${held}/`, mostNames);
    const isWhole = names.length < mostNames;
    const found = new LargestEntries(most);
    const pass = (): Promise<void> => gate.pass(signal);
    const failed = await look(`${held}/`, names, found, pass);
    return {
      largest: found.largest,
      count: found.count,
      isComplete: isWhole && failed === 0
    };
  } finally {
    await handle.close();
  }
}

/** @returns How many could not be looked at: gone in the meantime, or not ours to look at. */
async function look(
  prefix: string,
  names: readonly Buffer[],
  found: LargestEntries,
  pass: () => Promise<void>
): Promise<number> {
  const waiting = names.values();
  let failed = 0;
  const walk = async (): Promise<void> => {
    for (const name of waiting) {
      await pass();
      try {
        const stats = await lstat(Buffer.concat([Buffer.from(prefix), name]));
        if (!isDirectory(stats)) {
          found.add(fileEntry(name, stats));
        }
      } catch {
        failed += 1;
      }
    }
  };
  await settle(Array.from({ length: AT_ONCE }, walk));
  return failed;
}

/** Nothing is under way any more when the directory is closed: its number may then be another one's. */
async function settle(walks: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(walks)) {
    if (end.status === 'rejected') {
      throw end.reason;
    }
  }
}

/** Byte by byte (latin1), because a name need not be UTF-8. */
async function readSomeNames(
  directory: string,
  most: number
): Promise<Buffer[]> {
  const names: Buffer[] = [];
  const entries = await opendir(directory, {
    encoding: 'latin1',
    bufferSize: 1024
  });
  for await (const { name } of entries) {
    names.push(Buffer.from(name, 'latin1'));
    if (names.length === most) {
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
