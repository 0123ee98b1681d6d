import { endianness } from 'node:os';
import * as z from 'zod/mini';
import type { Cache } from '../../../cache';
import { causes, log } from '../../../log';
import {
  createBuffers,
  MAX_DIRECTORIES,
  MAX_NAME_BYTES,
  reserve,
  WIDTHS
} from '../tree/column-buffers';
import { DirectoryColumns } from '../tree/columns';
import { Children } from './children';
import { isSameGround, type IKnownGround, type IKnownTree } from './known-tree';
import type { ILinkedName } from '../tree/linked';
import { LinkedFiles } from '../tree/linked';
import { byPath, Paths } from '../tree/paths';
import { release } from '../tree/release';

const NAME = 'home-tree';

/** Another shape is another version: it is ignored. Numbers lie as this machine writes them. */
const VERSION = `2 ${endianness()}`;

/** Above this (some 600,000 directories) nothing is kept: the cache would not read it. */
const MOST_BYTES = 60 << 20;

const Header = z.object({
  version: z.literal(VERSION),
  ground: z.object({
    root: z.string(),
    device: z.number(),
    inode: z.number(),
    mounts: z.array(z.string())
  }),
  habits: z.object({
    areSlow: z.boolean(),
    atOnce: z.int(),
    bestMs: z.nullable(z.number())
  }),
  directories: z.int(),
  nameBytes: z.int(),
  linkedNames: z.int(),
  large: z.array(
    z.object({
      directory: z.int(),
      name: z.string(),
      usedBytes: z.number(),
      changedMs: z.number(),
      linked: z.nullable(z.object({ volume: z.number(), inode: z.number() }))
    })
  )
});
type Header = z.infer<typeof Header>;

/** Columns in the order in which they are written, one number of each a directory. */
const WRITTEN = [
  'parent',
  'depth',
  'flags',
  'nameLength',
  'inode',
  'statusMs',
  'usedBytes',
  'apparentBytes',
  'files',
  'lowInode',
  'highInode',
  'newestMs'
] as const;

/** Numbers that a linked name takes: its volume, inode, directory, used and apparent bytes. */
const LINKED_WIDTH = 5;

/**
 * Keep what is known of a tree for the next count, in the cache alone: it says the name of every directory.
 */
export async function keepTree(
  cache: Pick<Cache, 'writeBytes' | 'remove'>,
  known: IKnownTree
): Promise<void> {
  const parts = encode(known);
  const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
  if (bytes > MOST_BYTES) {
    await cache.remove(NAME);
  } else {
    await cache.writeBytes(NAME, parts);
  }
  release(...parts);
}

/**
 * What was kept of a tree; null: nothing, or of another directory, by another version, or damaged.
 */
export async function recallTree(
  cache: Pick<Cache, 'readBytes'>,
  ground: IKnownGround
): Promise<IKnownTree | null> {
  const bytes = await cache.readBytes(NAME);
  if (bytes === null) {
    return null;
  }
  try {
    return decode(bytes, ground);
  } catch (reason) {
    log('kept tree ignored', { reason: causes(reason) });
    return null;
  } finally {
    release(bytes);
  }
}

function encode(known: IKnownTree): Uint8Array[] {
  const { ground, columns, readAt, linked, large, habits } = known;
  const { length } = readAt;
  const names = columns.packedNames();
  const rows: number[] = [];
  for (const name of linked.names()) {
    const { volume, inode, directory, usedBytes, apparentBytes } = name;
    rows.push(volume, inode, directory, usedBytes, apparentBytes);
  }
  const header: Header = {
    version: VERSION,
    ground: { ...ground, mounts: [...ground.mounts] },
    habits,
    directories: length,
    nameBytes: names.length,
    linkedNames: rows.length / LINKED_WIDTH,
    large: [...large]
  };
  return [
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...WRITTEN.map(column => {
      const bytes = WIDTHS[column] * length;
      return new Uint8Array(columns.buffers[column], 0, bytes);
    }),
    Uint8Array.from(bytesOf(readAt)),
    names,
    bytesOf(Float64Array.from(rows))
  ];
}

function decode(bytes: Buffer, ground: IKnownGround): IKnownTree | null {
  const end = bytes.indexOf('\n');
  const header = Header.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  const { directories, nameBytes, linkedNames, large, habits } = header;
  if (
    !isSameGround(header.ground, ground) ||
    directories < 1 ||
    directories > MAX_DIRECTORIES ||
    nameBytes > MAX_NAME_BYTES
  ) {
    return null;
  }
  let at = end + 1;
  const take = (length: number): Uint8Array => {
    at += length;
    if (length < 0 || at > bytes.length) {
      throw new RangeError('The file is too short.');
    }
    return bytes.subarray(at - length, at);
  };
  const buffers = createBuffers(MAX_DIRECTORIES);
  reserve(buffers, directories, nameBytes);
  const columns = new DirectoryColumns(buffers);
  for (const column of WRITTEN) {
    const written = take(WIDTHS[column] * directories);
    new Uint8Array(buffers[column]).set(written);
  }
  const readAt = new Uint32Array(copy(take(4 * directories)));
  new Uint8Array(buffers.names).set(take(nameBytes));
  const rows = new Float64Array(copy(take(8 * LINKED_WIDTH * linkedNames)));
  if (!columns.takeOver(directories, nameBytes) || at !== bytes.length) {
    return null;
  }
  const isWithin = ({ directory }: { directory: number }): boolean =>
    directory >= 0 && directory < directories;
  if (!large.every(isWithin) || ![...linkedRows(rows)].every(isWithin)) {
    return null;
  }
  const paths = new Paths(columns, ground.root);
  const linked = new LinkedFiles(byPath(paths), true);
  for (const name of linkedRows(rows)) {
    linked.add(name);
  }
  const children = new Children(columns.parent, directories);
  return { ground, columns, children, readAt, linked, large, habits };
}

function* linkedRows(rows: Float64Array): Generator<ILinkedName> {
  for (let at = 0; at < rows.length; at += LINKED_WIDTH) {
    yield {
      volume: rows[at] ?? 0,
      inode: rows[at + 1] ?? 0,
      directory: rows[at + 2] ?? 0,
      usedBytes: rows[at + 3] ?? 0,
      apparentBytes: rows[at + 4] ?? 0
    };
  }
}

function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Numbers must begin where their width allows. */
function copy(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
