/** A few chunks of every variable somebody looks at. */
const MAX_BYTES = 48 << 20;

/**
 * What was read last, so that a slider within a chunk reads nothing.
 */
export class KeptBytes {
  /**
   * The bytes of this name, read when they are not there. The least recently used ones leave first.
   */
  async get(
    name: string,
    read: () => Promise<Uint8Array | null>
  ): Promise<Uint8Array | null> {
    const found = this._kept.get(name);
    if (found !== undefined) {
      this._kept.delete(name);
      this._kept.set(name, found);
      return found;
    }
    const bytes = await read();
    this._keep(name, bytes);
    return bytes;
  }

  private _keep(name: string, bytes: Uint8Array | null): void {
    const size = bytes?.length ?? 0;
    if (size > MAX_BYTES / 2) {
      return;
    }
    this._kept.set(name, bytes);
    this._bytes += size;
    for (const [oldest, value] of this._kept) {
      if (this._bytes <= MAX_BYTES) {
        return;
      }
      this._kept.delete(oldest);
      this._bytes -= value?.length ?? 0;
    }
  }

  private readonly _kept = new Map<string, Uint8Array | null>();
  private _bytes = 0;
}
