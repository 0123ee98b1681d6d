import type {
  HomeDirectory,
  HomeEntry,
  HomePath,
  HomeUsage
} from '../../../contract';
import type { Loadable } from '../../loadable';

/** Something that was deleted, with what it held. */
export interface IDeleted {
  readonly path: HomePath;
  readonly usedBytes: number;
  readonly files: number;
}

type Open = ReadonlyMap<HomePath, Loadable<HomeDirectory>>;

/**
 * What a count would say after a deletion, as far as it can be told without one.
 *
 * @param freedBytes - What became free in all: less than the sum where files have other names.
 */
export function usageAfter(
  usage: HomeUsage,
  deleted: readonly IDeleted[],
  freedBytes: number
): HomeUsage {
  const files = deleted.reduce((sum, entry) => sum + entry.files, 0);
  return {
    ...usage,
    usedBytes: Math.max(0, usage.usedBytes - freedBytes),
    files: Math.max(0, usage.files - files),
    children: childrenAfter('', usage.children, deleted)
  };
}

/**
 * The unfolded directories that are left after a deletion.
 */
export function openAfter(open: Open, deleted: readonly IDeleted[]): Open {
  const left = new Map<HomePath, Loadable<HomeDirectory>>();
  for (const [path, directory] of open) {
    if (!deleted.some(gone => isIn(path, gone.path))) {
      left.set(path, directoryAfter(path, directory, deleted));
    }
  }
  return left;
}

function directoryAfter(
  path: HomePath,
  directory: Loadable<HomeDirectory>,
  deleted: readonly IDeleted[]
): Loadable<HomeDirectory> {
  if (!directory.value) {
    return directory;
  }
  const children = childrenAfter(path, directory.value.children, deleted);
  return { ...directory, value: { ...directory.value, children } };
}

function childrenAfter(
  parent: HomePath,
  children: readonly HomeEntry[],
  deleted: readonly IDeleted[]
): HomeEntry[] {
  return children
    .map(child => {
      const path = parent === '' ? child.name : `${parent}/${child.name}`;
      return entryAfter(path, child, deleted);
    })
    .filter(child => child !== null)
    .sort((one, other) => other.usedBytes - one.usedBytes);
}

/** Null: it is gone. */
function entryAfter(
  path: HomePath,
  entry: HomeEntry,
  deleted: readonly IDeleted[]
): HomeEntry | null {
  let { usedBytes, files } = entry;
  for (const gone of deleted) {
    if (gone.path === path) {
      return null;
    }
    if (isIn(gone.path, path)) {
      usedBytes = Math.max(0, usedBytes - gone.usedBytes);
      files = Math.max(0, files - gone.files);
    }
  }
  return { ...entry, usedBytes, files };
}

function isIn(path: HomePath, directory: HomePath): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
