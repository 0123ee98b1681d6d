import * as z from 'zod/mini';
import { ErrorReply } from './error';

/**
 * One line of an NDJSON answer. The last line is always `end` or `error`:
 * an answer that stops without one was cut off, whatever the transport says.
 */
export type StreamLine = z.infer<typeof StreamLine>;
export const StreamLine = z.union([
  z.object({ item: z.unknown() }),
  z.object({ end: z.literal(true) }),
  z.object({ error: ErrorReply })
]);
