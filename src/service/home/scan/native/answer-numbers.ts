import { isUtf8 } from 'node:buffer';
import { errorNumberName } from '../../../system-error';
import type { Name } from '../tree/names';
import type { EntryStats } from '../tree/tally';
import { ENTRY } from './layout';

/** An entry of a directory that is told for itself. */
export type AnsweredEntry =
  | { readonly name: Name; readonly reason: string }
  | {
      readonly name: Name;
      readonly stats: EntryStats;
      /** Where `stats` rounds it. */
      readonly exactInode: bigint | undefined;
    };

/**
 * The numbers of an answer, and the names that they point to.
 */
export class AnswerNumbers {
  constructor(
    private readonly _numbers: Float64Array,
    private readonly _names: Buffer
  ) {
    const { buffer, byteOffset, length } = _numbers;
    this._exact = new BigUint64Array(buffer, byteOffset, length);
  }

  number(at: number): number {
    return this._numbers[at] ?? 0;
  }

  /** The system's name for an error number; null: there was none. */
  reason(at: number): string | null {
    const error = this.number(at);
    return error === 0 ? null : errorNumberName(error);
  }

  entry(at: number): AnsweredEntry {
    const name = this._name(at);
    const reason = this.reason(at + ENTRY.error);
    if (reason !== null) {
      return { name, reason };
    }
    const stats = this._stats(at);
    const isExact = Number.isSafeInteger(stats.ino);
    const exactInode = isExact ? undefined : this._exact[at + ENTRY.exactInode];
    return { name, stats, exactInode };
  }

  /** Of an entry; null: it could not be looked at. */
  statsIfThere(at: number): EntryStats | null {
    return this.number(at + ENTRY.error) === 0 ? this._stats(at) : null;
  }

  names(start: number, end: number): Buffer {
    return this._names.subarray(start, end);
  }

  private _stats(at: number): EntryStats {
    return {
      mode: this.number(at + ENTRY.mode),
      nlink: this.number(at + ENTRY.links),
      dev: this.number(at + ENTRY.device),
      ino: this.number(at + ENTRY.inode),
      size: this.number(at + ENTRY.size),
      blocks: this.number(at + ENTRY.blocks),
      mtimeMs: this.number(at + ENTRY.modifiedMs),
      ctimeMs: this.number(at + ENTRY.changedMs)
    };
  }

  private _name(at: number): Name {
    const start = this.number(at + ENTRY.nameStart);
    const bytes = this.names(start, start + this.number(at + ENTRY.nameLength));
    return isUtf8(bytes) ? bytes.toString() : Uint8Array.from(bytes);
  }

  private readonly _exact: BigUint64Array;
}
