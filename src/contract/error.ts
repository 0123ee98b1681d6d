import * as z from 'zod/mini';
import { errorStatus, type ErrorCode as Code } from './leap-error';

/** Why a request failed: one of the names in `errorStatus`. */
export type ErrorCode = Code;
export const ErrorCode = z.enum(
  Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]
);

/**
 * What crosses the wire when a request fails: no stack, no token, no path outside the home.
 */
export type ErrorReply = z.infer<typeof ErrorReply>;
export const ErrorReply = z.object({
  code: ErrorCode,
  /** One sentence for the user. */
  message: z.string(),
  /** Whether the same request may succeed later without anything else being changed. */
  retryable: z.boolean(),
  requestId: z.string()
});

/** Where the service has its socket is where all programs of this server put what they need for a while. */
const noRoom = {
  code: 'unavailable',
  message:
    'The disk for temporary files of this server is full, so the LEAP service cannot start. Delete what you do not need in /tmp (“du -h /tmp | sort -h” in a terminal shows what is there), or restart your server, which empties it.'
} as const;

/** For a moment it has to do without another program. */
const tooBusy = {
  code: 'unavailable',
  message:
    'This server has no memory or too many open files left, so the LEAP service cannot start. Shut down notebooks that you do not need, or restart your server.'
} as const;

/**
 * What the Jupyter server's side says when it refuses a request that the service never hears of, by HTTP status; and when the
 * system does not let it start the service, by the error's number on Linux (errno(3)), all of which are below 200.
 *
 * @public Read by `scripts/contract-json.mjs`.
 */
export const refusals: Readonly<
  Record<number, { code: ErrorCode; message: string }>
> = {
  11: tooBusy,
  12: tooBusy,
  23: tooBusy,
  24: tooBusy,
  28: noRoom,
  122: noRoom,
  400: { code: 'bad-request', message: 'The request is malformed.' },
  403: {
    code: 'forbidden',
    message:
      'You may not do this. Reload the page to sign in again, or ask who runs this server.'
  },
  404: { code: 'not-found', message: 'There is no such route.' },
  405: {
    code: 'bad-request',
    message: 'This route does not answer this method.'
  },
  413: { code: 'too-large', message: 'The request is larger than 1 MiB.' },
  415: {
    code: 'bad-request',
    message: 'The request is not marked as application/json.'
  },
  500: { code: 'internal', message: 'Something unexpected went wrong.' }
};
