import * as z from 'zod/mini';

/**
 * One version of a data set that keeps several: what a branch or a tag of an Icechunk repository points to.
 */
export type StoreVersion = z.infer<typeof StoreVersion>;
export const StoreVersion = z.strictObject({
  kind: z.enum(['branch', 'tag']),
  name: z.string().check(z.minLength(1), z.maxLength(1024))
});

/**
 * The versions that have names, and the one that is shown.
 */
export type StoreVersions = z.infer<typeof StoreVersions>;
export const StoreVersions = z.object({
  shown: StoreVersion,
  /** At most 1,000, as are the tags. */
  branches: z.array(z.string()),
  tags: z.array(z.string())
});
