import { decodeName } from './names';

/** More directories than any home has; what lies below the last one is reported as unreadable. */
export const MAX_DIRECTORIES = 16 << 20;

/** Room for names: 64 bytes a directory, and no offset leaves 31 bits. */
const MAX_NAME_BYTES = 1 << 30;

/** A step of growth: memory grows with the tree, not ahead of it. */
const GROWTH = 16_384;

const NEXT_ID = 0;
const NAMES_END = 1;

/** The directory's numbers mean "at least". */
export const INCOMPLETE = 1;
/** On the same device as the root of the walk. */
export const SAME_DEVICE = 2;
/** Its name is plain ASCII, so that no byte of it needs to be decoded. */
const PLAIN_NAME = 4;
/** It has thousands of names. */
const LONG_LIST = 8;

/** A directory whose own size is above this has a long list. */
const LONG_LIST_BYTES = 256 << 10;

const PLAIN = /^[\0-\x7f]*$/;

const WIDTHS = {
  parent: 4,
  depth: 2,
  flags: 1,
  nameStart: 4,
  nameLength: 1,
  inode: 8,
  usedBytes: 8,
  apparentBytes: 8,
  files: 4,
  newestMs: 8
} as const;

type ColumnName = keyof typeof WIDTHS;

const COLUMN_NAMES = [
  'parent',
  'depth',
  'flags',
  'nameStart',
  'nameLength',
  'inode',
  'usedBytes',
  'apparentBytes',
  'files',
  'newestMs'
] as const satisfies readonly ColumnName[];

/** The memory behind the columns, for handing to another thread. */
export type ColumnBuffers = Readonly<
  Record<ColumnName | 'names' | 'counters', SharedArrayBuffer>
>;

/** What is known of a directory before it is opened. */
export interface IDirectoryStart {
  readonly inode: number;
  readonly usedBytes: number;
  readonly changedMs: number;
  readonly sameDevice: boolean;
  /** What its list of names takes. */
  readonly sizeBytes: number;
}

/** What stands directly in a directory, subdirectories left out. */
export interface IContent {
  usedBytes: number;
  apparentBytes: number;
  files: number;
  newestMs: number;
}

/**
 * One number a directory in each column, shared by all threads of a walk: 48 bytes and a name, where an object takes ten times that.
 *
 * A directory's number is greater than its parent's, so one pass backwards sums a tree.
 */
export class DirectoryColumns {
  constructor(
    readonly buffers: ColumnBuffers,
    private readonly _capacity = MAX_DIRECTORIES
  ) {
    this.parent = new Uint32Array(buffers.parent);
    this.depth = new Uint16Array(buffers.depth);
    this.flags = new Uint8Array(buffers.flags);
    this.inode = new Float64Array(buffers.inode);
    this.usedBytes = new Float64Array(buffers.usedBytes);
    this.apparentBytes = new Float64Array(buffers.apparentBytes);
    this.files = new Uint32Array(buffers.files);
    this.newestMs = new Float64Array(buffers.newestMs);
    this._nameStart = new Uint32Array(buffers.nameStart);
    this._nameLength = new Uint8Array(buffers.nameLength);
    this._names = Buffer.from(buffers.names);
    this._counters = new Int32Array(buffers.counters);
  }

  static create(capacity = MAX_DIRECTORIES): DirectoryColumns {
    const room = Math.max(capacity, GROWTH);
    const column = (width: number): SharedArrayBuffer =>
      growing(width * GROWTH, width * room);
    const buffers: ColumnBuffers = {
      parent: column(WIDTHS.parent),
      depth: column(WIDTHS.depth),
      flags: column(WIDTHS.flags),
      nameStart: column(WIDTHS.nameStart),
      nameLength: column(WIDTHS.nameLength),
      inode: column(WIDTHS.inode),
      usedBytes: column(WIDTHS.usedBytes),
      apparentBytes: column(WIDTHS.apparentBytes),
      files: column(WIDTHS.files),
      newestMs: column(WIDTHS.newestMs),
      names: growing(16 * GROWTH, MAX_NAME_BYTES),
      counters: new SharedArrayBuffer(8)
    };
    return new DirectoryColumns(buffers, capacity);
  }

  readonly parent: Uint32Array;
  readonly depth: Uint16Array;
  readonly flags: Uint8Array;
  readonly inode: Float64Array;
  readonly usedBytes: Float64Array;
  readonly apparentBytes: Float64Array;
  readonly files: Uint32Array;
  readonly newestMs: Float64Array;

  /** How many directories there are; their numbers are below it. */
  get count(): number {
    return Math.min(Atomics.load(this._counters, NEXT_ID), this._capacity);
  }

