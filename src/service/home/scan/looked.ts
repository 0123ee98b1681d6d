import type { Stats } from 'node:fs';
import type { EntryCount } from './entry-count';
import type { Name } from './listing';

/**
 * What was seen of some entries of a directory, before it counts.
 */
export class Looked {
  get size(): number {
    return this._names.length;
  }

  at(name: Name, stats: Stats): void {
    this._names.push(name);
    this._stats.push(stats);
  }

  /** @param inode - Above 2^53, which the stats round. */
  exactly(name: Name, stats: Stats, inode: bigint): void {
    this._exact.push({ name, stats, inode });
  }

  /** An entry, or (null) the directory itself, could not be looked at. */
  failed(name: Name | null, reason: string): void {
    this._failures.push({ name, reason });
  }

  /** Count all of it, and begin anew. */
  tellTo(count: EntryCount): void {
    for (let at = 0; at < this._names.length; at += 1) {
      const name = this._names[at];
      const stats = this._stats[at];
      if (name !== undefined && stats !== undefined) {
        count.count(name, stats);
      }
    }
    for (const { name, stats, inode } of this._exact) {
      count.count(name, stats, inode);
    }
    for (const { name, reason } of this._failures) {
      count.fail(name, reason);
    }
    this.clear();
  }

  clear(): void {
    this._names.length = 0;
    this._stats.length = 0;
    this._exact.length = 0;
    this._failures.length = 0;
  }

  private readonly _names: Name[] = [];
  private readonly _stats: Stats[] = [];
  private readonly _exact: { name: Name; stats: Stats; inode: bigint }[] = [];
  private readonly _failures: { name: Name | null; reason: string }[] = [];
}
