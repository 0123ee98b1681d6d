import type { ColumnBuffers } from './column-buffers';
import { decodeName } from './names';

/**
 * The names of directories in one piece of memory, and where in it each is.
 */
export class DirectoryNames {
  constructor(private readonly _buffers: ColumnBuffers) {
    this.start = new Uint32Array(_buffers.nameStart);
    this.length = new Uint8Array(_buffers.nameLength);
    this._bytes = Buffer.from(_buffers.names);
  }

  /** By directory. */
  readonly start: Uint32Array;
  readonly length: Uint8Array;

  /** Where the next name goes. */
  get end(): number {
    return this._end;
  }

  /** Give a directory its name, for which there is room. */
  add(id: number, name: string | Uint8Array): void {
    const start = this._end;
    this._end += name.length;
    this.start[id] = start;
    this.length[id] = name.length;
    const bytes = this._bytesTo(this._end);
    if (typeof name === 'string') {
      bytes.write(name, start, 'latin1');
    } else {
      bytes.set(name, start);
    }
  }

  /** Forget all of them. */
  clear(): void {
    this._end = 0;
  }

  /**
   * A name as text from which its bytes can be made again.
   *
   * @param isPlain - It is ASCII, so that no byte of it needs to be decoded.
   */
  text(id: number, isPlain: boolean): string {
    const { start, end } = this._place(id);
    const bytes = this._bytesTo(end);
    return isPlain
      ? bytes.toString('latin1', start, end)
      : decodeName(bytes.subarray(start, end));
  }

  /** A copy of a name. */
  copy(id: number): Buffer {
    const { start, end } = this._place(id);
    return Buffer.from(this._bytesTo(end).subarray(start, end));
  }

  /** All names one after the other. */
  all(): Uint8Array {
    return new Uint8Array(this._buffers.names, 0, this._end);
  }

  /** A copy of the names of the first directories, without those that nobody has any more. */
  packed(count: number): Uint8Array {
    const all = this.all();
    let length = 0;
    for (let id = 0; id < count; id += 1) {
      length += this.length[id] ?? 0;
    }
    if (length === all.length) {
      return all.slice();
    }
    const names = new Uint8Array(length);
    let end = 0;
    for (let id = 0; id < count; id += 1) {
      const place = this._place(id);
      names.set(all.subarray(place.start, place.end), end);
      end += place.end - place.start;
    }
    return names;
  }

  /** Take packed names over that were written into the memory, with their lengths. */
  takeOver(count: number): void {
    this._end = 0;
    for (let id = 0; id < count; id += 1) {
      this.start[id] = this._end;
      this._end += this.length[id] ?? 0;
    }
  }

  private _place(id: number): { start: number; end: number } {
    const start = this.start[id] ?? 0;
    return { start, end: start + (this.length[id] ?? 0) };
  }

  /** The bytes, at least up to here: a `Buffer` of older Node versions does not grow with its memory. */
  private _bytesTo(end: number): Buffer {
    if (end > this._bytes.length) {
      this._bytes = Buffer.from(this._buffers.names);
    }
    return this._bytes;
  }

  private _bytes: Buffer;
  private _end = 0;
}
