import type { Attributes } from '../attributes';
import { field, parseObject } from '../json';
import type { ISource } from '../source';
import { gathered, type IZarrArrays } from './zarr-arrays';
import { readArray2, readArray3, type IZarrArray } from './zarr-array';

/** Requests that a look into a store without consolidated metadata may cost. */
const MAX_NODES = 400;
const MAX_DEPTH = 8;
const IN_FLIGHT = 16;
const MAX_NODE_BYTES = 4 << 20;

type Node = { path: string; array: IZarrArray | null; isGroup: boolean };

/**
 * Read a store whose metadata are not consolidated, group by group.
 */
export async function walkNodes(
  source: ISource,
  zarrFormat: 2 | 3,
  attributes: Attributes,
  signal: AbortSignal
): Promise<IZarrArrays> {
  const format = `Zarr format ${String(zarrFormat)}, not consolidated`;
  const arrays: [string, IZarrArray | null][] = [];
  const notes: string[] = [];
  let level = [''];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const group of level) {
      const listed = await source.list(group, signal);
      if (listed === null) {
        notes.push(CANNOT_LIST);
        return { ...gathered(format, attributes, arrays), notes };
      }
      const room = MAX_NODES - seen;
      const isAll = listed.isComplete && listed.folders.length <= room;
      if ((!isAll || depth > MAX_DEPTH) && !notes.includes(TOO_MANY)) {
        notes.push(TOO_MANY);
      }
      const folders = depth > MAX_DEPTH ? [] : listed.folders.slice(0, room);
      seen += folders.length;
      const nodes = await readNodes(
        source,
        zarrFormat,
        folders.map(name => group + name),
        signal
      );
      for (const { path, array, isGroup } of nodes) {
        if (isGroup) {
          below.push(`${path}/`);
        } else {
          arrays.push([path, array]);
        }
      }
    }
    level = below;
  }
  const store = gathered(format, attributes, arrays);
  return { ...store, notes: [...store.notes, ...notes] };
}

const CANNOT_LIST =
  'Its metadata are not consolidated and a web server cannot be listed, so its variables are not known. Open each by its name in a notebook.';

const TOO_MANY = `It has more groups and arrays than are looked at when metadata are not consolidated (${String(MAX_NODES)}); the others are left out.`;

async function readNodes(
  source: ISource,
  zarrFormat: 2 | 3,
  folders: readonly string[],
  signal: AbortSignal
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let at = 0; at < folders.length; at += IN_FLIGHT) {
    const some = folders
      .slice(at, at + IN_FLIGHT)
      .map(folder =>
        zarrFormat === 3
          ? readNode3(source, folder, signal)
          : readNode2(source, folder, signal)
      );
    nodes.push(...(await Promise.all(some)).filter(node => node !== null));
  }
  return nodes;
}

async function readNode3(
  source: ISource,
  folder: string,
  signal: AbortSignal
): Promise<Node | null> {
  const bytes = await source.read(`${folder}zarr.json`, MAX_NODE_BYTES, signal);
  if (bytes === null) {
    return null;
  }
  const path = folder.slice(0, -1);
  const metadata = parseObject(bytes, `${folder}zarr.json`);
  return field(metadata, 'node_type') === 'group'
    ? { path, array: null, isGroup: true }
    : { path, array: readArray3(path, metadata), isGroup: false };
}

async function readNode2(
  source: ISource,
  folder: string,
  signal: AbortSignal
): Promise<Node | null> {
  const [array, attributes, group] = await Promise.all(
    ['.zarray', '.zattrs', '.zgroup'].map(key =>
      source.read(folder + key, MAX_NODE_BYTES, signal)
    )
  );
  const path = folder.slice(0, -1);
  if (array) {
    const zattrs = attributes
      ? parseObject(attributes, `${folder}.zattrs`)
      : {};
    const metadata = parseObject(array, `${folder}.zarray`);
    return { path, array: readArray2(path, metadata, zattrs), isGroup: false };
  }
  return group ? { path, array: null, isGroup: true } : null;
}
