import type { Attributes } from './attributes';

/**
 * An array as its metadata describe it, whatever the format.
 */
export interface IArray {
  /** With the groups it lies in, `ocean/sst`; empty when the data set is one array. */
  readonly path: string;
  readonly shape: readonly number[];
  /** What can be read by itself; null: only all of it. As many as `shape`. */
  readonly chunks: readonly number[] | null;
  /** How it lies in its file, where that is not what is read at once; null: in one piece. */
  readonly storedChunks?: readonly number[] | null;
  /** A name a dimension. */
  readonly dimensions: readonly string[];
  /** As NumPy writes it: `float32`, `datetime64[ns]`, `<U10`. */
  readonly dtype: string;
  /** Null: it differs from item to item, or is not known. */
  readonly itemBytes: number | null;
  /** As it stands in the metadata; null: none. */
  readonly fillValue: unknown;
  readonly attributes: Attributes;
  /** How chunks are packed, in words; empty: not at all. */
  readonly packing: string;
  /** Rows are counted from the top, as in a photograph. */
  readonly isPicture?: boolean;
}

/**
 * A data set of named arrays.
 */
export interface IArrays<A extends IArray = IArray> {
  /** In words. */
  readonly format: string;
  readonly attributes: Attributes;
  readonly arrays: readonly A[];
  /** What could not be read and why, whole sentences. */
  readonly notes: readonly string[];
}

/**
 * How many chunks an array has; infinite when it claims more than can be counted.
 */
export function chunkCountOf({ shape, chunks }: IArray): number {
  return (chunks ?? shape).reduce((total, step, axis) => {
    const length = shape[axis] ?? 0;
    return total * (length === 0 ? 0 : Math.ceil(length / Math.max(1, step)));
  }, 1);
}

/**
 * Unpacked bytes of an array; null when its items have no fixed size.
 */
export function bytesOf({ shape, itemBytes }: IArray): number | null {
  return itemBytes === null
    ? null
    : shape.reduce((total, length) => total * length, itemBytes);
}

/**
 * Unpacked bytes of one chunk; null when its items have no fixed size.
 */
export function chunkBytesOf({
  shape,
  chunks,
  itemBytes
}: IArray): number | null {
  return itemBytes === null
    ? null
    : (chunks ?? shape).reduce((total, length) => total * length, itemBytes);
}

/**
 * The last part of an array's path.
 */
export function nameOf({ path }: Pick<IArray, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
