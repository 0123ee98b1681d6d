import * as z from 'zod/mini';
import { count } from './scalars';

/**
 * What somebody wants a temporary token for.
 */
export type TokenWish = z.infer<typeof TokenWish>;
export const TokenWish = z.strictObject({
  bucket: z.string().check(z.maxLength(222)),
  /** A folder with its closing slash; empty: the whole bucket. */
  prefix: z.string().check(z.maxLength(1024)),
  access: z.enum(['read', 'write'])
});

/**
 * What a token can really do. `folder`: what was asked for and nothing else. `read-everything`: read all that this
 * server may read, whoever it belongs to. `everything`: all that this server may do.
 */
export const TokenReach = z.enum(['folder', 'read-everything', 'everything']);
export type TokenReach = z.infer<typeof TokenReach>;

/**
 * What a token for a wish would be able to do, before there is one.
 */
export type TokenPlan = z.infer<typeof TokenPlan>;
export const TokenPlan = z.object({
  reach: TokenReach,
  /** Why it is not less: one sentence; null when it is as little as was asked for. */
  reason: z.nullable(z.string())
});

/**
 * A wish, and the most that its asker agreed to: a token that could do more is not given.
 */
export type TokenQuery = z.infer<typeof TokenQuery>;
export const TokenQuery = z.extend(TokenWish, { atMost: TokenReach });

/**
 * A temporary token. The only answer of all routes that holds a secret.
 */
export type TokenGrant = z.infer<typeof TokenGrant>;
export const TokenGrant = z.object({
  token: z.string(),
  /** From now on; a duration, since two clocks seldom agree. */
  lifetimeSeconds: count,
  reach: TokenReach
});
