import { Failure } from './failure';
import type { IStoredObject } from './object';

/**
 * Refuse to delete or overwrite what is held, or must be retained for so many seconds after its creation.
 *
 * @throws Failure 403
 */
export function checkHolds(
  object: IStoredObject,
  retentionSeconds: number,
  now: Date
): void {
  const path = `${object.bucket}/${object.name}`;
  if (object.temporaryHold === true || object.eventBasedHold === true) {
    const hold = object.temporaryHold === true ? 'temporary' : 'event-based';
    throw new Failure(
      403,
      'objectUnderActiveHold',
      `Object '${path}' is under active ${hold} hold and cannot be deleted, overwritten or archived until hold is removed.`
    );
  }
  const until = new Date(object.createdAt.getTime() + retentionSeconds * 1000);
  if (until.getTime() > now.getTime()) {
    throw new Failure(
      403,
      'retentionPolicyNotMet',
      `Object '${path}' is subject to bucket's retention policy or object retention and cannot be deleted or overwritten until ${until.toISOString()}`
    );
  }
}
