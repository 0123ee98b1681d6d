import type { HeldDirectory } from './held';

/**
 * Directories that are held, as far as there is something to order in them.
 */
export class HeldDirectories {
  /** Names that wait in all of them. */
  get names(): number {
    return this._names;
  }

  /** The one that came last: what is nearest to closing a directory goes first, so that few are held. */
  get last(): HeldDirectory | undefined {
    return this._waiting.at(-1);
  }

  add(held: HeldDirectory): void {
    this._names += held.left;
    if (held.hasMore) {
      this._waiting.push(held);
    }
  }

  /** Do something with a directory after which there may be more or less to order in it. */
  change<T>(held: HeldDirectory, task: (held: HeldDirectory) => T): T {
    const { hasMore: hadMore, left } = held;
    try {
      return task(held);
    } finally {
      this._names += held.left - left;
      if (held.hasMore && !hadMore) {
        this._waiting.push(held);
      } else if (hadMore && !held.hasMore) {
        this._waiting = this._waiting.filter(one => one !== held);
      }
    }
  }

  /** Those that wait, which then do so no more. */
  takeAll(): readonly HeldDirectory[] {
    const waiting = this._waiting;
    this._waiting = [];
    this._names = 0;
    return waiting;
  }

  private _waiting: HeldDirectory[] = [];
  private _names = 0;
}
