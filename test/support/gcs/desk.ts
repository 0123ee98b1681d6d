import { authorise, type Caller } from './access';
import type { Bucket } from './bucket';
import type { ICall } from './call';
import type { Store } from './store';
import type { Uploads } from './uploads';

/**
 * What an operation works on, and for whom.
 */
export interface IDesk {
  readonly store: Store;
  readonly uploads: Uploads;
  readonly caller: Caller;
}

/**
 * The bucket of a call, once the caller is known to be allowed.
 *
 * @throws Failure 404, 401 or 403
 */
export function bucketFor(
  call: ICall,
  desk: IDesk,
  permission: string,
  name: string | null = null
): Bucket {
  const bucket = desk.store.bucket(call.bucket);
  authorise(bucket, desk.caller, permission, name ?? '');
  return bucket;
}
