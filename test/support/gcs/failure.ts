/**
 * A refusal, answered in the form of Google's JSON API.
 */
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    readonly extra: Readonly<Record<string, string>> = {},
    readonly headers: Readonly<Record<string, string>> = {}
  ) {
    super(message);
  }

  /**
   * The body: the same message twice, as Google sends it.
   */
  toJSON(): unknown {
    return {
      error: {
        code: this.status,
        message: this.message,
        errors: [
          {
            message: this.message,
            domain:
              this.reason === 'rateLimitExceeded' ? 'usageLimits' : 'global',
            reason: this.reason,
            ...this.extra
          }
        ]
      }
    };
  }
}

/** 404 for an object or one generation of it. */
export function noSuchObject(bucket: string, name: string): Failure {
  return new Failure(404, 'notFound', `No such object: ${bucket}/${name}`);
}

/** 412: a precondition named in the query failed. */
export function conditionNotMet(): Failure {
  return new Failure(
    412,
    'conditionNotMet',
    'At least one of the pre-conditions you specified did not hold.',
    { locationType: 'header', location: 'If-Match' }
  );
}

/** 400 for a query parameter that cannot be read. */
export function invalid(message: string, location?: string): Failure {
  return new Failure(
    400,
    'invalid',
    message,
    location === undefined ? {} : { locationType: 'parameter', location }
  );
}
