import { LeapError } from '../../../contract';
import type { ExchangeError, IAnswer } from './exchange';

/**
 * What to do about an answer that is not a page.
 *
 * `again`: the service is busy or broken, the same request may succeed. `unauthorised`: who asks is not known or not
 * allowed, somebody else may be. `stale`: the page token is not accepted any more. `final`: no way.
 */
export type Refusal =
  | { kind: 'again'; error: LeapError; afterMs: number; isBusy: boolean }
  | { kind: 'unauthorised'; status: 401 | 403 }
  | { kind: 'stale' }
  | { kind: 'final'; error: LeapError };

/** A service that asks for more patience than this is down as far as a reader is concerned. */
const MAX_RETRY_AFTER_MS = 30_000;

/** What is longer is a page of a proxy. */
const MAX_SENTENCE = 300;

const BUSY_REASONS: ReadonlySet<string> = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded'
]);

/**
 * Read an answer whose status is not 200.
 *
 * @param hasToken - Whether the request continued a listing by its page token.
 * @see https://cloud.google.com/storage/docs/json_api/v1/status-codes
 */
export function readRefusal(
  answer: IAnswer,
  bucket: string,
  hasToken: boolean
): Refusal {
  const { status } = answer;
  const { reason, message } = readError(answer.body);
  const isBusy = status === 429 || BUSY_REASONS.has(reason);
  if (isBusy || status === 408 || status >= 500) {
    return {
      kind: 'again',
      isBusy,
      afterMs: readRetryAfter(answer.retryAfter),
      error: isBusy ? busy() : unwell(status)
    };
  }
  if (/requester pays|user project/i.test(message)) {
    return { kind: 'final', error: requesterPays(bucket) };
  }
  if (status === 401 || status === 403) {
    return { kind: 'unauthorised', status };
  }
  if (hasToken && (status === 400 || status === 410)) {
    return { kind: 'stale' };
  }
  return {
    kind: 'final',
    error: status === 404 ? notThere(bucket, message) : notUnderstood(status)
  };
}

/** The bucket is said to be missing only where Google says so. */
function notThere(bucket: string, message: string): LeapError {
  return isNoBucket(message)
    ? noBucket(bucket)
    : new LeapError(
        'not-found',
        `Google Cloud Storage did not find this, and did not say whether the folder or all of gs://${bucket} is missing.`
      );
}

/**
 * The refusal of a caller, in words that fit what is known about the credentials.
 *
 * @param credentials - `absent`: none were found. `broken`: they could not be obtained. `used`: they were
 * sent; a 401 then means that they are no longer valid.
 */
export function refused(
  bucket: string,
  status: 401 | 403,
  credentials: 'absent' | 'broken' | 'used'
): LeapError {
  if (credentials === 'used' && status === 403) {
    return new LeapError(
      'forbidden',
      `This server may not list gs://${bucket}, or not this part of it. A path in it that you know may still open.`
    );
  }
  if (credentials === 'broken') {
    // They are there, and come back by themselves: nothing that a new server would mend.
    return new LeapError(
      'unavailable',
      `This server cannot sign in to Google Cloud right now, and gs://${bucket}, or this part of it, is not open to everybody.`
    );
  }
  const why =
    credentials === 'absent'
      ? 'this server is not signed in to Google Cloud'
      : 'Google Cloud no longer accepts how this server is signed in';
  return new LeapError(
    'no-credentials',
    `The bucket gs://${bucket}, or this part of it, is not open to everybody, and ${why}.`
  );
}

/**
 * No whole answer came.
 */
export function lost(reason: ExchangeError): LeapError {
  const cause = { cause: reason };
  switch (reason.kind) {
    case 'silent':
      return new LeapError(
        'timed-out',
        'Google Cloud Storage does not answer.',
        cause
      );
    case 'unreachable':
      return new LeapError(
        'unavailable',
        'Google Cloud Storage cannot be reached from this server.',
        cause
      );
    case 'broken':
      return new LeapError(
        'unavailable',
        'The connection to Google Cloud Storage keeps breaking.',
        cause
      );
  }
}

/**
 * The answer ended in the middle, or is something else altogether.
 */
export function cutOff(): LeapError {
  return new LeapError(
    'bad-upstream',
    'Google Cloud Storage sends answers that are cut off.'
  );
}

function busy(): LeapError {
  return new LeapError(
    'rate-limited',
    'Google Cloud Storage is refusing requests because there are too many.'
  );
}

function unwell(status: number): LeapError {
  return new LeapError(
    'bad-upstream',
    `Google Cloud Storage is having trouble (status ${status}).`
  );
}

function requesterPays(bucket: string): LeapError {
  return new LeapError(
    'requester-pays',
    `Whoever reads gs://${bucket} pays for it, so it is read only with a Google Cloud project that you name.`
  );
}

/**
 * Whether Google says that it is the bucket that is missing: the status is that of a missing object as well.
 */
export function isNoBucket(body: string): boolean {
  return /bucket does not exist/i.test(body);
}

/**
 * There is no such bucket.
 */
export function noBucket(bucket: string): LeapError {
  return new LeapError('not-found', `There is no bucket gs://${bucket}.`);
}

function notUnderstood(status: number): LeapError {
  return new LeapError(
    'bad-upstream',
    `Google Cloud Storage did not accept the request (status ${status}).`
  );
}

function readRetryAfter(value: string | null): number {
  const seconds = value === null ? 0 : Number(value);
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(seconds * 1000, MAX_RETRY_AFTER_MS)
    : 0;
}

/** `rateLimitExceeded` in words. */
const BUSY_SENTENCE = /exceeds? (the|your) rate limit|rate limit exceeded/i;

/** Who asks for an object's bytes is refused with a sentence, everybody else with JSON. */
function readError(body: string): { reason: string; message: string } {
  const root = parse(body);
  if (root === null) {
    const message = body.slice(0, MAX_SENTENCE);
    const isBusy = BUSY_SENTENCE.test(message);
    return { reason: isBusy ? 'rateLimitExceeded' : '', message };
  }
  const error = field(root, 'error');
  const errors = field(error, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return {
    reason: text(field(first, 'reason')),
    message: `${text(field(error, 'message'))} ${text(field(first, 'message'))}`
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A sentence, or a proxy's page: then its status says all there is.
    return null;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
