import type { Bucket, ListingPage } from '../../../contract';
import type { IServiceContext } from '../../config';
import { findOwnPrefix } from './own-folder';
import { standing, type IOwnFolder } from './policy';

/**
 * The configured buckets with the user's own folder in each.
 */
export function configuredBuckets({
  config,
  env
}: Pick<IServiceContext, 'config' | 'env'>): Bucket[] {
  return config.buckets.map(bucket => {
    const own = findOwnPrefix(bucket, env);
    const { name, title, access, deleteAfterDays } = bucket;
    return {
      name,
      title,
      access,
      deleteAfterDays,
      ownPrefix: own.prefix,
      ownPrefixSource: own.source
    };
  });
}

/**
 * Whose a folder is. A bucket that is not configured is only read.
 */
export function standingOf(
  bucket: Bucket | undefined,
  prefix: string
): ListingPage['standing'] {
  return bucket?.access === 'own-folder'
    ? standing(ownFolderIn(bucket), prefix)
    : 'read-only';
}

/**
 * The user's own folder in a bucket; null: there is none, or none is known.
 */
export function ownFolderIn({
  name,
  access,
  ownPrefix
}: Bucket): IOwnFolder | null {
  return access === 'own-folder' && ownPrefix !== null
    ? { bucket: name, prefix: ownPrefix }
    : null;
}
