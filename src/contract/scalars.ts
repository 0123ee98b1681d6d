import * as z from 'zod/mini';

/** A count, or a number of bytes below 2^53. */
export const count = z.int().check(z.minimum(0));

/** UTC, ISO 8601. */
export const instant = z.iso.datetime();

/** A calendar day in UTC, `2026-11-26`. */
export const day = z.iso.date();

/** A number in a query string. */
export const countText = z.string().check(z.regex(/^\d{1,15}$/));

/** A query without fields. */
export const nothing = z.strictObject({});
