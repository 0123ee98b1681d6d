import type * as H5 from 'h5wasm';
import type { Attributes } from '../attributes';
import { bytesOf, type IArrays } from '../array';
import { rowsOf } from '../rows';
import type { IFileArray } from '../file-array';

/** Objects of a file; more than this are not read in a sidebar. */
const MAX_OBJECTS = 2000;
const MAX_DEPTH = 8;

/** Items of an attribute that is shown. */
const MAX_ITEMS = 1000;

/** One chunk is unpacked as a whole. */
const MAX_CHUNK_BYTES = 256 << 20;

/** How the file keeps its dimensions apart: nothing for a reader. */
const HIDDEN: ReadonlySet<string> = new Set([
  'DIMENSION_LIST',
  'REFERENCE_LIST',
  'CLASS',
  'NAME',
  '_Netcdf4Dimid',
  '_Netcdf4Coordinates',
  '_NCProperties',
  '_nc3_strict'
]);

/** Filters that the library has built in, by their registered numbers: what can be unpacked. */
const BUILT_IN: ReadonlySet<number> = new Set([1, 2, 3, 5, 6]);

/** Classes of types by the library's numbers. */
const INTEGER = 0;
const FLOAT = 1;
const STRING = 3;
const ENUM = 8;

/**
 * What an HDF5 file of this length says of itself, its groups included.
 */
export function describeFile(
  file: H5.File,
  fileBytes: number
): IArrays<IFileArray> {
  const arrays: IFileArray[] = [];
  const notes: string[] = [];
  let count = 0;
  const walk = (group: H5.Group, prefix: string, depth: number): void => {
    for (const name of group.keys()) {
      count += 1;
      if (count > MAX_OBJECTS || depth > MAX_DEPTH) {
        continue;
      }
      const entity = entityOf(group, name);
      if (entity && isGroup(entity)) {
        walk(entity, `${prefix}${name}/`, depth + 1);
      } else if (entity && isDataset(entity)) {
        const array = describe(entity, prefix + name);
        if (array) {
          arrays.push(array);
        } else {
          notes.push(`“${name.slice(0, 60)}” cannot be read and is left out.`);
        }
      }
    }
  };
  walk(file, '', 0);
  if (count > MAX_OBJECTS) {
    notes.push(
      `The file has more than ${String(MAX_OBJECTS)} objects; the others are left out.`
    );
  }
  const isNetcdf = file.attrs['_NCProperties'] !== undefined;
  const hasScales = arrays.some(({ dimensions }) =>
    dimensions.some(name => !/^dim_\d+$/.test(name))
  );
  return {
    format: isNetcdf || hasScales ? 'NetCDF 4 (HDF5)' : 'HDF5',
    attributes: attributesOf(file),
    arrays: withPackedShare(arrays, fileBytes),
    notes: notes.slice(0, 5)
  };
}

/** The library does not tell how long a packed chunk is; what is left of the file for all of them does, about. */
function withPackedShare(
  arrays: readonly IFileArray[],
  fileBytes: number
): IFileArray[] {
  const total = (some: readonly IFileArray[]): number =>
    some.reduce((sum, array) => sum + (bytesOf(array) ?? 0), 0);
  const isPacked = ({ packing }: IFileArray): boolean => packing !== '';
  const plain = total(arrays.filter(array => !isPacked(array)));
  const packed = total(arrays.filter(isPacked));
  const share = Math.min(1, Math.max(0.01, (fileBytes - plain) / packed));
  return arrays.map(array =>
    isPacked(array) && Number.isFinite(share)
      ? { ...array, packedShare: share }
      : array
  );
}

type Entity = ReturnType<H5.Group['get']>;

/** The library's classes are loaded late, so its own names for them tell. */
function kindOf(entity: NonNullable<Entity>): string | null {
  return 'type' in entity ? entity.type : null;
}

function isGroup(entity: NonNullable<Entity>): entity is H5.Group {
  return kindOf(entity) === 'Group';
}

function isDataset(entity: NonNullable<Entity>): entity is H5.Dataset {
  return kindOf(entity) === 'Dataset';
}

