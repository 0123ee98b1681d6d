import { join } from 'node:path';
import {
  LeapError,
  type HomeDirectory,
  type HomeEntry,
  type HomePath
} from '../../contract';
import type { Gate } from './scan/node/gate';
import type { IFinishedScan } from './finished-scan';
import { listFiles, type ILiveFiles } from './live-files';
import {
  biggestFirst,
  directoryEntry,
  fileRows,
  MAX_CHILDREN
} from './scan/report';
import {
  findDirectory,
  nameOf,
  ownerOf,
  type ISnapshot
} from './scan/snapshot';

/**
 * One directory of the last scan: its subdirectories as they were counted, its files as they are now.
 *
 * @param home - Absolute, without symbolic links.
 * @throws LeapError `unavailable` when there was no scan that knows, `not-found` when the scan did not see it.
 */
export async function describeDirectory(
  home: string,
  scan: IFinishedScan | null,
  path: HomePath,
  signal: AbortSignal,
  polite: { readonly gate: Gate; readonly mostNames: number }
): Promise<HomeDirectory> {
  if (!scan?.snapshot) {
    throw new LeapError(
      'unavailable',
      'The home directory has to be counted first: refresh the storage panel.'
    );
  }
  const { snapshot, usage } = scan;
  const id = findDirectory(snapshot, path);
  if (id === null) {
    throw new LeapError(
      'not-found',
      'This folder was not there when the home directory was last counted. Count again.'
    );
  }
  const live = await listFiles(
    join(home, path),
    MAX_CHILDREN,
    signal,
    polite.gate,
    polite.mostNames
  );
  return {
    path,
    ...assemble(snapshot, id, live),
    scannedAt: usage.scannedAt
  };
}

/** Subdirectories and files in one list, biggest first, and what the list leaves out. */
function assemble(
  snapshot: ISnapshot,
  id: number,
  live: ILiveFiles
): Omit<HomeDirectory, 'path' | 'scannedAt'> {
  const directories = subdirectories(snapshot, id);
  const files = fileRows(
    live.largest,
    (_, inode) => (ownerOf(snapshot, inode) ?? id) === id
  );
  const all = [...directories, ...files].sort(biggestFirst);
  const children = all.slice(0, MAX_CHILDREN);
  const usedBytes = snapshot.usedBytes[id] ?? 0;
  const counted = directories.reduce((sum, entry) => sum + entry.files, 0);
  // Files too many to look at are known by what the scan counted.
  const fileCount = Math.max(
    live.count,
    live.isComplete ? 0 : (snapshot.files[id] ?? 0) - counted
  );
  const named = children.reduce((sum, entry) => sum + entry.usedBytes, 0);
  const entries = directories.length + fileCount - children.length;
  return {
    usedBytes,
    complete: snapshot.incomplete[id] === 0,
    children,
    otherChildren: {
      entries,
      usedBytes: entries === 0 ? 0 : Math.max(0, usedBytes - named)
    }
  };
}

function subdirectories(snapshot: ISnapshot, directory: number): HomeEntry[] {
  const found: HomeEntry[] = [];
  for (let id = directory + 1; id < snapshot.parent.length; id += 1) {
    if (snapshot.parent[id] === directory) {
      found.push(directoryEntry(nameOf(snapshot, id), snapshot, id));
    }
  }
  return found;
}
