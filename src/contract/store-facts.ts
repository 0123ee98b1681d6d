import * as z from 'zod/mini';
import { count, day } from './scalars';

const name = z.string().check(z.maxLength(200));

/**
 * A variable of a store, as the store's own metadata have it.
 */
export type StoreVariable = z.infer<typeof StoreVariable>;
export const StoreVariable = z.object({
  name,
  /** Of the CF conventions. */
  standardName: z.nullable(name),
  longName: z.nullable(name),
  units: z.nullable(name),
  dimensions: z.array(name)
});

/**
 * How often a store has a value.
 */
export type Cadence = z.infer<typeof Cadence>;
export const Cadence = z.enum([
  'sub-hourly',
  'hourly',
  'sub-daily',
  'daily',
  'weekly',
  'monthly',
  'yearly'
]);

/**
 * Where on the globe a store's data lie, in degrees. West is east of east where they lie across the date line.
 */
export type Extent = z.infer<typeof Extent>;
export const Extent = z.object({
  west: z.number(),
  south: z.number(),
  east: z.number(),
  north: z.number()
});

/**
 * What is in a store, read from its own metadata; null is what they do not say.
 */
export type StoreFacts = z.infer<typeof StoreFacts>;
export const StoreFacts = z.object({
  /** Coordinates are none of them. At most 200. */
  variables: z.array(StoreVariable),
  dimensions: z.array(z.object({ name, size: count })),
  timeSpan: z.nullable(z.object({ start: day, end: day })),
  cadence: z.nullable(Cadence),
  /** Of latitude, in degrees. */
  resolutionDegrees: z.nullable(z.number()),
  extent: z.nullable(Extent),
  /** Bytes of all arrays before compression; null: not known. */
  bytes: z.nullable(count)
});
