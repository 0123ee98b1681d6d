import type { LinkedFiles } from './tree/linked';
import type { ITotals } from './walk/totals';
import type { DirectoryColumns } from './tree/columns';
import { encodeAsked } from './asked-path';
import { lowerBound } from './tree/lower-bound';

/**
 * Every directory of a finished walk with the numbers of its subtree, 46 bytes and a name each.
 */
export interface ISnapshot {
  readonly parent: Uint32Array;
  readonly nameStart: Uint32Array;
  readonly nameLength: Uint8Array;
  readonly names: Uint8Array;
  readonly usedBytes: Float64Array;
  readonly apparentBytes: Float64Array;
  readonly files: Uint32Array;
  readonly directories: Uint32Array;
  readonly newestMs: Float64Array;
  readonly incomplete: Uint8Array;
  /** Files with several names, ascending, and the directory each is counted in. */
  readonly linkedInode: Float64Array;
  readonly linkedOwner: Uint32Array;
}

export type SnapshotColumn = keyof ISnapshot;

/** The columns of a snapshot, some of them the walk's own: good until it goes on. */
export function* columnsOf(
  columns: DirectoryColumns,
  linked: LinkedFiles,
  totals: ITotals
): Generator<readonly [SnapshotColumn, ISnapshot[SnapshotColumn]]> {
  const { count } = totals;
  yield ['parent', columns.parent.subarray(0, count)];
  yield ['nameStart', columns.nameStarts(count)];
  yield ['nameLength', columns.nameLengths(count)];
  yield ['names', columns.nameBytes()];
  yield ['usedBytes', totals.usedBytes];
  yield ['apparentBytes', totals.apparentBytes];
  yield ['files', totals.files];
  yield ['directories', totals.directories];
  yield ['newestMs', totals.newestMs];
  yield ['incomplete', totals.incomplete];
  const { inodes, owners } = linked.sorted();
  yield ['linkedInode', inodes];
  yield ['linkedOwner', owners];
}

/**
 * The directory with this path; null: there was none.
 *
 * One pass suffices, because a directory's number is greater than its parent's.
 */
export function findDirectory(
  snapshot: ISnapshot,
  path: string
): number | null {
  const wanted = path === '' ? [] : path.split('/').map(encodeAsked);
  let found = 0;
  let level = 0;
  for (let id = 1; id < snapshot.parent.length; id += 1) {
    const name = wanted[level];
    if (name === undefined) {
      break;
    }
    if (
      snapshot.parent[id] === found &&
      snapshot.nameLength[id] === name.length &&
      name.equals(nameOf(snapshot, id))
    ) {
      found = id;
      level += 1;
    }
  }
  return level === wanted.length ? found : null;
}

export function nameOf(
  { nameStart, nameLength, names }: ISnapshot,
  id: number
): Uint8Array {
  const start = nameStart[id] ?? 0;
  return names.subarray(start, start + (nameLength[id] ?? 0));
}

/** The directory that a file with several names is counted in; null: not known. */
export function ownerOf(snapshot: ISnapshot, inode: number): number | null {
  const { linkedInode, linkedOwner } = snapshot;
  const at = lowerBound(linkedInode, inode);
  return linkedInode[at] === inode ? (linkedOwner[at] ?? null) : null;
}

/** Whether columns from elsewhere belong together and point nowhere outside themselves. */
export function isConsistent(snapshot: ISnapshot): boolean {
  const { parent, nameStart, nameLength, names } = snapshot;
  const count = parent.length;
  const columns = [
    nameStart,
    nameLength,
    snapshot.usedBytes,
    snapshot.apparentBytes,
    snapshot.files,
    snapshot.directories,
    snapshot.newestMs,
    snapshot.incomplete
  ];
  return (
    count > 0 &&
    columns.every(column => column.length === count) &&
    snapshot.linkedInode.length === snapshot.linkedOwner.length &&
    parent.every((above, id) => above < id || id === 0) &&
    nameStart.every(
      (start, id) => start + (nameLength[id] ?? 0) <= names.length
    )
  );
}
