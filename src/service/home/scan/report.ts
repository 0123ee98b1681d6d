import type { HomeCount, HomeEntry } from '../../../contract';
import type { DirectoryColumns } from './tree/columns';
import { instantOf } from './tree/instant';
import type { IAssumed } from './known/known-tree';
import { decodeName } from './tree/names';
import type { IFileEntry } from './tree/root-entries';
import { usedBytes } from './tree/tally';
import { totalsOf, type ITotals } from './walk/totals';
import type { Counted } from './walk/walk';

/** Children that are named; what is smaller is summed. */
export const MAX_CHILDREN = 1000;

/** What a walk itself knows of a home's usage. */
export type WalkReport = Omit<
  HomeCount,
  'phase' | 'startedAt' | 'scannedAt' | 'durationMs'
>;

/**
 * The numbers of a walk, as far as it has come.
 */
export function reportOf(
  walk: Counted,
  totals = totalsOf(walk.tree.columns, walk.linked),
  assumed: IAssumed | null = null
): WalkReport {
  const { tree, plan, unreadable } = walk;
  const directories = childDirectories(tree.columns, totals, 0);
  const entries = directories.length + walk.rootEntries.count;
  const children = [...directories, ...rootFiles(walk)]
    .sort(biggestFirst)
    .slice(0, MAX_CHILDREN);
  return {
    usedBytes: totals.usedBytes[0] ?? 0,
    apparentBytes: totals.apparentBytes[0] ?? 0,
    files: totals.files[0] ?? 0,
    directories: totals.directories[0] ?? 0,
    complete: tree.work.unreadable === 0,
    unreadable: [...unreadable]
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .slice(0, 100),
    unreadableCount: tree.work.unreadable,
    excludedMounts: [...plan.mounts],
    children,
    otherChildren: othersOf(walk, totals, children, entries),
    assumed: assumed && {
      directories: assumed.directories,
      since: instantOf(assumed.sinceMs)
    }
  };
}

/** What a list of the root's children leaves out. The root's own blocks are nobody's. */
export function othersOf(
  { plan }: Pick<Counted, 'plan'>,
  totals: ITotals,
  children: readonly HomeEntry[],
  entries: number
): HomeCount['otherChildren'] {
  const left = entries - children.length;
  const named = children.reduce((sum, entry) => sum + entry.usedBytes, 0);
  const all = (totals.usedBytes[0] ?? 0) - usedBytes(plan.stats);
  return {
    entries: left,
    usedBytes: left === 0 ? 0 : Math.max(0, all - named)
  };
}

/** Directories directly in this one, with all below each. */
function childDirectories(
  columns: Pick<DirectoryColumns, 'parent' | 'name'>,
  totals: ITotals,
  directory: number
): HomeEntry[] {
  const children: HomeEntry[] = [];
  const parents = columns.parent.subarray(0, totals.count);
  for (
    let id = parents.indexOf(directory, directory + 1);
    id >= 0;
    id = parents.indexOf(directory, id + 1)
  ) {
    children.push(directoryEntry(columns.name(id), totals, id));
  }
  return children;
}

/** A directory with all below it as a row of the table. */
export function directoryEntry(
  name: Uint8Array,
  totals: Omit<ITotals, 'count'>,
  id: number
): HomeEntry {
  return {
    name: decodeName(name),
    kind: 'directory',
    usedBytes: totals.usedBytes[id] ?? 0,
    apparentBytes: totals.apparentBytes[id] ?? 0,
    files: totals.files[id] ?? 0,
    directories: totals.directories[id] ?? 0,
    newestChangeAt: instantOf(totals.newestMs[id] ?? 0),
    complete: totals.incomplete[id] === 0
  };
}

/** A file as a row of the table. A file with several names counts once, in the directory that comes first. */
export function fileRows(
  files: readonly IFileEntry[],
  isCountedHere: (volume: number, inode: number) => boolean
): HomeEntry[] {
  const seen = new Set<string>();
  return files.map(
    ({ name, kind, usedBytes, apparentBytes, changedMs, linked }) => {
      const key = linked ? `${linked.volume}:${linked.inode}` : null;
      const isCounted =
        linked === null ||
        (isCountedHere(linked.volume, linked.inode) && !seen.has(key ?? ''));
      if (key !== null) {
        seen.add(key);
      }
      return {
        name,
        kind,
        usedBytes: isCounted ? usedBytes : 0,
        apparentBytes: isCounted ? apparentBytes : 0,
        files: 1,
        directories: 0,
        newestChangeAt: instantOf(changedMs),
        complete: true
      };
    }
  );
}

/** By used bytes; by name where those are equal, so that rows do not jump. */
export function biggestFirst(one: HomeEntry, other: HomeEntry): number {
  return other.usedBytes - one.usedBytes || (one.name < other.name ? -1 : 1);
}

export function rootFiles({ rootEntries, linked }: Counted): HomeEntry[] {
  return fileRows(
    rootEntries.largest,
    (volume, inode) => linked.owner(volume, inode) === 0
  );
}
