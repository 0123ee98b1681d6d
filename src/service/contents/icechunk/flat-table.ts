/** The least that a table takes. */
const TABLE_BYTES = 8;

/** So that a small file can be searched. */
const LEAST_ROOM = 1 << 16;

/**
 * A table of a FlatBuffer. Google's library for JavaScript checks no offset of what it reads, and these come from
 * outside: here what leads out of the bytes is a `RangeError`, and so is a file whose parts point to each other so that
 * reading it would take much longer than it is.
 *
 * @see https://flatbuffers.dev/internals/
 */
export class FlatTable {
  private constructor(
    private readonly _view: DataView,
    private readonly _at: number,
    private readonly _room: { bytes: number }
  ) {
    this._spend(TABLE_BYTES);
    this._fields = _at - _view.getInt32(_at, true);
    this._fieldsEnd = this._fields + _view.getUint16(this._fields, true);
  }

  /** The outermost table. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const room = { bytes: bytes.length * 4 + LEAST_ROOM };
    return new FlatTable(view, view.getUint32(0, true), room);
  }

  /** A number without sign; 0 when the field is left out. */
  byte(field: number): number {
    const at = this._place(field);
    return at === null ? 0 : this._view.getUint8(at);
  }

  /** As `byte`. */
  word(field: number): number {
    const at = this._place(field);
    return at === null ? 0 : this._view.getUint32(at, true);
  }

  /** As `byte`; infinite when it cannot be counted. */
  long(field: number): number {
    const at = this._place(field);
    const value = at === null ? 0n : this._view.getBigUint64(at, true);
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(value);
  }

  /** Null: left out. */
  text(field: number): string | null {
    const bytes = this.bytes(field);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** A list of bytes; null: left out. */
  bytes(field: number): Uint8Array | null {
    const list = this._list(field);
    return list && this._part(list.at, list.length);
  }

  /** So many bytes that lie in the table itself; null: left out. */
  fixed(field: number, length: number): Uint8Array | null {
    const at = this._place(field);
    return at === null ? null : this._part(at, length);
  }

  /** A list of numbers of four bytes, or of groups of them. */
  words(field: number, each = 1): number[] {
    const list = this._list(field);
    const count = (list?.length ?? 0) * each;
    this._check(list?.at ?? 0, count * 4);
    return Array.from({ length: count }, (_, index) =>
      this._view.getUint32((list?.at ?? 0) + index * 4, true)
    );
  }

  /** A table that lies elsewhere; null: left out. */
  table(field: number): FlatTable | null {
    const at = this._place(field);
    return at === null ? null : this._follow(at);
  }

  /** How many tables a list has. */
  count(field: number): number {
    const list = this._list(field);
    const length = list?.length ?? 0;
    this._check(list?.at ?? 0, length * 4);
    return length;
  }

  /** One table of a list. */
  item(field: number, index: number): FlatTable {
    const list = this._list(field);
    return this._follow((list?.at ?? Infinity) + index * 4);
  }

  private _follow(at: number): FlatTable {
    return new FlatTable(
      this._view,
      at + this._view.getUint32(at, true),
      this._room
    );
  }

  private _place(field: number): number | null {
    const entry = this._fields + 4 + field * 2;
    const offset =
      entry + 2 <= this._fieldsEnd ? this._view.getUint16(entry, true) : 0;
    return offset === 0 ? null : this._at + offset;
  }

  private _list(field: number): { at: number; length: number } | null {
    const place = this._place(field);
    if (place === null) {
      return null;
    }
    const at = place + this._view.getUint32(place, true);
    return { at: at + 4, length: this._view.getUint32(at, true) };
  }

  private _part(at: number, length: number): Uint8Array {
    this._check(at, length);
    return new Uint8Array(
      this._view.buffer,
      this._view.byteOffset + at,
      length
    );
  }

  private _check(at: number, length: number): void {
    if (at + length > this._view.byteLength) {
      throw new RangeError('Beyond the end.');
    }
    this._spend(length);
  }

  /** What makes sense is read once or twice. */
  private _spend(bytes: number): void {
    this._room.bytes -= bytes;
    if (this._room.bytes < 0) {
      throw new RangeError('It is read again and again.');
    }
  }

  private readonly _fields: number;
  private readonly _fieldsEnd: number;
}
