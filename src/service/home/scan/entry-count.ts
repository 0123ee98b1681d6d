import type { Stats } from 'node:fs';
import {
  noContent,
  addFile,
  apparentBytes,
  directoryStart,
  isDirectory,
  usedBytes
} from './tally';
import type { DirectoryColumns, IContent } from './columns';
import { errorName, type Files } from './files';
import { MAX_UNREADABLE, type IFindings } from './findings';
import type { KnownDirectories } from './known-directories';
import { inodeKey } from './linked';
import type { Name } from './listing';
import type { ExcludedMounts } from './mounts';
import { decodeName } from './names';
import { joined, type Paths } from './paths';
import type { SharedWork } from './work';

/**
 * The tree that a walk counts, as each of its threads sees it.
 */
export interface ITree {
  readonly files: Files;
  readonly columns: DirectoryColumns;
  readonly work: SharedWork;
  readonly paths: Paths;
  readonly mounts: ExcludedMounts;
  readonly rootDevice: number;
  /** Whether the process works in the walk's root, so that paths from there lead to what is in it. */
  isAtRoot: boolean;
  readonly findings: IFindings;
  /** The directories of an earlier count that this one starts from; null: it starts from nothing. */
  readonly known: KnownDirectories | null;
}

/**
 * Counts the entries of one directory, whoever makes the calls.
 */
export class EntryCount {
  constructor(
    private readonly _tree: ITree,
    readonly id: number
  ) {
    const { mounts, paths } = _tree;
    this._excluded = mounts.isEmpty ? undefined : mounts.in(paths.relative(id));
  }

  /** Directories found, to be walked. */
  readonly found: number[] = [];

  /** Without what is mounted here: that is no part of the directory it stands in. */
  own<T extends Name>(names: readonly T[]): readonly T[] {
    const excluded = this._excluded;
    return excluded === undefined
      ? names
      : names.filter(name => !excluded.has(textOf(name)));
  }

  /** @param exactInode - For an inode above 2^53, which `stats` rounds. */
  count(name: Name, stats: Stats, exactInode?: bigint): void {
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

  /** Add what was counted since the last time to the directory's numbers. */
  flush(): void {
    this._tree.columns.addContent(this.id, this._content);
    this._content = noContent();
  }

  private _directory(name: Name, stats: Stats): void {
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
    known: KnownDirectories,
    name: Name,
    stats: Stats
  ): number | undefined {
    if (this.id >= known.count) {
      return undefined;
    }
    this._children ??= known.childrenOf(this.id);
    return known.find(this._children, textOf(name), stats);
  }

  private _linked(stats: Stats, exactInode: bigint | undefined): void {
    this._tree.findings.linked({
      ...inodeKey(stats.dev, exactInode ?? stats.ino),
      directory: this.id,
      usedBytes: usedBytes(stats),
      apparentBytes: apparentBytes(stats)
    });
    this._content.newestMs = Math.max(this._content.newestMs, stats.mtimeMs);
  }

  private readonly _excluded: ReadonlySet<string> | undefined;
  private _content: IContent = noContent();
  private _children: ReadonlyMap<number, number> | undefined;
}

function textOf(name: Name): string {
  return typeof name === 'string' ? name : decodeName(name);
}
