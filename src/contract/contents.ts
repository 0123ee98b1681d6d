import * as z from 'zod/mini';
import { payer } from './payer';
import { count } from './scalars';
import { StoreVersion, StoreVersions } from './store-version';

/** Absent: that which everybody reads. */
const version = z.optional(StoreVersion);

/**
 * The thing to look into: an object or a folder of a bucket, letter for letter, or an address.
 */
export type ContentsPlace = z.infer<typeof ContentsPlace>;
export const ContentsPlace = z.union([
  z.strictObject({
    bucket: z.string().check(z.maxLength(222)),
    /** An object; a folder with its closing slash. */
    name: z.string().check(z.maxLength(1024)),
    /** It is an object although its name ends in a slash. */
    isObject: z.optional(z.literal(true)),
    version,
    payer
  }),
  /** `gs://…` or `https://…`; a store as its catalog writes it, with or without a closing slash. */
  z.strictObject({ url: z.string().check(z.maxLength(4096)), version })
]);

/**
 * A name and its value in words, cut where it is very long.
 */
export type Attribute = z.infer<typeof Attribute>;
export const Attribute = z.object({ name: z.string(), value: z.string() });

/**
 * A dimension and how long it is.
 */
export type Dimension = z.infer<typeof Dimension>;
export const Dimension = z.object({ name: z.string(), size: count });

/**
 * One array of a data set.
 */
export type Variable = z.infer<typeof Variable>;
export const Variable = z.object({
  /** With the groups it lies in: `ocean/sst`. */
  path: z.string(),
  /** One a dimension, as xarray names them. */
  dimensions: z.array(z.string()),
  shape: z.array(count),
  /** As NumPy writes it. */
  dtype: z.string(),
  /** As many as `shape`; null: it lies in one piece, or is read as one. */
  chunks: z.nullable(z.array(count)),
  chunkCount: z.nullable(count),
  /** Unpacked; null: not known, or more than 2^53. */
  bytes: z.nullable(count),
  /** How the chunks are packed, in words; empty: not at all. */
  packing: z.string(),
  units: z.nullable(z.string()),
  /** `long_name`, else `standard_name`. */
  longName: z.nullable(z.string()),
  standardName: z.nullable(z.string()),
  fillValue: z.nullable(z.string()),
  attributes: z.array(Attribute),
  /** Gives the positions along a dimension of the same name, or is named as a coordinate by another variable. */
  isCoordinate: z.boolean(),
  /** Why a quick look is not possible, a whole sentence; null: it is. */
  noLook: z.nullable(z.string())
});

/**
 * What kind of thing named arrays are kept in: each is opened in another way. `netcdf5`: the classic form with numbers of
 * 64 bits, CDF-5.
 */
export type ArrayForm = z.infer<typeof ArrayForm>;
export const ArrayForm = z.enum([
  'zarr',
  'icechunk',
  'kerchunk',
  'netcdf3',
  'netcdf5',
  'hdf5',
  'geotiff'
]);

/**
 * What is in a data set of named arrays, told from its metadata alone.
 */
export type ArrayContents = z.infer<typeof ArrayContents>;
export const ArrayContents = z.object({
  kind: z.literal('arrays'),
  form: ArrayForm,
  /** In words: `Zarr format 2, consolidated`. */
  format: z.string(),
  dimensions: z.array(Dimension),
  /** At most 500, data before coordinates. */
  variables: z.array(Variable),
  /** All there are, those that are not sent included. */
  variableCount: count,
  attributes: z.array(Attribute),
  /** Unpacked; null: not known. */
  bytes: z.nullable(count),
  chunkCount: z.nullable(count),
  /** Null: there is one only. */
  versions: z.nullable(StoreVersions),
  /** What could not be read and why, whole sentences. */
  notes: z.array(z.string())
});

/**
 * The columns of a table, and its first rows where they cost little.
 */
export type TableContents = z.infer<typeof TableContents>;
export const TableContents = z.object({
  kind: z.literal('table'),
  format: z.string(),
  columns: z.array(
    z.object({ name: z.string(), type: z.string(), isNullable: z.boolean() })
  ),
  columnCount: count,
  /** Null: not known without reading it all. */
  rowCount: z.nullable(count),
  rows: z.array(z.array(z.string())),
  attributes: z.array(Attribute),
  notes: z.array(z.string())
});

/**
 * The beginning of a text.
 */
export type TextContents = z.infer<typeof TextContents>;
export const TextContents = z.object({
  kind: z.literal('text'),
  format: z.string(),
  text: z.string(),
  /** There is more. */
  isCut: z.boolean(),
  notes: z.array(z.string())
});

/**
 * A picture of pixels, whole. Never one that can hold a program, such as SVG.
 */
export type ImageContents = z.infer<typeof ImageContents>;
export const ImageContents = z.object({
  kind: z.literal('image'),
  format: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
  widthPx: count,
  heightPx: count,
  base64: z.string()
});

/**
 * The cells of a notebook as text: no output is shown, since it may be anything.
 */
export type NotebookContents = z.infer<typeof NotebookContents>;
export const NotebookContents = z.object({
  kind: z.literal('notebook'),
  format: z.string(),
  language: z.nullable(z.string()),
  cells: z.array(
    z.object({
      type: z.enum(['code', 'markdown', 'raw']),
      source: z.string(),
      outputCount: count
    })
  ),
  cellCount: count,
  notes: z.array(z.string())
});

/**
 * Nothing that can be looked into, and why, in a whole sentence.
 */
const UnknownContents = z.object({
  kind: z.literal('unknown'),
  reason: z.string()
});

/**
 * What is in an object or a data set.
 */
export type Contents = z.infer<typeof Contents>;
export const Contents = z.discriminatedUnion('kind', [
  ArrayContents,
  TableContents,
  TextContents,
  ImageContents,
  NotebookContents,
  UnknownContents
]);

/**
 * The data set or file to look into.
 */
export type ContentsQuery = z.infer<typeof ContentsQuery>;
export const ContentsQuery = z.strictObject({ place: ContentsPlace });
