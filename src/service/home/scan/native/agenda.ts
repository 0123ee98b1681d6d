/**
 * Known directories that are to be looked at, in memory that the native part reads.
 */
export class Agenda {
  /**
   * @param ids - In the order in which they are looked at.
   * @param mayPass - Of one that is as it was, nothing need be told.
   */
  constructor(ids: Uint32Array, mayPass: (id: number) => boolean) {
    this.ids = Uint32Array.from(ids);
    this._isWatched = new Uint8Array(ids.length);
    for (let at = 0; at < this.ids.length; at += 1) {
      this._isWatched[at] = mayPass(this.ids[at] ?? 0) ? 0 : 1;
    }
  }

  readonly ids: Uint32Array<ArrayBuffer>;

  get buffers(): readonly ArrayBuffer[] {
    return [this.ids.buffer, this._isWatched.buffer];
  }

  /** By place, 1: it is told in any case. */
  private readonly _isWatched: Uint8Array<ArrayBuffer>;
}
