import { LeapError } from '../../../../contract/leap-error';
import type { ICallHabits } from '../calls/call-habits';
import { Children } from './children';
import { hotDirectories } from './hot';
import { KnownDirectories } from './known-directories';
import { groundOf, secondsBefore, type IKnownTree } from './known-tree';
import type { IGroundPlan } from '../tree/ground';
import { Outcome } from './outcome';
import { LargeFiles } from '../tree/large-files';
import { inodeOf, LinkedFiles } from '../tree/linked';
import { lowerBound } from '../tree/lower-bound';
import { byPath, Paths } from '../tree/paths';
import { release } from '../tree/release';
import type { ISweep } from '../calls/sweep';
import type { ITrust } from '../tree/trust';
import { unseen } from './unseen';
import { Walk, type Counted } from '../walk/walk';

/** How much of a known tree is looked at: what is likely to have changed, or every directory. */
export type Scope = 'hot' | 'all';

/** A known tree after it was looked at again, and what that makes of its numbers. */
export interface IRevised {
  readonly counted: Counted;
  readonly known: IKnownTree;
  /** Directories that were read for it. */
  readonly read: number;
  /** By number, 1: how it is was found out. Null: by these numbers that is not known, or all of it was looked at. */
  readonly seen: Uint8Array | null;
}

/**
 * Count a tree again from what is known of it: directories are looked at, with one call each, and only those that changed are read.
 *
 * What is known is worked on in place: it is of no use afterwards, nor when this fails.
 */
export function revise(
  known: IKnownTree,
  plan: IGroundPlan,
  scope: Scope,
  options: Revision.IOptions
): Promise<IRevised> {
  return new Revision(known, plan, options).run(scope);
}

class Revision {
  constructor(
    private readonly _known: IKnownTree,
    private readonly _plan: IGroundPlan,
    private readonly _options: Revision.IOptions
  ) {
    this._beganMs = _options.nowMs();
    this._began = performance.now();
    this._book = new KnownDirectories(_known, this._beganMs);
    this._walk = new Walk(_plan, {
      ..._options,
      columns: _known.columns,
      known: this._book,
      keepsNames: true,
      habits: _known.habits
    });
    this._sweep = this._walk.sweep(_known.habits);
  }

  run(scope: Scope): Promise<IRevised> {
    return this._walk.inside(async () => {
      if (scope === 'hot') {
        const { hot } = this._options;
        await this._read(hot ?? hotDirectories(this._known, this._beganMs));
      } else {
        const { seen } = this._options;
        await this._look(unseen(this._book.count, seen), this._book.trust);
      }
      if (this._book.isLost(0)) {
        throw new LeapError('not-found', 'There is no such directory.');
      }
      await this._findOtherNames();
      return this._finish(scope);
    });
  }

  /** Read directories whether they changed or not. */
  private async _read(ids: readonly number[]): Promise<void> {
    const outcome = new Outcome(this._known.columns.parent);
    const reading = this._walk.visitUnseen(ids, (id, stats) => {
      const looked = this._book.look(id, stats, true);
      outcome.add(id, looked);
      return looked === 'read';
    });
    if (reading === null) {
      await this._look(Uint32Array.from(ids), null);
      return;
    }
    await reading;
    await this._readParents(outcome);
  }

  /**
   * Look at directories and read those that changed. The root is read in any case: its files are told by name.
   *
   * @param trust - Null: all of them are read.
   */
  private async _look(
    ids: Uint32Array<ArrayBuffer>,
    trust: ITrust | null
  ): Promise<void> {
    const outcome = new Outcome(this._known.columns.parent);
    await this._sweep.run(
      ids,
      (id, stats) => {
        const isForced = trust === null || id === 0;
        outcome.add(id, this._book.look(id, stats, isForced));
      },
      trust
    );
    await this._readChanged(outcome);
  }

  /** Read what changed, and where one is lost, the one it was in. */
  private async _readChanged(outcome: Outcome): Promise<void> {
    await this._walk.visit(outcome.changed);
    await this._readParents(outcome);
  }

  private async _readParents({ parents }: Outcome): Promise<void> {
    const unread = [...parents].filter(
      id => !this._book.isRead(id) && !this._book.isLost(id)
    );
    if (unread.length > 0) {
      await this._read(unread);
    }
  }

