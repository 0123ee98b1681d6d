import type { ISpan } from './order';

/**
 * Known directories that are to be looked at, in memory that the native part reads.
 */
export class Agenda {
  /** @param _ids - In the order in which they are looked at. */
  constructor(private readonly _ids: Uint32Array<ArrayBuffer>) {
    this._isWatched = new Uint8Array(_ids.length);
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

  /** By place, 1: it is told in any case. */
  private readonly _isWatched: Uint8Array<ArrayBuffer>;
}
