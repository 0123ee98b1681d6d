import type { IContent } from '../tree/columns';
import type { EntryStats } from '../tree/tally';
import type { AnsweredEntry, AnswerNumbers } from './answer-numbers';
import { COUNTED, ENTRY } from './layout';
import type { INames } from './order';

/**
 * What was found in one directory, until the next order. It is read when it is asked for: of most directories next to nothing is.
 */
export class AnsweredCount {
  /**
   * @param _at - Where it begins.
   * @param _end - Where the next one does.
   */
  constructor(
    private readonly _numbers: AnswerNumbers,
    private readonly _at: number,
    private readonly _end: number
  ) {}

  /** Why no more can be found in it; null: nothing is wrong. */
  get reason(): string | null {
    return this._numbers.reason(this._at + COUNTED.error);
  }

  /** The descriptor by which it is held, since there is more to do in it; null: it is done with, and closed. */
  get held(): number | null {
    const held = this._number(COUNTED.held);
    return held < 0 ? null : held;
  }

  /** What the directory itself is; null: it could not be opened. */
  get own(): EntryStats | null {
    return this._numbers.statsIfThere(this._at + COUNTED.own);
  }

  /** There are no names but those in `rest`. */
  get isListed(): boolean {
    return this._number(COUNTED.listed) === 1;
  }

  /** The sum of all files that are not told one by one. */
  get content(): IContent {
    return {
      usedBytes: this._number(COUNTED.usedBytes),
      apparentBytes: this._number(COUNTED.apparentBytes),
      files: this._number(COUNTED.files),
      newestMs: this._number(COUNTED.newestMs),
      lowInode: this._number(COUNTED.lowInode),
      highInode: this._number(COUNTED.highInode)
    };
  }

  /** Whether nothing is told for itself. */
  get isSum(): boolean {
    return this._number(COUNTED.entries) === 0;
  }

  get entries(): readonly AnsweredEntry[] {
    const entries: AnsweredEntry[] = [];
    const first = this._at + COUNTED.width;
    for (let at = first; at < this._end; at += ENTRY.width) {
      entries.push(this._numbers.entry(at));
    }
    return entries;
  }

  /** Names that were listed and not looked at. */
  get rest(): INames {
    return {
      bytes: this._numbers.names(
        this._number(COUNTED.restStart),
        this._number(COUNTED.restEnd)
      ),
      count: this._number(COUNTED.restNames)
    };
  }

  private _number(offset: number): number {
    return this._numbers.number(this._at + offset);
  }
}
