import type { ICall } from './call';
import { Failure } from './failure';

/**
 * The faults that are answers, by name.
 */
const failures = {
  unauthorized: () =>
    new Failure(401, 'authError', 'Invalid Credentials', {
      locationType: 'header',
      location: 'Authorization'
    }),
  forbidden: () => new Failure(403, 'forbidden', 'Access denied.'),
  'rate-limit-exceeded': () =>
    new Failure(
      403,
      'rateLimitExceeded',
      'The total number of changes to the object exceeds the rate limit. Please reduce the rate of create, update, and delete requests.'
    ),
  'not-found': () => new Failure(404, 'notFound', 'Not Found'),
  'request-timeout': () =>
    new Failure(408, 'requestTimeout', 'Request timeout'),
  conflict: () => new Failure(409, 'conflict', 'Conflict'),
  gone: () => new Failure(410, 'gone', 'The upload session is gone.'),
  'too-many-requests': () =>
    new Failure(429, 'rateLimitExceeded', 'Too many requests'),
  'internal-error': () =>
    new Failure(
      500,
      'internalError',
      'We encountered an internal error. Please try again.'
    ),
  'bad-gateway': () => new Failure(502, 'badGateway', 'Bad Gateway'),
  unavailable: () => new Failure(503, 'backendError', 'Backend Error'),
  'gateway-timeout': () =>
    new Failure(504, 'gatewayTimeout', 'Gateway Timeout'),
  'expired-page-token': () => new Failure(400, 'invalid', 'Invalid argument.')
} as const;

/**
 * What else can go wrong:
 * - `reset`: the connection ends before the answer; `reset-in-body`: after `afterBytes` of it; `lost-answer`: the work is done, then the connection ends
 * - `stall`: silence of `stallMs` before the answer; `stall-in-body`: after `afterBytes` of it
 * - `truncated-json`: half of the body under a Content-Length that fits it
 * - `short-page`: at most `entries` entries; `empty-page`: none, yet a page token
 * - `rollback`: a resumable upload forgets what it received beyond `afterBytes`
 * - `wrong-bytes`: as many as there should be, the first one changed
 * - `wrong-crc32c`: in the answer's checksums
 */
export type FaultName =
  | keyof typeof failures
  | 'reset'
  | 'reset-in-body'
  | 'lost-answer'
  | 'stall'
  | 'stall-in-body'
  | 'truncated-json'
  | 'rollback'
  | 'short-page'
  | 'empty-page'
  | 'wrong-bytes'
  | 'wrong-crc32c';

/**
 * One fault, and the calls it strikes: those that fit every condition given.
 */
export interface IFaultOptions {
  readonly name: FaultName;
  readonly method?: string;
  /** Of the call: `objects.list`, `objects.get`, `objects.download`, `objects.insert` … */
  readonly operation?: string;
  /** Found in the path as it stands on the wire. */
  readonly path?: string | RegExp;
  /** The beginning of the object's name, or of the prefix that is listed. */
  readonly prefix?: string;
  readonly bucket?: string;
  /** The first call that is struck among those that fit, counted from 1. */
  readonly nth?: number;
  /** How many calls are struck; 1 when absent, `Infinity` for all. */
  readonly times?: number;
  /** `expired-page-token` strikes only calls with a page token, unless this is false. */
  readonly withPageToken?: boolean;
  readonly stallMs?: number;
  readonly afterBytes?: number;
  readonly entries?: number;
  readonly retryAfterSeconds?: number;
}

/**
 * A fault that was set, and how often it struck.
 */
export interface IFault {
  readonly options: IFaultOptions;
  readonly struck: number;
  /** From now on it does not strike. */
  remove(): void;
}

/**
 * The faults that are set, in the order in which they were.
 */
export class Faults {
  add(options: IFaultOptions): IFault {
    const fault = { options, seen: 0, struck: 0 };
    this._faults.push(fault);
    return {
      options,
      get struck() {
        return fault.struck;
      },
      remove: () => {
        this._faults = this._faults.filter(other => other !== fault);
      }
    };
  }

  clear(): void {
    this._faults = [];
  }

  /**
   * The fault that strikes this call; counts the call for every fault it fits.
   */
  strike(call: ICall): IFaultOptions | undefined {
    let striking: IFaultOptions | undefined;
    for (const fault of this._faults) {
      if (!fits(fault.options, call)) {
        continue;
      }
      fault.seen++;
      const { nth = 1, times = 1 } = fault.options;
      if (striking === undefined && fault.seen >= nth && fault.struck < times) {
        fault.struck++;
        striking = fault.options;
      }
    }
    return striking;
  }

  private _faults: { options: IFaultOptions; seen: number; struck: number }[] =
    [];
}

/**
 * The answer that a fault stands for; undefined when it is no answer.
 */
export function failureOf(fault: IFaultOptions): Failure | undefined {
  const make: Partial<Record<FaultName, () => Failure>> = failures;
  const failure = make[fault.name]?.();
  if (failure === undefined || fault.retryAfterSeconds === undefined) {
    return failure;
  }
  return new Failure(
    failure.status,
    failure.reason,
    failure.message,
    failure.extra,
    {
      'retry-after': String(fault.retryAfterSeconds)
    }
  );
}

function fits(options: IFaultOptions, call: ICall): boolean {
  const name = call.object ?? call.query.get('prefix') ?? '';
  const needsToken =
    options.withPageToken ?? options.name === 'expired-page-token';
  return (
    (options.method === undefined || options.method === call.method) &&
    (options.operation === undefined || options.operation === call.operation) &&
    (options.bucket === undefined || options.bucket === call.bucket) &&
    (options.prefix === undefined || name.startsWith(options.prefix)) &&
    (!needsToken || call.query.has('pageToken')) &&
    fitsPath(options.path, call.path)
  );
}

function fitsPath(wanted: string | RegExp | undefined, path: string): boolean {
  if (wanted === undefined) {
    return true;
  }
  return typeof wanted === 'string' ? path.includes(wanted) : wanted.test(path);
}
