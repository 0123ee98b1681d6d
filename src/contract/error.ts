import * as z from 'zod/mini';

/**
 * Every way a request can fail, with the HTTP status that goes with it.
 *
 * The list is closed: a view must be able to say for each code what happened and what to do next.
 */
export const errorStatus = {
  'bad-request': 400,
  'not-signed-in': 401,
  'requester-pays': 402,
  forbidden: 403,
  'not-found': 404,
  precondition: 412,
  'too-large': 413,
  'rate-limited': 429,
  cancelled: 499,
  internal: 500,
  'no-extension': 501,
  'no-node': 501,
  'no-credentials': 502,
  'bad-upstream': 502,
  unavailable: 503,
  'server-unreachable': 503,
  'service-failed': 503,
  'timed-out': 504,
  'home-full': 507
} as const;

export type ErrorCode = keyof typeof errorStatus;

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

/**
 * What the Jupyter server's side says when it refuses a request that the service never hears of, by HTTP status.
 *
 * @public Read by `scripts/bundle.mjs`.
 */
export const refusals: Readonly<
  Record<number, { code: ErrorCode; message: string }>
> = {
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

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'rate-limited',
  'bad-upstream',
  'unavailable',
  'server-unreachable',
  'service-failed',
  'timed-out',
  'cancelled'
]);

/**
 * A failure that may cross the wire.
 */
export class LeapError extends Error {
  override readonly name = 'LeapError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; requestId?: string }
  ) {
    super(message, options);
    this.requestId = options?.requestId ?? '';
  }

  /** The id that also stands in the server's log; empty when the request never left. */
  readonly requestId: string;

  get status(): number {
    return errorStatus[this.code];
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  /**
   * The part that is safe to send: no stack, no cause.
   */
  toReply(requestId: string): ErrorReply {
    return {
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      requestId
    };
  }

  /**
   * Wrap anything thrown into a `LeapError`. Foreign errors keep their text out of the message:
   * it may name a path or hold a secret.
   */
  static from(reason: unknown): LeapError {
    if (reason instanceof LeapError) {
      return reason;
    }
    if (reason instanceof Error && reason.name === 'AbortError') {
      return new LeapError('cancelled', 'Cancelled.', { cause: reason });
    }
    return new LeapError('internal', 'Something unexpected went wrong.', {
      cause: reason
    });
  }
}