/** A link that leads nowhere, or out of the file, is passed over. */
function entityOf(group: H5.Group, name: string): Entity {
  try {
    return group.get(name);
  } catch {
    return null;
  }
}

function describe(dataset: H5.Dataset, path: string): IFileArray | null {
  try {
    const { metadata } = dataset;
    const shape = (metadata.shape ?? []).map(Number);
    const { dtype, itemBytes } = typeOf(metadata);
    const filters = dataset.filters;
    const chunks = metadata.chunks?.map(Number) ?? null;
    const readChunks = chunks ?? rowsOf(shape, itemBytes ?? 8);
    return {
      path,
      shape,
      chunks,
      dimensions: shape.map((_, axis) => dimensionOf(dataset, path, axis)),
      dtype,
      itemBytes,
      fillValue: null,
      attributes: attributesOf(dataset),
      packing: filters.map(({ name }) => name || 'unknown').join(', '),
      readChunks,
      obstacle: obstacleOf(shape, dtype, filters, readChunks)
    };
  } catch {
    // Damaged, or of a kind that the library does not know.
    return null;
  }
}

function typeOf(metadata: H5.Metadata): {
  dtype: string;
  itemBytes: number | null;
} {
  const { type, size, signed, vlen } = metadata;
  const bits = String(size * 8);
  switch (type) {
    case INTEGER:
      return { dtype: `${signed ? '' : 'u'}int${bits}`, itemBytes: size };
    case FLOAT:
      return { dtype: `float${bits}`, itemBytes: size };
    case ENUM:
      return { dtype: 'enum', itemBytes: size };
    case STRING:
      return vlen
        ? { dtype: 'string', itemBytes: null }
        : { dtype: `S${String(size)}`, itemBytes: size };
    default:
      return { dtype: 'structured', itemBytes: null };
  }
}

/** The scale that is attached, as NetCDF does it; the array's own name when it is one. */
function dimensionOf(dataset: H5.Dataset, path: string, axis: number): string {
  const own = path.slice(path.lastIndexOf('/') + 1);
  try {
    const scale = dataset.get_attached_scales(axis)[0];
    if (scale !== undefined) {
      return scale.slice(scale.lastIndexOf('/') + 1);
    }
    const isScale = dataset.get_scale_name() !== null;
    return isScale && axis === 0 ? own : `dim_${String(axis)}`;
  } catch {
    return `dim_${String(axis)}`;
  }
}

function attributesOf(entity: H5.File | H5.Dataset): Attributes {
  const found = new Map<string, unknown>();
  const { attrs } = entity;
  for (const name of Object.keys(attrs)) {
    if (HIDDEN.has(name)) {
      continue;
    }
    try {
      const attribute = attrs[name];
      const isLong = (attribute?.metadata.total_size ?? 0) > MAX_ITEMS;
      found.set(name, isLong ? '…' : single(attribute?.json_value ?? null));
    } catch {
      found.set(name, '…');
    }
  }
  return found;
}

/** NetCDF writes one number as a list of one. */
function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1
    ? (value as unknown[])[0]
    : value;
}

function obstacleOf(
  shape: readonly number[],
  dtype: string,
  filters: readonly H5.Filter[],
  readChunks: readonly number[]
): string | null {
  if (!/^(u?int(8|16|32|64)|float(32|64))$/.test(dtype)) {
    return `Values of the type ${dtype} are not drawn.`;
  }
  if (shape.length === 0) {
    return 'It is a single value.';
  }
  if (shape.some(length => length === 0)) {
    return 'It is empty.';
  }
  const unknown = filters.find(({ id }) => !BUILT_IN.has(id));
  if (unknown) {
    return `Its chunks are packed with ${unknown.name.slice(0, 60) || 'a filter of somebody’s own'}, which is not unpacked here. Open it in a notebook.`;
  }
  const bytes = readChunks.reduce((product, length) => product * length, 8);
  return bytes > MAX_CHUNK_BYTES
    ? 'One chunk of it is too much for a quick look. Open it in a notebook.'
    : null;
}
