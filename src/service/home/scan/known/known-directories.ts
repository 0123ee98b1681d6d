import { isSame } from '../tree/anchor';
import { INCOMPLETE, SAME_DEVICE } from '../tree/columns';
import type { IKnownTree } from './known-tree';
import { directoryStart, isDirectory, type EntryStats } from '../tree/tally';

/**
 * A directory that changed less than this before it was read is read again: within one tick of a file system's clock (two
 * seconds at most) a second change looks like the first, and a file server's clock differs from ours.
 */
const DOUBT_MS = 10_000;

/** It is to be read, or was. */
const READ = 1;
/** It was met in the directory it stands in. */
const MET = 2;
/** It is not where it was. */
const LOST = 4;

/** What a look at a directory tells. */
export type Looked = 'holds' | 'read' | 'lost';

/**
 * The directories of an earlier count while they are looked at again: which of them still hold what was counted.
 */
export class KnownDirectories {
  /** @param nowMs - What the clock says as the count begins. */
  constructor(
    private readonly _known: IKnownTree,
    private readonly _nowMs: number
  ) {
    this.count = _known.readAt.length;
    this._states = new Uint8Array(this.count);
  }

  /** Higher numbers are directories that nobody knew. */
  readonly count: number;

  isRead(id: number): boolean {
    return id >= this.count || ((this._states[id] ?? 0) & READ) !== 0;
  }

  isLost(id: number): boolean {
    return ((this._states[id] ?? 0) & LOST) !== 0;
  }

  /**
   * Take note of what stands at a directory's path.
   *
   * @param stats - Null: nothing that can be looked at.
   * @param isForced - It shall be read in any case.
   */
  look(id: number, stats: EntryStats | null, isForced: boolean): Looked {
    if (stats === null || !this._isSame(id, stats)) {
      this._states[id] = (this._states[id] ?? 0) | LOST;
      return 'lost';
    }
    if (this.isRead(id) || (!isForced && this._holds(id, stats))) {
      return 'holds';
    }
    this._begin(id, stats);
    return 'read';
  }

  /** Whether it holds what was counted, if nothing about it changed. */
  isReliable(id: number): boolean {
    return this.isRead(id) || this._isReliable(id);
  }

  /**
   * The number of a directory that was found in one that is read again; undefined: nobody knew it.
   *
   * @param children - The known ones in that directory, by inode.
   */
  find(
    children: ReadonlyMap<number, number>,
    name: string,
    stats: EntryStats
  ): number | undefined {
    const id = children.get(stats.ino);
    return id !== undefined &&
      this._isSame(id, stats) &&
      this._known.columns.nameText(id) === name
      ? id
      : undefined;
  }

  /** It was found where it was known to be; true: it has to be read as well. */
  meet(id: number, stats: EntryStats): boolean {
    const state = (this._states[id] ?? 0) | MET;
    this._states[id] = state;
    if (
      (state & READ) !== 0 ||
      ((state & LOST) === 0 && this._holds(id, stats))
    ) {
      return false;
    }
    this._begin(id, stats);
    return true;
  }

  /** The known directories in one of them, by inode. */
  childrenOf(parent: number): ReadonlyMap<number, number> {
    const { parent: parents, inode } = this._known.columns;
    this._children ??= childrenByParent(parents, this.count);
    const { start, ids } = this._children;
    const children = new Map<number, number>();
    const end = start[parent + 1] ?? 0;
    for (let at = start[parent] ?? 0; at < end; at += 1) {
      const id = ids[at] ?? 0;
      children.set(inode[id] ?? 0, id);
    }
    return children;
  }

  /** By number, 1: no longer there, or below one that is not. */
  gone(): Uint8Array {
    const { columns } = this._known;
    const isGone = new Uint8Array(columns.count);
    for (let id = 1; id < isGone.length; id += 1) {
      const parent = columns.parent[id] ?? 0;
      const isMissing =
        id < this.count &&
        this.isRead(parent) &&
        ((this._states[id] ?? 0) & MET) === 0;
      isGone[id] = isGone[parent] || isMissing ? 1 : 0;
    }
    return isGone;
  }

  private _begin(id: number, stats: EntryStats): void {
    this._states[id] = (this._states[id] ?? 0) | READ;
    const { columns, ground } = this._known;
    columns.begin(id, directoryStart(stats, ground.device));
  }

  private _isSame(id: number, stats: EntryStats): boolean {
    const { columns, ground } = this._known;
    return isDirectory(stats) && isSame(columns, id, ground.device, stats);
  }

  /** Nothing came into it or left it since it was read. */
  private _holds(id: number, stats: EntryStats): boolean {
    const { statusMs } = this._known.columns;
    return stats.ctimeMs === statusMs[id] && this._isReliable(id);
  }

  /** What its change time says can be believed. Anything doubtful cannot. */
  private _isReliable(id: number): boolean {
    const { columns, readAt } = this._known;
    const flags = columns.flags[id] ?? 0;
    const readMs = (readAt[id] ?? 0) * 1000;
    return (
      (flags & (INCOMPLETE | SAME_DEVICE)) === SAME_DEVICE &&
      (columns.statusMs[id] ?? Infinity) < readMs - DOUBT_MS &&
      readMs <= this._nowMs
    );
  }

  private readonly _states: Uint8Array;
  private _children: IChildren | undefined;
}

interface IChildren {
  /** Where the children of each directory begin; one more than there are directories. */
  readonly start: Uint32Array;
  readonly ids: Uint32Array;
}

/** Counted and then placed: two passes, twelve bytes a directory. */
function childrenByParent(parent: Uint32Array, count: number): IChildren {
  const start = new Uint32Array(count + 1);
  for (let id = 1; id < count; id += 1) {
    const after = (parent[id] ?? 0) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let id = 1; id <= count; id += 1) {
    start[id] = (start[id] ?? 0) + (start[id - 1] ?? 0);
  }
  const next = start.slice(0, count);
  const ids = new Uint32Array(count);
  for (let id = 1; id < count; id += 1) {
    const above = parent[id] ?? 0;
    const at = next[above] ?? 0;
    ids[at] = id;
    next[above] = at + 1;
  }
  return { start, ids };
}
