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

/**
 * The code of a failure: one of the closed list.
 */
export type ErrorCode = keyof typeof errorStatus;

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
  toReply(requestId: string): {
    code: ErrorCode;
    message: string;
    retryable: boolean;
    requestId: string;
  } {
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
