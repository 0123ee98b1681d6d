import type { HomeEntry, HomeUsage } from '../contract';
import type { DirectoryColumns } from '../service/home/scan/tree/columns';
import {
  directoryEntry,
  othersOf,
  rootFiles
} from '../service/home/scan/report';
import type { ITotals } from '../service/home/scan/walk/totals';
import type { Walk } from '../service/home/scan/walk/walk';

/** A directory with the directories in it, as many levels as were asked for. */
export interface IDirectory extends HomeEntry {
  readonly children?: IDirectory[];
}

/** Which number says how large something is. */
export type Measure = 'usedBytes' | 'apparentBytes';

/** The directory that was walked, its name empty, with the levels below it. */
export function directoriesTo(
  depth: number,
  columns: DirectoryColumns,
  totals: ITotals,
  measure: Measure
): IDirectory {
  const shown = new Map<number, IDirectory>();
  const root: IDirectory = {
    ...directoryEntry(columns.name(0), totals, 0),
    children: []
  };
  shown.set(0, root);
  // A directory's number is greater than its parent's, so the parent is there already.
  for (let id = 1; id < totals.count; id += 1) {
    const level = columns.depth[id] ?? 0;
    if (level <= depth) {
      const entry = directoryEntry(columns.name(id), totals, id);
      const directory: IDirectory =
        level < depth ? { ...entry, children: [] } : entry;
      shown.get(columns.parent[id] ?? 0)?.children?.push(directory);
      shown.set(id, directory);
    }
  }
  for (const { children } of shown.values()) {
    children?.sort(biggestFirst(measure));
  }
  return root;
}

/** The children to show, directories and files, and what that leaves out. */
export function topChildren(
  root: IDirectory,
  walk: Walk,
  totals: ITotals,
  { top, measure }: { top: number | undefined; measure: Measure }
): Pick<HomeUsage, 'children' | 'otherChildren'> {
  const directories = root.children ?? [];
  const children = [...directories, ...rootFiles(walk)]
    .sort(biggestFirst(measure))
    .slice(0, top);
  const entries = directories.length + walk.rootEntries.count;
  return {
    children,
    otherChildren: othersOf(walk, totals, children, entries)
  };
}

/** Names decide between equals, so that the order is always the same. */
function biggestFirst(
  measure: Measure
): (one: HomeEntry, other: HomeEntry) => number {
  return (one, other) =>
    other[measure] - one[measure] || (one.name < other.name ? -1 : 1);
}
