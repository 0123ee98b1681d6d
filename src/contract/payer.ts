import * as z from 'zod/mini';

/** The Google project that pays for reading a requester-pays bucket: the user's own choice, never ours. */
export const payer = z.optional(
  z.string().check(z.regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/))
);
