import { LeapError, type TokenPlan, type TokenWish } from '../../contract';
import { nameProblem } from '../buckets/names/object-name';
import { configuredBuckets, ownFolderIn } from '../buckets/rules/configured';
import { mayWrite } from '../buckets/rules/policy';
import type { IServiceContext } from '../config';

/**
 * Refuse what no token is given for: buckets that are not this hub's, names that are no folder, writing elsewhere than in
 * the own folder.
 *
 * @throws LeapError `bad-request` or `forbidden`, with a sentence that says what is possible.
 */
export function checkWish(
  context: Pick<IServiceContext, 'config' | 'env'>,
  { bucket: name, prefix, access }: TokenWish
): void {
  const bucket = configuredBuckets(context).find(each => each.name === name);
  if (!bucket) {
    throw new LeapError(
      'forbidden',
      'Tokens are given for the buckets of this hub alone.'
    );
  }
  if (prefix !== '' && !prefix.endsWith('/')) {
    throw new LeapError(
      'bad-request',
      'A folder ends with a slash: without it, the token would reach all names that begin alike.'
    );
  }
  const parts = prefix.split('/').slice(0, -1);
  if (parts.some(part => part === '' || part === '.' || part === '..')) {
    throw new LeapError('bad-request', 'This is not the name of a folder.');
  }
  const problem = nameProblem(prefix);
  if (problem !== null) {
    throw new LeapError('bad-request', problem);
  }
  if (access === 'write' && !mayWrite(ownFolderIn(bucket), name, prefix)) {
    throw new LeapError(
      'forbidden',
      bucket.ownPrefix === null
        ? 'You have no folder of your own in this bucket, so no token can write there.'
        : `A token for writing is given for your own folder alone: ${bucket.ownPrefix}`
    );
  }
}

/**
 * The least that a token for a wish can be made to do.
 *
 * @param isUniform - Whether the bucket has uniform access; null: not known.
 * @throws LeapError `forbidden` where only the whole token would do, and the operator has switched it off.
 */
export function planToken(
  access: TokenWish['access'],
  isUniform: boolean | null,
  allowToken: boolean
): TokenPlan {
  if (isUniform === true) {
    return { reach: 'folder', reason: null };
  }
  const why =
    isUniform === null
      ? 'The bucket does not say whether it can limit a token to a folder.'
      : 'The bucket cannot limit a token to a folder: it has no uniform access.';
  if (access === 'read') {
    return { reach: 'read-everything', reason: why };
  }
  if (!allowToken) {
    throw new LeapError(
      'forbidden',
      `${why} A token that could write to everybody’s data is switched off on this hub.`
    );
  }
  return { reach: 'everything', reason: why };
}
