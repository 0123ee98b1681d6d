import { LeapError } from '../../../contract';
import type { Reference } from '../kerchunk/references';
import { Recent } from '../recent';
import type { ISource } from '../source';
import { FlatTable } from './flat-table';
import { objectName } from './object-id';
import { readPackedFile, sensibly } from './packed-file';
import type { INode } from './snapshot';

/** Where the repository's own chunks lie. */
const CHUNKS = 'chunks/';

/** Manifests that are kept: those of the variable and of its coordinates. */
const KEPT = 3;

const CHUNK_NAME = /^(?:c(?:[/.]\d+)*|\d+(?:[/.]\d+)*)$/;

/**
 * Finds chunks of a snapshot by the keys that Zarr has for them: `sst/c/0/3`.
 */
export class ChunkReferences {
  constructor(
    nodes: readonly INode[],
    private readonly _source: ISource
  ) {
    this._nodes = new Map(nodes.map(node => [node.path, node]));
  }

  /**
   * Null: nobody wrote this chunk.
   *
   * @throws LeapError `bad-upstream` when the manifest makes no sense.
   */
  async get(key: string, signal: AbortSignal): Promise<Reference | null> {
    const found = this._find(key);
    const place = found?.node.manifests.find(({ extents }) =>
      isWithin(found.index, extents)
    );
    if (!found || !place) {
      return null;
    }
    const file = `manifests/${place.manifest}`;
    const manifest = await this._manifests.get(file, () =>
      this._read(file, signal)
    );
    return sensibly(file, () => {
      const refs = refsOf(FlatTable.root(manifest), found.node.id);
      const ref = refs && search(refs, found.index);
      return ref && reference(ref);
    });
  }

  /** Nobody lists chunks: a snapshot has all the metadata. */
  list(): { keys: string[]; folders: string[] } {
    return { keys: [], folders: [] };
  }

  private _find(key: string): { node: INode; index: number[] } | null {
    for (
      let slash = key.indexOf('/');
      slash !== -1;
      slash = key.indexOf('/', slash + 1)
    ) {
      const node = this._nodes.get(key.slice(0, slash));
      const rest = key.slice(slash + 1);
      if (node && CHUNK_NAME.test(rest)) {
        const index = rest.match(/\d+/g)?.map(Number) ?? [];
        const rank = node.array?.shape.length ?? 0;
        // A single value is chunk `c`, or `0` as format 2 had it.
        return { node, index: rank === 0 ? [] : index };
      }
    }
    return null;
  }

  private async _read(file: string, signal: AbortSignal): Promise<Uint8Array> {
    const found = await readPackedFile(this._source, file, signal);
    if (found === null) {
      throw new LeapError(
        'not-found',
        'A manifest of the Icechunk repository is not there.'
      );
    }
    return found.content;
  }

  private readonly _nodes: ReadonlyMap<string, INode>;
  private readonly _manifests = new Recent<Uint8Array>(KEPT);
}

/**
 * Whether an address is that of a chunk of the repository itself.
 */
export function isOwnChunk(url: string): boolean {
  return url.startsWith(CHUNKS);
}

function isWithin(
  index: readonly number[],
  extents: readonly number[]
): boolean {
  return index.every(
    (at, axis) =>
      at >= (extents[axis * 2] ?? 0) && at < (extents[axis * 2 + 1] ?? 0)
  );
}

/** The array's own list; the manifest may hold those of several. */
function refsOf(manifest: FlatTable, id: string): FlatTable | null {
  const count = manifest.count(1);
  for (let at = 0; at < count; at += 1) {
    const array = manifest.item(1, at);
    if (Buffer.from(array.fixed(0, 8) ?? []).toString('hex') === id) {
      return array;
    }
  }
  return null;
}

/** They are sorted by their index. */
function search(refs: FlatTable, index: readonly number[]): FlatTable | null {
  let from = 0;
  let to = refs.count(1);
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const ref = refs.item(1, middle);
    const order = compare(ref.words(0), index);
    if (order === 0) {
      return ref;
    }
    if (order < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return null;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < other.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function reference(ref: FlatTable): Reference {
  const inline = ref.bytes(1);
  if (inline) {
    return { kind: 'inline', bytes: inline };
  }
  const range = { offset: ref.long(2), length: ref.long(3) };
  const id = ref.fixed(4, 12);
  const location = ref.text(5);
  if (!Number.isFinite(range.offset + range.length)) {
    throw new RangeError('Beyond all files.');
  }
  if (id) {
    return { kind: 'part', url: CHUNKS + objectName(id), range };
  }
  if (location === null) {
    throw new LeapError(
      'bad-upstream',
      'Where its chunks lie is packed in a way that is not read here. Open it with icechunk in a notebook.'
    );
  }
  return { kind: 'part', url: location, range };
}
