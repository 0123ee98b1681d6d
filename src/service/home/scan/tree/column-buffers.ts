/** More directories than any home has; what lies below the last one is reported as unreadable. */
export const MAX_DIRECTORIES = 16 << 20;

/** Room for names: 64 bytes a directory, and no offset leaves 31 bits. */
export const MAX_NAME_BYTES = 1 << 30;

/** A step of growth: memory grows with the tree, not ahead of it. */
const GROWTH = 16_384;

/** What each column's number takes, in bytes. */
export const WIDTHS = {
  parent: 4,
  depth: 2,
  flags: 1,
  nameStart: 4,
  nameLength: 1,
  inode: 8,
  statusMs: 8,
  usedBytes: 8,
  apparentBytes: 8,
  files: 4,
  lowInode: 8,
  highInode: 8,
  newestMs: 8
} as const;

type ColumnName = keyof typeof WIDTHS;

/** In the order in which they grow: when the last one is long enough, all are. */
const COLUMN_NAMES = Object.keys(WIDTHS) as readonly ColumnName[];

/** The memory behind the columns of a walk. It grows without a copy. */
export type ColumnBuffers = Readonly<Record<ColumnName | 'names', ArrayBuffer>>;

/** Columns for no directory yet, which can grow to this many. */
export function createBuffers(capacity: number): ColumnBuffers {
  const room = Math.max(capacity, GROWTH);
  const column = (name: ColumnName): ArrayBuffer =>
    growing(WIDTHS[name] * GROWTH, WIDTHS[name] * room);
  return {
    parent: column('parent'),
    depth: column('depth'),
    flags: column('flags'),
    nameStart: column('nameStart'),
    nameLength: column('nameLength'),
    inode: column('inode'),
    statusMs: column('statusMs'),
    usedBytes: column('usedBytes'),
    apparentBytes: column('apparentBytes'),
    files: column('files'),
    lowInode: column('lowInode'),
    highInode: column('highInode'),
    newestMs: column('newestMs'),
    names: growing(16 * GROWTH, MAX_NAME_BYTES)
  };
}

/** Make room for this many directories and bytes of names. */
export function reserve(
  buffers: ColumnBuffers,
  directories: number,
  nameBytes: number
): void {
  grow(buffers.names, nameBytes, 16 * GROWTH);
  if (directories * WIDTHS.newestMs > buffers.newestMs.byteLength) {
    for (const name of COLUMN_NAMES) {
      const width = WIDTHS[name];
      grow(buffers[name], directories * width, width * GROWTH);
    }
  }
}

function growing(bytes: number, maxByteLength: number): ArrayBuffer {
  return new ArrayBuffer(bytes, { maxByteLength });
}

function grow(buffer: ArrayBuffer, needed: number, step: number): void {
  while (buffer.byteLength < needed) {
    const steps = Math.ceil(needed / step);
    buffer.resize(Math.min(steps * step, buffer.maxByteLength));
  }
}
