import { inodeKey } from './linked';
import type { Name } from './names';
import { decodeName } from './names';
import { apparentBytes, kindOf, usedBytes, type EntryStats } from './tally';

/** A file or another entry that is not a directory. */
export interface IFileEntry {
  readonly name: string;
  readonly kind: 'file' | 'symlink' | 'other';
  readonly usedBytes: number;
  readonly apparentBytes: number;
  readonly changedMs: number;
  /** Where it may be counted elsewhere: a file with more names. */
  readonly linked: { readonly volume: number; readonly inode: number } | null;
}

export function fileEntry(name: Name, stats: EntryStats): IFileEntry {
  const kind = kindOf(stats);
  return {
    name: typeof name === 'string' ? name : decodeName(name),
    kind: kind === 'directory' ? 'other' : kind,
    usedBytes: usedBytes(stats),
    apparentBytes: apparentBytes(stats),
    changedMs: stats.mtimeMs,
    linked: stats.nlink > 1 ? inodeKey(stats.dev, stats.ino) : null
  };
}

/**
 * The largest of many entries, and how many there were.
 */
export class LargestEntries {
  /** @param _most - How many to keep. */
  constructor(private readonly _most: number) {}

  get count(): number {
    return this._count;
  }

  /** The largest first, by name where they are equal. */
  get largest(): readonly IFileEntry[] {
    this._trim();
    return this._entries;
  }

  add(entry: IFileEntry): void {
    this._count += 1;
    this._entries.push(entry);
    if (this._entries.length >= 2 * this._most) {
      this._trim();
    }
  }

  private _trim(): void {
    this._entries.sort(
      (one, other) =>
        other.usedBytes - one.usedBytes || (one.name < other.name ? -1 : 1)
    );
    this._entries.length = Math.min(this._entries.length, this._most);
  }

  private _entries: IFileEntry[] = [];
  private _count = 0;
}
