import { setTimeout } from 'node:timers/promises';
import type { CatalogIndex } from '../search';

/** A newer index is waited for that long, so that a small catalog is always searched with all that is known. */
const WAIT_MS = 50;

/**
 * At most that part of the time is spent on making indexes anew while facts of stores come in one by one. Counted in
 * processor time: where other programs keep the processors busy, an index takes long and costs no more.
 */
const PART_OF_TIME = 1 / 20;

/** And not oftener than this. */
const MIN_PAUSE_MS = 1000;

/**
 * The index of a catalog, made anew behind everybody's back when something was learnt of its stores: until the new one is
 * ready the old one answers.
 */
export class IndexKeeper {
  /**
   * @param make - Makes an index of what is known now, and lets others have their turn meanwhile.
   */
  constructor(make: () => Promise<CatalogIndex>) {
    this._make = make;
  }

  /**
   * The index; the first one, and one of other data sets, is waited for.
   *
   * @throws What making it throws.
   */
  async get(): Promise<CatalogIndex> {
    if (this._index === undefined) {
      return this._build();
    }
    const isDue = this._hasLearnt && performance.now() >= this._notBefore;
    if (isDue || this._building) {
      const old = this._index;
      const ready = this._build().catch(() => old);
      return Promise.race([ready, setTimeout(WAIT_MS, old, { ref: false })]);
    }
    return this._index;
  }

  /**
   * Something new is known of stores.
   */
  learn(): void {
    this._hasLearnt = true;
  }

  /**
   * There are other data sets.
   */
  forget(): void {
    this._index = undefined;
    this._building = undefined;
  }

  private _build(): Promise<CatalogIndex> {
    if (this._building === undefined) {
      this._hasLearnt = false;
      const begun = process.cpuUsage();
      const building = this._make();
      this._building = building;
      void building
        .then(index => {
          const { user, system } = process.cpuUsage(begun);
          const tookMs = (user + system) / 1000;
          this._notBefore =
            performance.now() + Math.max(tookMs / PART_OF_TIME, MIN_PAUSE_MS);
          // What was forgotten meanwhile stays forgotten.
          if (this._building === building) {
            this._index = index;
          }
        })
        .catch(() => {
          // Who waits for it is told; what was learnt is still not searched.
          this._hasLearnt = true;
          this._notBefore = performance.now() + MIN_PAUSE_MS;
        })
        .finally(() => {
          if (this._building === building) {
            this._building = undefined;
          }
        });
    }
    return this._building;
  }

  private readonly _make: () => Promise<CatalogIndex>;
  private _index: CatalogIndex | undefined;
  private _building: Promise<CatalogIndex> | undefined;
  private _hasLearnt = false;
  private _notBefore = 0;
}
