import * as z from 'zod/mini';
import { count, instant } from './scalars';

/**
 * How much the home took when it was counted.
 */
export type HomePoint = z.infer<typeof HomePoint>;
export const HomePoint = z.object({ at: instant, usedBytes: count });

/**
 * How the home changed between an earlier count and the last one.
 */
export type HomeChange = z.infer<typeof HomeChange>;
export const HomeChange = z.object({
  /** About a day, about a week, or since this server started. */
  period: z.enum(['day', 'week', 'start']),
  /** The earlier count. */
  since: instant,
  /** Negative where the home became smaller. */
  changedBytes: z.int()
});

/**
 * What became of the home over the last three months, as far as counts were kept.
 */
export type HomeHistory = z.infer<typeof HomeHistory>;
export const HomeHistory = z.object({
  /** Oldest first: each hour of the last day, each day before. */
  points: z.array(HomePoint),
  /** Those that there is an earlier count for. */
  changes: z.array(HomeChange),
  /** What stands directly in the home and grew most; null: nothing to compare with. */
  grown: z.nullable(
    z.object({
      since: instant,
      entries: z.array(z.object({ name: z.string(), grownBytes: count }))
    })
  ),
  /** At the rate of the last days; null: they do not tell, or the limit is not known. */
  fullInDays: z.nullable(count)
});
