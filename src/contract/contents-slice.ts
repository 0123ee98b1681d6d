import * as z from 'zod/mini';
import { ContentsPlace, Dimension } from './contents';
import { count } from './scalars';

/**
 * Part of a variable to look at: one position along each leading dimension.
 */
export type SliceQuery = z.infer<typeof SliceQuery>;
export const SliceQuery = z.strictObject({
  place: ContentsPlace,
  variable: z.string().check(z.maxLength(1024)),
  /** By dimension; those that are not named: the first. */
  positions: z
    .array(
      z.strictObject({
        dimension: z.string().check(z.maxLength(1024)),
        index: count
      })
    )
    .check(z.maxLength(32))
});

/**
 * What a look would read.
 */
export type SliceCost = z.infer<typeof SliceCost>;
export const SliceCost = z.object({
  /** Of the part that would be shown. */
  chunks: count,
  /** Packed bytes to be read. */
  bytes: count,
  /** False: an estimate from the size of some chunks. */
  isExact: z.boolean(),
  /** The look takes in this part of the array alone, a whole sentence; null: all of it. */
  part: z.nullable(z.string()),
  /** The dimensions that a slider moves along, in order; the others are drawn. */
  sliders: z.array(Dimension)
});

/**
 * A side of a picture: where the middle of each cell lies.
 */
export type Axis = z.infer<typeof Axis>;
export const Axis = z.object({
  name: z.string(),
  units: z.nullable(z.string()),
  /** A number a cell, rising or falling; the cells' own numbers where the data set has none. */
  values: z.array(z.number()),
  /** The same in words where they are times; else null. */
  texts: z.nullable(z.array(z.string())),
  /** The values only number the cells: the data set does not say where they lie. */
  isIndex: z.boolean()
});

/**
 * A slice, made small enough to be drawn.
 */
export type Slice = z.infer<typeof Slice>;
export const Slice = z.object({
  variable: z.string(),
  longName: z.nullable(z.string()),
  units: z.nullable(z.string()),
  /** `map`: latitudes and longitudes; `grid`: two other dimensions; `line`: one. */
  drawn: z.enum(['map', 'grid', 'line']),
  /** Cells from left to right. */
  width: count,
  /** Rows from the top down; 1 for a line. */
  height: count,
  /** Little-endian float32, row by row from the top, NaN where there are no data; base64. */
  base64: z.string(),
  /** Of all that was read, not of the cells alone; null: there are no data. */
  min: z.nullable(z.number()),
  max: z.nullable(z.number()),
  /** Share of what was read that has no data, from 0 to 1. */
  missing: z.number(),
  x: Axis,
  /** Null for a line. */
  y: z.nullable(Axis),
  /** Where it was cut, one a slider. */
  at: z.array(
    z.object({
      dimension: z.string(),
      index: count,
      size: count,
      /** The position in words, `2024-03-01` or `850 hPa`. */
      text: z.string()
    })
  ),
  chunksRead: count,
  /** Packed bytes; those that were still there from the last look are not read again. */
  bytesRead: count,
  notes: z.array(z.string())
});