  /**
   * A file that got a second name still counts in the directory of its first one, which does not show that anything changed.
   * It is one of those that held files with such an inode.
   */
  private async _findOtherNames(): Promise<void> {
    const { columns, linked } = this._known;
    for (;;) {
      const inodes: number[] = [];
      for (const name of this._walk.linked.names()) {
        if (linked.owner(name.volume, name.inode) === null) {
          inodes.push(inodeOf(name));
        }
      }
      if (inodes.length === 0) {
        return;
      }
      const sorted = Float64Array.from(inodes).sort();
      const suspects: number[] = [];
      for (let id = 0; id < this._book.count; id += 1) {
        const low = columns.lowInode[id] ?? Infinity;
        const high = columns.highInode[id] ?? -Infinity;
        if (!this._book.isRead(id) && hasBetween(sorted, low, high)) {
          suspects.push(id);
        }
      }
      const unread = suspects.filter(id => !this._book.isLost(id));
      if (unread.length === 0) {
        return;
      }
      await this._read(unread);
    }
  }

  private _finish(scope: Scope): IRevised {
    const { columns } = this._known;
    const isGone = this._book.gone();
    const read = this._book.read.length + columns.count - this._book.count;
    const readAt = this._readAt(isGone);
    const numbers = isGone && columns.compact(isGone);
    const numberOf = (directory: number): number =>
      numbers ? (numbers[directory] ?? 0) : directory;

    const paths = new Paths(columns, this._plan.root);
    const linked = this._linked(isGone, numberOf, paths);
    const large = new LargeFiles();
    large.merge(
      [
        ...this._walk.large.files.filter(file => !isGone?.[file.directory]),
        ...this._known.large.filter(file => this._isOld(file.directory, isGone))
      ].map(file => ({ ...file, directory: numberOf(file.directory) }))
    );
    if (isGone && numbers) {
      release(isGone, numbers);
    }
    const { tree, plan, unreadable, rootEntries } = this._walk;
    return {
      counted: {
        tree: { ...tree, paths },
        plan,
        linked,
        large,
        unreadable,
        rootEntries
      },
      known: {
        ground: groundOf(plan),
        columns,
        children:
          readAt.length === this._book.count && isGone === null
            ? this._known.children
            : new Children(columns.parent, readAt.length),
        readAt,
        linked,
        large: large.files,
        habits: this._habits
      },
      read,
      seen: scope === 'all' || isGone ? null : this._book.seen
    };
  }

  /** Files with several names, in directories by their new numbers. */
  private _linked(
    isGone: Uint8Array | null,
    numberOf: (directory: number) => number,
    paths: Paths
  ): LinkedFiles {
    const { linked: old } = this._known;
    const found = this._walk.linked;
    const isUnchanged =
      isGone === null &&
      found.count === 0 &&
      !old.hasNameIn(directory => this._book.isRead(directory));
    if (isUnchanged) {
      return old;
    }
    const linked = new LinkedFiles(byPath(paths), true);
    // The new ones first: what they say of a file's size is how it is now.
    for (const name of found.names()) {
      if (!isGone?.[name.directory]) {
        linked.add({ ...name, directory: numberOf(name.directory) });
      }
    }
    for (const name of old.names()) {
      if (this._isOld(name.directory, isGone)) {
        linked.add({ ...name, directory: numberOf(name.directory) });
      }
    }
    return linked;
  }

  /** Whether what is known of a directory is all that is. */
  private _isOld(directory: number, isGone: Uint8Array | null): boolean {
    return !isGone?.[directory] && !this._book.isRead(directory);
  }

  private get _habits(): ICallHabits {
    const { areSlow, ...rest } = this._walk.habits;
    return { areSlow: areSlow || this._sweep.isSlow, ...rest };
  }

  /** By new number: now for what was read, as before for all else. */
  private _readAt(isGone: Uint8Array | null): Uint32Array<ArrayBuffer> {
    const { nowMs } = this._options;
    const elapsedMs = performance.now() - this._began;
    const now = secondsBefore(this._beganMs, nowMs(), elapsedMs);
    const readAt = new Uint32Array(this._known.columns.count).fill(now);
    readAt.set(this._known.readAt);
    for (const id of this._book.read) {
      readAt[id] = now;
    }
    return isGone ? readAt.filter((_, id) => !isGone[id]) : readAt;
  }

  private readonly _beganMs: number;
  private readonly _began: number;
  private readonly _book: KnownDirectories;
  private readonly _walk: Walk;
  private readonly _sweep: ISweep;
}

export namespace Revision {
  export type IOptions = Omit<
    Walk.IOptions,
    'columns' | 'known' | 'keepsNames' | 'habits'
  > & {
    /** The clock that change times are compared with; milliseconds since 1970. */
    readonly nowMs: () => number;
    /** What is hot; absent: that is to be found out. */
    readonly hot?: readonly number[] | null;
    /** What the revision just before this one found, which need not be looked at again; absent or null: nothing. */
    readonly seen?: Uint8Array | null;
  };
}

/** Whether any of these numbers, ascending, is in a range with both its ends. */
function hasBetween(sorted: Float64Array, low: number, high: number): boolean {
  return (sorted[lowerBound(sorted, low)] ?? Infinity) <= high;
}
