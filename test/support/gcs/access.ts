import type { Bucket } from './bucket';
import { Failure } from './failure';

/**
 * What a caller may do below a prefix. Of the grants that fit, the one with the longest prefix decides.
 *
 * Real policies are sums of bindings; this is the shortest form that can refuse one prefix of a bucket.
 */
export interface IGrant {
  /** Absent: the whole bucket. */
  readonly prefix?: string;
  /** Absent: everybody who is signed in. */
  readonly member?: string;
  readonly permissions: 'all' | 'read' | 'none' | readonly string[];
}

/**
 * Who asks: a member's name, or null for an anonymous caller.
 */
export type Caller = string | null;

const READ = new Set([
  'storage.buckets.get',
  'storage.objects.get',
  'storage.objects.list'
]);

/**
 * The tokens that are accepted. While none is set, every caller is the same member with or without a token.
 */
export class Tokens {
  /**
   * From now on only known tokens are accepted.
   */
  set(token: string, member: string): void {
    this._members.set(token, member);
    this._isRequired = true;
  }

  /**
   * Tell the callers with this token apart, and go on to accept all others.
   */
  know(token: string, member: string): void {
    this._members.set(token, member);
  }

  /**
   * Make a token for a member, another one each time.
   */
  issue(member: string): string {
    const token = `ya29.emulated-${String(++this._issued)}`;
    this.set(token, member);
    return token;
  }

  /**
   * A token that expired is answered with 401, as an unknown one is.
   */
  expire(token: string): void {
    this._members.delete(token);
    this._isRequired = true;
  }

  /**
   * @throws Failure 401 for a token that is unknown or has expired.
   */
  callerOf(authorization: string | undefined): Caller {
    const token = authorization?.replace(/^Bearer /, '') ?? '';
    const member = this._members.get(token);
    if (!this._isRequired) {
      return member ?? 'anybody@example.org';
    }
    if (authorization === undefined) {
      return null;
    }
    if (member === undefined) {
      throw new Failure(
        401,
        'authError',
        'Invalid Credentials',
        { locationType: 'header', location: 'Authorization' },
        {
          'www-authenticate':
            'Bearer realm="https://accounts.google.com/", error="invalid_token"'
        }
      );
    }
    return member;
  }

  private readonly _members = new Map<string, string>();
  private _isRequired = false;
  private _issued = 0;
}

/**
 * Whether the caller has the permission for the object, or for the prefix that is listed.
 */
export function isAllowed(
  bucket: Bucket,
  caller: Caller,
  permission: string,
  name: string
): boolean {
  const { anonymous, grants } = bucket.options;
  if (anonymous === true && READ.has(permission)) {
    return true;
  }
  if (caller === null) {
    return false;
  }
  if (grants === undefined) {
    return true;
  }
  const [decisive] = grants
    .filter(
      grant =>
        name.startsWith(grant.prefix ?? '') &&
        (grant.member === undefined || grant.member === caller)
    )
    .sort((a, b) => (b.prefix ?? '').length - (a.prefix ?? '').length);
  switch (decisive?.permissions) {
    case undefined:
    case 'none':
      return false;
    case 'all':
      return true;
    case 'read':
      return READ.has(permission);
    default:
      return decisive?.permissions.includes(permission) ?? false;
  }
}

/**
 * Refuse as Cloud Storage does: 401 to an anonymous caller, 403 to a known one.
 *
 * @throws Failure
 */
export function authorise(
  bucket: Bucket,
  caller: Caller,
  permission: string,
  name: string
): void {
  if (isAllowed(bucket, caller, permission, name)) {
    return;
  }
  const resource = permission.startsWith('storage.buckets.')
    ? 'bucket'
    : permission.endsWith('.list')
      ? 'bucket'
      : 'object';
  const message = `${caller ?? 'Anonymous caller'} does not have ${permission} access to the Google Cloud Storage ${resource}. Permission '${permission}' denied on resource (or it may not exist).`;
  throw caller === null
    ? new Failure(401, 'required', message, {
        locationType: 'header',
        location: 'Authorization'
      })
    : new Failure(403, 'forbidden', message);
}

/**
 * A requester-pays bucket answers only those who name the project that pays.
 *
 * @throws Failure 400
 */
export function checkPayer(
  bucket: Bucket,
  userProject: string | null | undefined
): void {
  if (bucket.options.requesterPays === true && (userProject ?? '') === '') {
    throw new Failure(
      400,
      'required',
      'Bucket is a requester pays bucket but no user project provided.'
    );
  }
}
