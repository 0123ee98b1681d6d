import { LeapError } from '../../../contract';
import { readAttributes } from '../attributes';
import { field, isObject, parseObject, type JsonObject } from '../json';
import type { ISource } from '../source';
import { readArray2, readArray3, type IZarrArray } from './zarr-array';
import { gathered, type IZarrArrays } from './zarr-arrays';
import { walkNodes } from './walk-nodes';

/** Consolidated metadata of the largest published stores are some megabytes. */
const MAX_METADATA_BYTES = 32 << 20;

/**
 * Read what a Zarr store says of itself, of format 2 or 3, consolidated or not; null when there is none.
 *
 * Reads metadata alone: one request where they are consolidated, else one a group and array.
 *
 * @throws LeapError what the source says, `bad-upstream` for metadata that cannot be read.
 */
export async function openZarr(
  source: ISource,
  signal: AbortSignal
): Promise<IZarrArrays | null> {
  const read = (key: string): Promise<Uint8Array | null> =>
    source.read(key, MAX_METADATA_BYTES, signal);
  // At once, so that a store of either format answers within one round trip.
  const [root3, consolidated2, array2, group2] = await Promise.all(
    ['zarr.json', '.zmetadata', '.zarray', '.zgroup'].map(read)
  );
  if (root3) {
    return open3(source, parseObject(root3, 'zarr.json'), signal);
  }
  if (consolidated2) {
    return openConsolidated2(parseObject(consolidated2, '.zmetadata'));
  }
  const zattrs = array2 || group2 ? await read('.zattrs') : null;
  const attributes = zattrs ? parseObject(zattrs, '.zattrs') : {};
  if (array2) {
    return single(
      'Zarr format 2, one array',
      readArray2('', parseObject(array2, '.zarray'), attributes)
    );
  }
  return group2
    ? walkNodes(source, 2, readAttributes(attributes), signal)
    : null;
}

async function open3(
  source: ISource,
  root: JsonObject,
  signal: AbortSignal
): Promise<IZarrArrays> {
  if (field(root, 'node_type') === 'array') {
    return single('Zarr format 3, one array', readArray3('', root));
  }
  const attributes = readAttributes(field(root, 'attributes'));
  const nodes = field(field(root, 'consolidated_metadata'), 'metadata');
  if (!isObject(nodes)) {
    return walkNodes(source, 3, attributes, signal);
  }
  return gathered(
    'Zarr format 3, consolidated',
    attributes,
    Object.keys(nodes)
      .filter(path => field(field(nodes, path), 'node_type') === 'array')
      .map(path => [path, readArray3(path, field(nodes, path))])
  );
}

/** Read a `.zmetadata`, which also Kerchunk's references have. */
function openConsolidated2(
  document: JsonObject,
  format = 'Zarr format 2, consolidated'
): IZarrArrays {
  const nodes = field(document, 'metadata');
  const arrays = Object.keys(isObject(nodes) ? nodes : {})
    .map(key => /^(?:(.+)\/)?\.zarray$/s.exec(key))
    .filter(found => found !== null)
    .map(([key, path = '']): [string, IZarrArray | null] => [
      path,
      readArray2(
        path,
        field(nodes, key),
        field(nodes, path === '' ? '.zattrs' : `${path}/.zattrs`)
      )
    ]);
  const attributes = readAttributes(field(nodes, '.zattrs'));
  const recordSize = field(document, 'record_size');
  return typeof recordSize === 'number' &&
    recordSize >= 1 &&
    Number.isSafeInteger(recordSize)
    ? {
        ...gathered('Kerchunk references in Parquet', attributes, arrays),
        recordSize
      }
    : gathered(format, attributes, arrays);
}

function single(format: string, array: IZarrArray | null): IZarrArrays {
  if (array === null) {
    throw new LeapError(
      'bad-upstream',
      'The metadata of this array make no sense: its shape and its chunks do not fit together.'
    );
  }
  return { format, attributes: new Map(), arrays: [array], notes: [] };
}
