/** Metadata lie scattered in small pieces. */
const BLOCK_BYTES = 64 << 10;

/** What is longer is read as it is asked for: chunks, one at a time. */
const LARGE_BYTES = 256 << 10;

const MAX_KEPT_BYTES = 32 << 20;

/**
 * A file that is read piece by piece as the HDF5 library asks for it, the last ones kept.
 */
export class FileBlocks {
  /**
   * @param _read - Waits for the bytes.
   */
  constructor(
    readonly bytes: number,
    private readonly _read: (offset: number, length: number) => Uint8Array
  ) {}

  /**
   * Copy a part of the file; how much there was of it.
   */
  copy(into: Uint8Array, offset: number, length: number): number {
    const wanted = Math.max(0, Math.min(length, this.bytes - offset));
    if (wanted >= LARGE_BYTES) {
      into.set(this._piece(offset, wanted));
      return wanted;
    }
    let done = 0;
    while (done < wanted) {
      const at = offset + done;
      const start = Math.floor(at / BLOCK_BYTES) * BLOCK_BYTES;
      const block = this._piece(
        start,
        Math.min(BLOCK_BYTES, this.bytes - start)
      );
      const part = block.subarray(at - start, at - start + wanted - done);
      if (part.length === 0) {
        return done;
      }
      into.set(part, done);
      done += part.length;
    }
    return wanted;
  }

  private _piece(offset: number, length: number): Uint8Array {
    const name = `${String(offset)}+${String(length)}`;
    const found = this._kept.get(name);
    if (found) {
      this._kept.delete(name);
      this._kept.set(name, found);
      return found;
    }
    const bytes = this._read(offset, length);
    this._kept.set(name, bytes);
    this._keptBytes += bytes.length;
    for (const [oldest, piece] of this._kept) {
      if (this._keptBytes <= MAX_KEPT_BYTES) {
        break;
      }
      this._kept.delete(oldest);
      this._keptBytes -= piece.length;
    }
    return bytes;
  }

  private readonly _kept = new Map<string, Uint8Array>();
  private _keptBytes = 0;
}
