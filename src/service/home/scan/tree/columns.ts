import {
  createBuffers,
  MAX_DIRECTORIES,
  MAX_NAME_BYTES,
  reserve,
  type ColumnBuffers
} from './column-buffers';
import { compactTree, type Column } from './compaction';
import { DirectoryNames } from './directory-names';

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

/** What is known of a directory before it is opened. */
export interface IDirectoryStart {
  readonly inode: number;
  readonly usedBytes: number;
  readonly changedMs: number;
  /** When anything about it last changed, its list of names included (ctime). */
  readonly statusMs: number;
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
  /** Of the files with one name, the lowest and the highest inode. */
  lowInode: number;
  highInode: number;
}

/**
 * One number a directory in each column: 72 bytes and a name, where an object takes ten times that.
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
    this.statusMs = new Float64Array(buffers.statusMs);
    this.usedBytes = new Float64Array(buffers.usedBytes);
    this.apparentBytes = new Float64Array(buffers.apparentBytes);
    this.files = new Uint32Array(buffers.files);
    this.lowInode = new Float64Array(buffers.lowInode);
    this.highInode = new Float64Array(buffers.highInode);
    this.newestMs = new Float64Array(buffers.newestMs);
    this._names = new DirectoryNames(buffers);
  }

  static create(capacity = MAX_DIRECTORIES): DirectoryColumns {
    return new DirectoryColumns(createBuffers(capacity), capacity);
  }

  readonly parent: Uint32Array;
  readonly depth: Uint16Array;
  readonly flags: Uint8Array;
  readonly inode: Float64Array;
  readonly statusMs: Float64Array;
  readonly usedBytes: Float64Array;
  readonly apparentBytes: Float64Array;
  readonly files: Uint32Array;
  readonly lowInode: Float64Array;
  readonly highInode: Float64Array;
  readonly newestMs: Float64Array;

  /** How many directories there are; their numbers are below it. */
  get count(): number {
    return this._count;
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
    const { count: id } = this;
    const end = this._names.end + bytes.length;
    if (id >= this._capacity || end > MAX_NAME_BYTES) {
      return null;
    }
    this._count += 1;
    reserve(this.buffers, this._count, end);
    this._names.add(id, bytes);
    this.parent[id] = parent;
    this.depth[id] = id === parent ? 0 : (this.depth[parent] ?? 0) + 1;
    this.flags[id] = isPlain ? PLAIN_NAME : 0;
    this.begin(id, start);
    return id;
  }

  /** Forget what was counted in a directory: it is about to be read. */
  begin(id: number, start: IDirectoryStart): void {
    this.flags[id] =
      ((this.flags[id] ?? 0) & PLAIN_NAME) |
      (start.sameDevice ? SAME_DEVICE : 0) |
      (start.sizeBytes > LONG_LIST_BYTES ? LONG_LIST : 0);
    this.inode[id] = start.inode;
    this.statusMs[id] = start.statusMs;
    this.usedBytes[id] = start.usedBytes;
    this.apparentBytes[id] = 0;
    this.files[id] = 0;
    this.lowInode[id] = Infinity;
    this.highInode[id] = -Infinity;
    this.newestMs[id] = start.changedMs;
  }

  /** Forget all directories and keep the memory for others. */
  clear(): void {
    this._count = 0;
    this._names.clear();
  }

  /** Count what was found in a directory. */
  addContent(id: number, content: IContent): void {
    this.usedBytes[id] = (this.usedBytes[id] ?? 0) + content.usedBytes;
    this.apparentBytes[id] =
      (this.apparentBytes[id] ?? 0) + content.apparentBytes;
    this.files[id] = (this.files[id] ?? 0) + content.files;
    this.newestMs[id] = Math.max(this.newestMs[id] ?? 0, content.newestMs);
    this.lowInode[id] = Math.min(this.lowInode[id] ?? 0, content.lowInode);
    this.highInode[id] = Math.max(this.highInode[id] ?? 0, content.highInode);
  }

  /**
   * Leave directories out; the others keep their order.
   *
   * @param isGone - By number, 1 for each that is left out with all below it.
   * @returns The new number of each that stays.
   */
  compact(isGone: Uint8Array): Uint32Array {
    const { numbers, left } = compactTree(this._all, this.parent, isGone);
    this._count = left;
    return numbers;
  }

  markIncomplete(id: number): void {
    this.flags[id] = (this.flags[id] ?? 0) | INCOMPLETE;
  }

  /** Whether it is on the device of the walk's root. */
  isOnRootDevice(id: number): boolean {
    return ((this.flags[id] ?? 0) & SAME_DEVICE) !== 0;
  }

  /** Whether it has thousands of names: those are read portion by portion. */
  isLong(id: number): boolean {
    return ((this.flags[id] ?? 0) & LONG_LIST) !== 0;
  }

  /** The directory's name as text from which its bytes can be made again. */
  nameText(id: number): string {
    const isPlain = ((this.flags[id] ?? 0) & PLAIN_NAME) !== 0;
    return this._names.text(id, isPlain);
  }

  /** A copy of the directory's name. */
  name(id: number): Buffer {
    return this._names.copy(id);
  }

  /** Where the first names start. */
  nameStarts(count: number): Uint32Array {
    return this._names.start.subarray(0, count);
  }

  /** How many bytes the first names have. */
  nameLengths(count: number): Uint8Array {
    return this._names.length.subarray(0, count);
  }

  /** All names one after the other. */
  nameBytes(): Uint8Array {
    return this._names.all();
  }

  /** All names one after the other, without those that nobody has any more. */
  packedNames(): Uint8Array {
    return this._names.packed(this.count);
  }

  private get _all(): readonly Column[] {
    return [
      this.parent,
      this.depth,
      this.flags,
      this._names.start,
      this._names.length,
      this.inode,
      this.statusMs,
      this.usedBytes,
      this.apparentBytes,
      this.files,
      this.lowInode,
      this.highInode,
      this.newestMs
    ];
  }

  /**
   * Take directories over that were written into the buffers, their names packed.
   *
   * @returns False: they do not belong together.
   */
  takeOver(count: number, nameBytes: number): boolean {
    for (let id = 0; id < count; id += 1) {
      const parent = this.parent[id] ?? 0;
      const depth = this.depth[id] ?? 0;
      if (id === 0 ? parent !== 0 : parent >= id) {
        return false;
      }
      if (depth !== (id === 0 ? 0 : (this.depth[parent] ?? 0) + 1)) {
        return false;
      }
    }
    this._count = count;
    this._names.takeOver(count);
    return this._names.end === nameBytes;
  }

  private readonly _names: DirectoryNames;
  private _count = 0;
}
