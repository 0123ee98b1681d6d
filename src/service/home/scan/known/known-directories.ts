import { isSame } from '../tree/anchor';
import { INCOMPLETE, SAME_DEVICE } from '../tree/columns';
import type { IKnownBefore } from '../tree/known-before';
import type { IKnownTree } from './known-tree';
import { LOST, READ, type IKnownMarks } from '../tree/marks';
import type { ITrust } from '../tree/trust';
import { directoryStart, isDirectory, type EntryStats } from '../tree/tally';

/**
 * A directory that changed less than this before it was read is read again: within one tick of a file system's clock (two
 * seconds at most) a second change looks like the first, and a file server's clock differs from ours.
 */
const DOUBT_MS = 10_000;

/** What a look at a directory tells. */
export type Looked = 'holds' | 'read' | 'lost';

/**
 * The directories of an earlier count while they are looked at again: which of them still hold what was counted.
 */
export class KnownDirectories implements IKnownBefore {
  /** @param nowMs - What the clock says as the count begins. */
  constructor(
    private readonly _known: IKnownTree,
    private readonly _nowMs: number
  ) {
    this.count = _known.readAt.length;
    this._states = new Uint8Array(this.count);
    this._met = new Uint8Array(this.count);
  }

  readonly count: number;

  /** Those of them that were read again. */
  get read(): readonly number[] {
    return this._read;
  }

  get trust(): ITrust {
    return {
      readAt: this._known.readAt,
      doubtMs: DOUBT_MS,
      nowMs: this._nowMs
    };
  }

  get marks(): IKnownMarks {
    return {
      trust: this.trust,
      children: this._known.children.prepare(),
      states: this._states,
      met: this._met
    };
  }

  /** By number, 1: all of it is known since it was read again, or it was found as it was. */
  get seen(): Uint8Array {
    const { columns } = this._known;
    const seen = new Uint8Array(columns.count);
    seen.set(this._met);
    const readNow = (id: number): void => {
      seen[id] = Number(((columns.flags[id] ?? 0) & INCOMPLETE) === 0);
    };
    this._read.forEach(readNow);
    for (let id = this.count; id < columns.count; id += 1) {
      readNow(id);
    }
    return seen;
  }

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

  meet(id: number, stats: EntryStats): boolean {
    const state = this._states[id] ?? 0;
    this._met[id] = 1;
    if (
      (state & READ) !== 0 ||
      ((state & LOST) === 0 && this._holds(id, stats))
    ) {
      return false;
    }
    this._begin(id, stats);
    return true;
  }

  childrenOf(parent: number): ReadonlyMap<number, number> {
    const { columns, children } = this._known;
    const byInode = new Map<number, number>();
    for (const id of children.of(parent)) {
      byInode.set(columns.inode[id] ?? 0, id);
    }
    return byInode;
  }

  /** By number, 1: no longer there, or below one that is not. Null: all are there. */
  gone(): Uint8Array | null {
    const { columns, children } = this._known;
    let isGone: Uint8Array | null = null;
    for (const id of this._read) {
      for (const child of children.of(id)) {
        if (this._met[child] !== 1) {
          isGone ??= new Uint8Array(columns.count);
          isGone[child] = 1;
        }
      }
    }
    if (isGone === null) {
      return null;
    }
    for (let id = 1; id < isGone.length; id += 1) {
      isGone[id] ||= isGone[columns.parent[id] ?? 0] ?? 0;
    }
    return isGone;
  }

  private _begin(id: number, stats: EntryStats): void {
    this._states[id] = (this._states[id] ?? 0) | READ;
    this._read.push(id);
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

  private readonly _states: Uint8Array<ArrayBuffer>;
  private readonly _met: Uint8Array<ArrayBuffer>;
  private readonly _read: number[] = [];
}
