import type { DirectoryColumns } from './columns';

/**
 * Whether a directory's own size tells how long its list of names is: on well-known file systems always; where blocks are taken
 * for it, as those do, until one holds more names than its blocks have room for; else never.
 */
export type SizeTrust = 'always' | 'until-wrong' | 'never';

/** What a name takes on a disk at the very least. */
const LEAST_NAME_BYTES = 8;

/**
 * Tells which directories have so many names that they are read piece by piece.
 */
export class ListLengths {
  constructor(
    private readonly _columns: DirectoryColumns,
    private readonly _trust: SizeTrust
  ) {
    this._isTrusted = _trust !== 'never';
  }

  isLong(id: number): boolean {
    return !this._isTrusted || this._columns.isLong(id);
  }

  /** A directory that is not long was read and has this many names; nothing in it is counted yet. */
  read(id: number, names: number): void {
    const room = this._columns.usedBytes[id] ?? 0;
    if (this._trust === 'until-wrong' && names * LEAST_NAME_BYTES > room) {
      this._isTrusted = false;
    }
  }

  private _isTrusted: boolean;
}
