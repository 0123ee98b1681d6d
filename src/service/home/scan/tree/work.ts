/**
 * What is left to do of a walk, and what could not be done.
 *
 * A walk is over when nothing is unfinished: a directory is from the moment it is found until its last entry is counted.
 */
export class Work {
  get isDone(): boolean {
    return this._unfinished === 0;
  }

  begin(): void {
    this._unfinished += 1;
  }

  finish(): void {
    this._unfinished -= 1;
  }

  /** Entries that could not be read so far. */
  get unreadable(): number {
    return this._unreadable;
  }

  countUnreadable(): number {
    this._unreadable += 1;
    return this._unreadable;
  }

  private _unfinished = 0;
  private _unreadable = 0;
}
