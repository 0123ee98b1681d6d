import type { LeapError } from '../contract';
import type { Loadable } from './loadable';

/**
 * Why something failed, unless the same stands on the screen already: where the server is away, one card says it for all
 * that was asked of it.
 *
 * @param said - Null: nothing is said yet.
 */
export function failureBeside(
  said: LeapError | null,
  loaded: Loadable<unknown>
): LeapError | null {
  const error = failureIn(loaded);
  return error?.code === said?.code && error?.message === said?.message
    ? null
    : error;
}

/** Why something failed; null where it did not. */
export function failureIn(loaded: Loadable<unknown>): LeapError | null {
  return loaded.status === 'failed' ? loaded.error : null;
}
