import { isUtf8 } from 'node:buffer';
import { errorNumberName } from '../../../system-error';
import type { IContent } from '../tree/columns';
import type { Name } from '../node/listing';
import type { EntryStats } from '../tree/tally';
import { ANSWER, COUNTED, ENTRY } from './layout';
import type { INames } from './order';

/** An entry of a directory that is told for itself. */
export type AnsweredEntry =
  | { readonly name: Name; readonly reason: string }
  | {
      readonly name: Name;
      readonly stats: EntryStats;
      /** Where `stats` rounds it. */
      readonly exactInode: bigint | undefined;
    };

/** What was found in one directory. */
export interface IAnsweredCount {
  /** Why no more can be found in it; null: nothing is wrong. */
  readonly reason: string | null;
  /** The descriptor by which it is held, since there is more to do in it; null: it is done with, and closed. */
  readonly held: number | null;
  /** What the directory itself is; null: nobody asked for it, or it could not be opened. */
  readonly own: EntryStats | null;
  /** There are no names but those in `rest`. */
  readonly isListed: boolean;
  /** The sum of all files that are not told one by one. */
  readonly content: IContent;
  readonly entries: readonly AnsweredEntry[];
  /** Names that were listed and not looked at. They last until the next order. */
  readonly rest: INames;
}

/**
 * What the native part answers to an order.
 */
export class Answer {
  /**
   * @param _numbers - Where the answer's numbers are.
   * @param _names - Where its names are.
   */
  constructor(
    private readonly _numbers: Float64Array,
    private readonly _names: Buffer
  ) {
    const { buffer, byteOffset, length } = _numbers;
    this._exact = new BigUint64Array(buffer, byteOffset, length);
  }

  /** Directories of the order that were done with; the others are to be ordered again. */
  get done(): number {
    return this._number(ANSWER.done);
  }

  get calls(): number {
    return this._number(ANSWER.calls);
  }

  get elapsedMs(): number {
    return this._number(ANSWER.elapsedMs);
  }

  /** How often it waited for a disk or a server. */
  get waits(): number {
    return this._number(ANSWER.waits);
  }

  /**
   * What was found in each directory that was done with.
   *
   * @param withOwn - Also what each itself is.
   */
  *counts(withOwn = false): Generator<IAnsweredCount, void> {
    let at: number = ANSWER.width;
    for (let left = this.done; left > 0; left -= 1) {
      const first = at + COUNTED.width;
      const end = first + this._number(at + COUNTED.entries) * ENTRY.width;
      const own = withOwn ? this._statsIfThere(at + COUNTED.own) : null;
      yield this._count(at, own, this._entries(first, end));
      at = end;
    }
  }

  /** Directories that are not as expected, by their place in the order; null: none is there. */
  *looks(): Generator<[index: number, stats: EntryStats | null], void> {
    const end = ANSWER.width + this._number(ANSWER.told) * ENTRY.width;
    for (let at: number = ANSWER.width; at < end; at += ENTRY.width) {
      yield [this._number(at + ENTRY.index), this._statsIfThere(at)];
    }
  }

  private _count(
    at: number,
    own: EntryStats | null,
    entries: readonly AnsweredEntry[]
  ): IAnsweredCount {
    const held = this._number(at + COUNTED.held);
    return {
      reason: reasonOf(this._number(at + COUNTED.error)),
      held: held < 0 ? null : held,
      own,
      isListed: this._number(at + COUNTED.listed) === 1,
      content: {
        usedBytes: this._number(at + COUNTED.usedBytes),
        apparentBytes: this._number(at + COUNTED.apparentBytes),
        files: this._number(at + COUNTED.files),
        newestMs: this._number(at + COUNTED.newestMs),
        lowInode: this._number(at + COUNTED.lowInode),
        highInode: this._number(at + COUNTED.highInode)
      },
      entries,
      rest: {
        bytes: this._names.subarray(
          this._number(at + COUNTED.restStart),
          this._number(at + COUNTED.restEnd)
        ),
        count: this._number(at + COUNTED.restNames)
      }
    };
  }

  private _entries(first: number, end: number): AnsweredEntry[] {
    const entries: AnsweredEntry[] = [];
    for (let at = first; at < end; at += ENTRY.width) {
      entries.push(this._entry(at));
    }
    return entries;
  }

  private _entry(at: number): AnsweredEntry {
    const name = this._name(at);
    const reason = reasonOf(this._number(at + ENTRY.error));
    if (reason !== null) {
      return { name, reason };
    }
    const stats = this._stats(at);
    const isExact = Number.isSafeInteger(stats.ino);
    const exactInode = isExact ? undefined : this._exact[at + ENTRY.exactInode];
    return { name, stats, exactInode };
  }

  private _statsIfThere(at: number): EntryStats | null {
    return this._number(at + ENTRY.error) === 0 ? this._stats(at) : null;
  }

  private _stats(at: number): EntryStats {
    return {
      mode: this._number(at + ENTRY.mode),
      nlink: this._number(at + ENTRY.links),
      dev: this._number(at + ENTRY.device),
      ino: this._number(at + ENTRY.inode),
      size: this._number(at + ENTRY.size),
      blocks: this._number(at + ENTRY.blocks),
      mtimeMs: this._number(at + ENTRY.modifiedMs),
      ctimeMs: this._number(at + ENTRY.changedMs)
    };
  }

  private _name(at: number): Name {
    const start = this._number(at + ENTRY.nameStart);
    const end = start + this._number(at + ENTRY.nameLength);
    const bytes = this._names.subarray(start, end);
    return isUtf8(bytes) ? bytes.toString() : Uint8Array.from(bytes);
  }

  private _number(at: number): number {
    return this._numbers[at] ?? 0;
  }

  private readonly _exact: BigUint64Array;
}

/** The system's name for an error number; null: there was none. */
function reasonOf(error: number): string | null {
  return error === 0 ? null : errorNumberName(error);
}
