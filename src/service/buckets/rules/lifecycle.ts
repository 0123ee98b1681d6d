import * as z from 'zod/mini';
import type { IDeletion, IRule } from './rule';

/** Conditions that are understood; any other makes a rule one of those that are not shown. */
const Condition = z.strictObject({
  age: z.int().check(z.minimum(0)),
  matchesPrefix: z.optional(z.array(z.string())),
  matchesSuffix: z.optional(z.array(z.string())),
  // What is listed is live, so this holds for all of it.
  isLive: z.optional(z.literal(true))
});

const Lifecycle = z.object({
  lifecycle: z.optional(
    z.object({
      rule: z.optional(
        z.array(
          z.object({
            action: z.object({ type: z.string() }),
            condition: z.optional(z.unknown())
          })
        )
      )
    })
  )
});

/**
 * The rules of a bucket that delete, read from its resource; null: that is not one.
 *
 * @see https://cloud.google.com/storage/docs/lifecycle
 */
export function readLifecycle(resource: unknown): IRule | null {
  const read = Lifecycle.safeParse(resource);
  if (!read.success) {
    return null;
  }
  const deleting = (read.data.lifecycle?.rule ?? []).filter(
    ({ action }) => action.type === 'Delete'
  );
  const deletions: IDeletion[] = [];
  for (const { condition } of deleting) {
    const understood = Condition.safeParse(condition);
    if (understood.success) {
      const { age, matchesPrefix, matchesSuffix } = understood.data;
      deletions.push({
        days: age,
        prefixes: matchesPrefix ?? null,
        suffixes: matchesSuffix ?? null
      });
    }
  }
  return {
    source: 'bucket',
    deletions,
    hasOthers: deletions.length < deleting.length
  };
}
