import type { IArray } from './array';

/** Numbers as libraries hand them over, 64-bit integers and truth values included. */
export type Numbers =
  | ArrayLike<number | bigint>
  | { readonly length: number; get(index: number): boolean | undefined };

/**
 * An unpacked chunk.
 */
export interface IChunk {
  readonly data: Numbers;
  readonly shape: readonly number[];
  /** Items from one index to the next, an axis each. */
  readonly stride: readonly number[];
}

/**
 * Reads the chunks of a data set, whatever its format.
 */
export interface IChunkReader {
  /** @param index - One a dimension. */
  read(
    array: IArray,
    index: readonly number[],
    signal: AbortSignal
  ): Promise<IChunk>;
}

/**
 * The number at a place of a chunk; NaN where the chunk ends early.
 */
export function numberAt(data: Numbers, at: number): number {
  const value = 'get' in data ? data.get(at) : data[at];
  return value === undefined ? NaN : Number(value);
}

/**
 * The strides of a chunk that lies row by row.
 */
export function stridesOf(shape: readonly number[]): number[] {
  const strides: number[] = [];
  let step = 1;
  for (const length of shape.toReversed()) {
    strides.unshift(step);
    step *= length;
  }
  return strides;
}
