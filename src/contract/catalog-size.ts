import * as z from 'zod/mini';
import { count, instant } from './scalars';
import { StoreFacts } from './store-facts';

/** Of a store of a data set. */
export type StoreSizeQuery = z.infer<typeof StoreSizeQuery>;
export const StoreSizeQuery = z.strictObject({
  /** The data set's. */
  id: z.string().check(z.maxLength(512)),
  store: z.string().check(z.maxLength(512))
});

/**
 * How much a store takes where it lies, packed as it is.
 */
export type StoreSize = z.infer<typeof StoreSize>;
export const StoreSize = z.object({
  bytes: count,
  objects: count,
  /** False: at least this much. */
  complete: z.boolean(),
  /** False: it is still being counted. */
  isOver: z.boolean(),
  measuredAt: instant
});

/**
 * What was found out about a store at other times, for its page.
 */
export type StoreKnowledge = z.infer<typeof StoreKnowledge>;
export const StoreKnowledge = z.object({
  /** The store's. */
  id: z.string(),
  /** Read from its own metadata, with at most 50 variables; null: not read. */
  facts: z.nullable(StoreFacts),
  /** Of all, also those that are not among `facts`. */
  variableCount: count,
  /** The last that was measured; null: never. */
  size: z.nullable(StoreSize),
  /** Whether it can be measured. */
  isMeasurable: z.boolean()
});
