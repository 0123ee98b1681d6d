import type { IArray } from '../array';
import { readAttributes } from '../attributes';
import { field, isObject, textOf, type JsonObject } from '../json';
import { readDataType2, readDataType3 } from './data-type';
import { codecNames2, codecNames3, innerChunks } from './packing';

/** NumPy has 64 at most; a list of a million would be somebody's joke. */
const MAX_DIMENSIONS = 64;

/**
 * An array of a Zarr store: what its metadata say, and the metadata for whoever reads its chunks.
 */
export interface IZarrArray extends IArray {
  readonly zarrFormat: 2 | 3;
  /** What is fetched at once: a shard where chunks are gathered in shards, else a chunk. */
  readonly gridChunks: readonly number[];
  readonly isSharded: boolean;
  readonly metadata: JsonObject;
}

/**
 * Read `.zarray` and `.zattrs`; null when they describe no array.
 *
 * @see https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html
 */
export function readArray2(
  path: string,
  metadata: unknown,
  zattrs: unknown
): IZarrArray | null {
  const shape = readLengths(field(metadata, 'shape'), 0);
  const chunks = readLengths(field(metadata, 'chunks'), 1);
  if (!isObject(metadata) || !shape || !fit(chunks, shape)) {
    return null;
  }
  const attributes = readAttributes(zattrs);
  const type = readDataType2(field(metadata, 'dtype'));
  return {
    path,
    shape,
    chunks,
    gridChunks: chunks,
    isSharded: false,
    dimensions: dimensionNames(attributes.get('_ARRAY_DIMENSIONS'), shape),
    dtype: type.name,
    itemBytes: type.itemBytes,
    fillValue: field(metadata, 'fill_value') ?? null,
    attributes,
    packing: codecNames2(metadata),
    zarrFormat: 2,
    metadata
  };
}

/**
 * Read the `zarr.json` of an array; null when it describes none.
 *
 * @see https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html
 */
export function readArray3(path: string, metadata: unknown): IZarrArray | null {
  const shape = readLengths(field(metadata, 'shape'), 0);
  const grid = field(field(metadata, 'chunk_grid'), 'configuration');
  const gridChunks = readLengths(field(grid, 'chunk_shape'), 1);
  if (!isObject(metadata) || !shape || !fit(gridChunks, shape)) {
    return null;
  }
  const type = readDataType3(field(metadata, 'data_type'));
  const inner = readLengths(innerChunks(metadata), 1);
  return {
    path,
    shape,
    chunks: fit(inner, gridChunks) ? inner : gridChunks,
    gridChunks,
    isSharded: fit(inner, gridChunks),
    dimensions: dimensionNames(field(metadata, 'dimension_names'), shape),
    dtype: type.name,
    itemBytes: type.itemBytes,
    fillValue: field(metadata, 'fill_value') ?? null,
    attributes: readAttributes(field(metadata, 'attributes')),
    packing: codecNames3(metadata),
    zarrFormat: 3,
    metadata
  };
}

function readLengths(value: unknown, least: number): number[] | null {
  const isFine =
    Array.isArray(value) &&
    value.length <= MAX_DIMENSIONS &&
    value.every(
      (item: unknown) =>
        typeof item === 'number' && Number.isSafeInteger(item) && item >= least
    );
  return isFine ? (value as number[]) : null;
}

function fit(
  lengths: readonly number[] | null,
  axes: readonly number[] | null
): lengths is readonly number[] {
  return lengths !== null && lengths.length === axes?.length;
}

/** Without names, those that xarray would make up. */
function dimensionNames(value: unknown, shape: readonly number[]): string[] {
  const names: unknown[] =
    Array.isArray(value) && value.length === shape.length ? value : [];
  return shape.map(
    (_, axis) => textOf(names[axis])?.slice(0, 200) ?? `dim_${String(axis)}`
  );
}
