import {
  noContent,
  addContents,
  addFile,
  apparentBytes,
  directoryStart,
  isDirectory,
  usedBytes,
  type EntryStats
} from './tally';
import type { DirectoryColumns, IContent } from './columns';
import { errorName, type Files } from './files';
import { MAX_UNREADABLE, type IFindings } from './findings';
import type { IKnownBefore } from './known-before';
import { inodeKey } from './linked';
import type { Name } from './names';
import type { ExcludedMounts } from './mounts';
import { decodeName } from './names';
import { joined, type Paths } from './paths';
import type { Work } from './work';

/**
 * The tree that a walk counts.
 */
export interface ITree {
  readonly files: Files;
  readonly columns: DirectoryColumns;
  readonly work: Work;
  readonly paths: Paths;
  readonly mounts: ExcludedMounts;
  readonly rootDevice: number;
  /** Whether the process works in the walk's root, so that paths from there lead to what is in it. */
  isAtRoot: boolean;
  readonly findings: IFindings;
  /** The directories of an earlier count that this one starts from; null: it starts from nothing. */
  readonly known: IKnownBefore | null;
}

/** Something about a directory that does not count yet. */
type Waiting =
  | {
      readonly name: Name;
      readonly stats: EntryStats;
      readonly exactInode: bigint | undefined;
    }
  | { readonly name: Name | null; readonly reason: string };

/**
 * Counts the entries of one directory, whoever makes the calls.
 *
 * What was seen counts when it is settled. Until then an ordinary file is a few additions; only what is more than that waits.
 */
export class EntryCount {
  constructor(
    private readonly _tree: ITree,
    readonly id: number
  ) {
    const { mounts, paths } = _tree;
    this._excluded = mounts.isEmpty ? undefined : mounts.in(paths.relative(id));
    this._floorBytes = id === 0 ? -1 : _tree.findings.large.floorBytes;
  }

  /** Directories found, to be walked. */
  readonly found: number[] = [];

  /** Entries that were seen and do not count yet. */
  get unsettled(): number {
    return this._unsettled;
  }

  /** Without what is mounted here: that is no part of the directory it stands in. */
  own<T extends Name>(names: readonly T[]): readonly T[] {
    const excluded = this._excluded;
    return excluded === undefined
      ? names
      : names.filter(name => !excluded.has(textOf(name)));
  }

  /** @param exactInode - For an inode above 2^53, which `stats` rounds. */
  see(name: Name, stats: EntryStats, exactInode?: bigint): void {
    this._unsettled += 1;
    if (
      stats.nlink === 1 &&
      usedBytes(stats) <= this._floorBytes &&
      !isDirectory(stats)
    ) {
      addFile(this._content, stats);
    } else {
      this._waiting.push({ name, stats, exactInode });
    }
  }

  /** Files that are nothing but numbers. They do not count yet either. */
  add(content: IContent): void {
    addContents(this._content, content);
  }

  /** An entry, or (null) the directory itself, could not be looked at. */
  miss(name: Name | null, reason: string): void {
    this._unsettled += 1;
    this._waiting.push({ name, reason });
  }

  /** All that was seen since the last time is true: add it to the directory's numbers. */
  settle(): void {
    for (const one of this._waiting) {
      if ('reason' in one) {
        this.fail(one.name, one.reason);
      } else {
        this._count(one.name, one.stats, one.exactInode);
      }
    }
    this._tree.columns.addContent(this.id, this._content);
    this.forget();
  }

  /** What was seen since the last time may be of another directory. */
  forget(): void {
    this._waiting.length = 0;
    this._content = noContent();
    this._unsettled = 0;
  }

  /** An entry, or (null) the directory itself, could not be read. */
  fail(name: Name | null, reason: string): void {
    const { columns, findings, paths, work } = this._tree;
    columns.markIncomplete(this.id);
    if (work.countUnreadable() <= MAX_UNREADABLE) {
      const directory = paths.relative(this.id);
      const path = name === null ? directory : joined(directory, textOf(name));
      findings.unreadable({ path, reason });
    }
  }

  failWith(name: Name | null, reason: unknown): void {
    this.fail(name, errorName(reason));
  }

  private _count(
    name: Name,
    stats: EntryStats,
    exactInode: bigint | undefined
  ): void {
    if (isDirectory(stats)) {
      this._directory(name, stats);
      return;
    }
    if (this.id === 0) {
      this._tree.findings.rootEntry(name, stats);
    }
    const { large } = this._tree.findings;
    if (usedBytes(stats) > large.floorBytes) {
      large.add(this.id, name, stats);
    }
    if (stats.nlink === 1) {
      addFile(this._content, stats);
    } else {
      this._linked(stats, exactInode);
    }
  }

  private _directory(name: Name, stats: EntryStats): void {
    const { columns, known, rootDevice, work } = this._tree;
    const again = known ? this._find(known, name, stats) : undefined;
    if (known && again !== undefined) {
      if (known.meet(again, stats)) {
        work.begin();
        this.found.push(again);
      }
      return;
    }
    const child = columns.add(this.id, name, directoryStart(stats, rootDevice));
    if (child === null) {
      this.fail(name, 'E2BIG');
    } else {
      work.begin();
      this.found.push(child);
    }
  }

  private _find(
    known: IKnownBefore,
    name: Name,
    stats: EntryStats
  ): number | undefined {
    if (this.id >= known.count) {
      return undefined;
    }
    this._children ??= known.childrenOf(this.id);
    return known.find(this._children, textOf(name), stats);
  }

  private _linked(stats: EntryStats, exactInode: bigint | undefined): void {
    this._tree.findings.linked({
      ...inodeKey(stats.dev, exactInode ?? stats.ino),
      directory: this.id,
      usedBytes: usedBytes(stats),
      apparentBytes: apparentBytes(stats)
    });
    this._content.newestMs = Math.max(this._content.newestMs, stats.mtimeMs);
  }

  private readonly _excluded: ReadonlySet<string> | undefined;
  /** Files that take no more are nothing but numbers: in the root each is kept by name. */
  private readonly _floorBytes: number;
  private readonly _waiting: Waiting[] = [];
  private _unsettled = 0;
  private _content: IContent = noContent();
  private _children: ReadonlyMap<number, number> | undefined;
}

function textOf(name: Name): string {
  return typeof name === 'string' ? name : decodeName(name);
}
