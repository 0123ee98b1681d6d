import { LeapError } from '../../../contract';
import { readAttributes, type Attributes } from '../attributes';
import { field, parseObject, type JsonObject } from '../json';
import type { ISource } from '../source';
import { readArray3, type IZarrArray } from '../zarr/zarr-array';
import { FlatTable } from './flat-table';
import { objectName } from './object-id';
import { readPackedFile, sensibly } from './packed-file';

const MAX_NODES = 20_000;
const ARRAY = 1;

/** Where the references of some of an array's chunks are. */
export interface IManifestRange {
  readonly manifest: string;
  /** First chunk and the one behind the last, an axis each: `[from, to, from, to …]`. */
  readonly extents: readonly number[];
}

/**
 * An array as a snapshot has it.
 */
export interface INode {
  /** Names it in manifests. */
  readonly id: string;
  readonly path: string;
  /** Null: its metadata make no sense. */
  readonly array: IZarrArray | null;
  readonly manifests: readonly IManifestRange[];
}

/**
 * One version of a repository's data.
 */
export interface ISnapshot {
  readonly formatVersion: number;
  readonly message: string;
  /** ISO 8601, UTC; null: it makes no sense. */
  readonly writtenAt: string | null;
  readonly attributes: Attributes;
  readonly nodes: readonly INode[];
}

/**
 * Read a snapshot.
 *
 * @throws LeapError `not-found` when it is gone, `bad-upstream` when it makes no sense.
 */
export async function readSnapshot(
  source: ISource,
  name: string,
  signal: AbortSignal
): Promise<ISnapshot> {
  const key = `snapshots/${name}`;
  const file = await readPackedFile(source, key, signal);
  if (file === null) {
    throw new LeapError(
      'not-found',
      'The snapshot that the branch points to is not there.'
    );
  }
  return sensibly(key, () => {
    const table = FlatTable.root(file.content);
    const count = Math.min(MAX_NODES, table.count(2));
    let attributes: Attributes = new Map();
    const nodes: INode[] = [];
    for (let at = 0; at < count; at += 1) {
      const node = table.item(2, at);
      const path = (node.text(1) ?? '').replace(/^\//, '');
      const array = node.byte(3) === ARRAY ? node.table(4) : null;
      if (array) {
        nodes.push(readNode(node, array, path));
      } else if (path === '') {
        attributes = readAttributes(field(metadataOf(node), 'attributes'));
      }
    }
    return {
      formatVersion: file.version,
      message: table.text(4) ?? '',
      writtenAt: instant(table.long(3)),
      attributes,
      nodes
    };
  });
}

function readNode(node: FlatTable, array: FlatTable, path: string): INode {
  return {
    id: Buffer.from(node.fixed(0, 8) ?? []).toString('hex'),
    path,
    array: readArray3(path, metadataOf(node)),
    manifests: Array.from({ length: array.count(2) }, (_, at) => {
      const range = array.item(2, at);
      return {
        manifest: objectName(range.fixed(0, 12) ?? new Uint8Array()),
        extents: range.words(1, 2)
      };
    })
  };
}

/** What Zarr would have in `zarr.json`. */
function metadataOf(node: FlatTable): JsonObject {
  const bytes = node.bytes(2) ?? new Uint8Array();
  try {
    return parseObject(bytes, 'The metadata of an array');
  } catch {
    // One that cannot be read is counted among those that are left out.
    return {};
  }
}

function instant(microseconds: number): string | null {
  const date = new Date(microseconds / 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