  /**
   * Add a directory below another one; the first is its own parent.
   *
   * @returns Its number; null when there is no room left.
   */
  add(
    parent: number,
    name: string | Uint8Array,
    start: IDirectoryStart
  ): number | null {
    const isPlain = typeof name === 'string' && PLAIN.test(name);
    const bytes =
      typeof name === 'string' && !isPlain ? Buffer.from(name) : name;
    const { length } = bytes;
    const id = Atomics.add(this._counters, NEXT_ID, 1);
    const nameStart = Atomics.add(this._counters, NAMES_END, length);
    if (id >= this._capacity || nameStart + length > MAX_NAME_BYTES) {
      return null;
    }
    this._reserve(id + 1, nameStart + length);
    const names = this._namesTo(nameStart + length);
    if (typeof bytes === 'string') {
      names.write(bytes, nameStart, 'latin1');
    } else {
      names.set(bytes, nameStart);
    }
    this._nameStart[id] = nameStart;
    this._nameLength[id] = length;
    this.parent[id] = parent;
    this.depth[id] = id === parent ? 0 : (this.depth[parent] ?? 0) + 1;
    this.flags[id] =
      (start.sameDevice ? SAME_DEVICE : 0) |
      (isPlain ? PLAIN_NAME : 0) |
      (start.sizeBytes > LONG_LIST_BYTES ? LONG_LIST : 0);
    this.inode[id] = start.inode;
    this.usedBytes[id] = start.usedBytes;
    this.newestMs[id] = start.changedMs;
    return id;
  }

  /** Count what was found in a directory. One thread at a time for each directory. */
  addContent(id: number, content: IContent): void {
    this.usedBytes[id] = (this.usedBytes[id] ?? 0) + content.usedBytes;
    this.apparentBytes[id] =
      (this.apparentBytes[id] ?? 0) + content.apparentBytes;
    this.files[id] = (this.files[id] ?? 0) + content.files;
    this.newestMs[id] = Math.max(this.newestMs[id] ?? 0, content.newestMs);
  }

  markIncomplete(id: number): void {
    Atomics.or(this.flags, id, INCOMPLETE);
  }

  /** Whether it has thousands of names: those are read portion by portion. */
  isLong(id: number): boolean {
    return ((this.flags[id] ?? 0) & LONG_LIST) !== 0;
  }

  /** The directory's name as text from which its bytes can be made again. */
  nameText(id: number): string {
    const start = this._nameStart[id] ?? 0;
    const end = start + (this._nameLength[id] ?? 0);
    const names = this._namesTo(end);
    return ((this.flags[id] ?? 0) & PLAIN_NAME) === 0
      ? decodeName(names.subarray(start, end))
      : names.toString('latin1', start, end);
  }

  /** A copy of the directory's name. */
  name(id: number): Buffer {
    const start = this._nameStart[id] ?? 0;
    const end = start + (this._nameLength[id] ?? 0);
    return Buffer.from(this._namesTo(end).subarray(start, end));
  }

  /** Copies of the columns that hold the first names. */
  namesUpTo(count: number): {
    nameStart: Uint32Array;
    nameLength: Uint8Array;
    names: Uint8Array;
  } {
    const end = Atomics.load(this._counters, NAMES_END);
    return {
      nameStart: this._nameStart.slice(0, count),
      nameLength: this._nameLength.slice(0, count),
      names: Uint8Array.from(this._namesTo(end).subarray(0, end))
    };
  }

  /** The names, at least up to here: a `Buffer` of older Node versions does not grow with its memory. */
  private _namesTo(end: number): Buffer {
    if (end > this._names.length) {
      this._names = Buffer.from(this.buffers.names);
    }
    return this._names;
  }

  private _reserve(directories: number, nameBytes: number): void {
    grow(this.buffers.names, nameBytes, 16 * GROWTH);
    // The last column grows last: when it is long enough, all are.
    if (directories > this.newestMs.length) {
      for (const name of COLUMN_NAMES) {
        const width = WIDTHS[name];
        grow(this.buffers[name], directories * width, width * GROWTH);
      }
    }
  }

  private readonly _nameStart: Uint32Array;
  private readonly _nameLength: Uint8Array;
  private _names: Buffer;
  private readonly _counters: Int32Array;
}

function growing(bytes: number, maxByteLength: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes, { maxByteLength });
}

function grow(buffer: SharedArrayBuffer, needed: number, step: number): void {
  while (buffer.byteLength < needed) {
    const steps = Math.ceil(needed / step);
    try {
      buffer.grow(Math.min(steps * step, buffer.maxByteLength));
    } catch (reason) {
      // Another thread made it larger in the meantime: a shared buffer never shrinks.
      if (buffer.byteLength < needed) {
        throw reason;
      }
    }
  }
}
