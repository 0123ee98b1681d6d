import type { HeldDirectory } from './held-directory';

/** Levels held open at once; a deep tree must not use up all descriptors. */
const MAX_HELD = 64;

/**
 * A way down through directories, each held open; the upper ones of a deep way are let go and held again on the way up.
 */
export class Descent {
  /** @param top - Closed by its owner. */
  constructor(top: HeldDirectory) {
    this._levels = [top];
    this._current = top;
  }

  get current(): HeldDirectory {
    return this._current;
  }

  /**
   * Go one level down.
   *
   * @throws As `HeldDirectory.enter`.
   */
  async enter(name: Buffer): Promise<HeldDirectory> {
    const inner = await this._current.enter(name);
    this._levels.push(inner);
    this._current = inner;
    const distant = this._levels.length - 1 - MAX_HELD;
    if (distant > 0) {
      await this._levels[distant]?.close();
    }
    return inner;
  }

  /**
   * Go one level up.
   *
   * @throws MovedError when the tree was moved meanwhile.
   */
  async leave(): Promise<void> {
    const inner = this._levels.pop();
    const outer = this._levels.at(-1);
    if (inner === undefined || outer === undefined) {
      return;
    }
    try {
      if (!outer.isHeld) {
        await outer.regain(inner);
      }
      this._current = outer;
    } finally {
      await inner.close();
    }
  }

  /** Leave the lowest level to the caller, who closes it. */
  take(): HeldDirectory {
    this._levels.pop();
    return this._current;
  }

  /** Let go of all levels but the top. */
  async close(): Promise<void> {
    const [top, ...levels] = this._levels;
    this._levels = top ? [top] : [];
    await Promise.all(levels.map(level => level.close()));
  }

  private _levels: HeldDirectory[];
  private _current: HeldDirectory;
}
