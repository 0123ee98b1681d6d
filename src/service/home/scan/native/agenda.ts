import type { ISpan } from './order';

/**
 * Known directories that are to be looked at, in memory that the native part reads.
 */
export class Agenda {
  /** @param ids - In the order in which they are looked at. */
  constructor(ids: Uint32Array) {
    this._ids = Uint32Array.from(ids);
    this._isWatched = new Uint8Array(ids.length);
  }

  get buffers(): readonly ArrayBuffer[] {
    return [this._ids.buffer, this._isWatched.buffer];
  }

  /** The number of the directory in a place. */
  at(place: number): number {
    return this._ids[place] ?? 0;
  }

  /** Settle, for the directories in these places, of which of them is to be told even where they are as they were. */
  watch({ first, count }: ISpan, mayPass: (id: number) => boolean): void {
    for (let place = first; place < first + count; place += 1) {
      this._isWatched[place] = mayPass(this.at(place)) ? 0 : 1;
    }
  }

  private readonly _ids: Uint32Array<ArrayBuffer>;
  /** By place, 1: it is told in any case. */
  private readonly _isWatched: Uint8Array<ArrayBuffer>;
}
