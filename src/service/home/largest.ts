import { LeapError, type HomeLargest } from '../../contract';
import { configuredBuckets } from '../buckets/rules/configured';
import type { IServiceContext } from '../config';
import type { IFinishedScan } from './finished-scan';
import { OLD_DAYS } from './scan/data/large-data';

/**
 * What is large or old in the home, and where data belong.
 *
 * @throws LeapError `unavailable` when the home was never counted to the end.
 */
export function describeLargest(
  context: Pick<IServiceContext, 'config' | 'env'>,
  scan: IFinishedScan | null
): HomeLargest {
  if (scan === null) {
    throw new LeapError(
      'unavailable',
      'The home directory has to be counted first: refresh the storage panel.'
    );
  }
  const dataBytes = context.config.largeDataBytes;
  const { files, stores, oldest } = scan.large;
  // An earlier count may have been made when the operator set it lower.
  const isLarge = ({ usedBytes }: { readonly usedBytes: number }): boolean =>
    usedBytes >= dataBytes;
  return {
    files,
    stores: stores.filter(isLarge),
    oldest: oldest.filter(isLarge),
    dataBytes,
    oldDays: OLD_DAYS,
    bucketUrl: lastingFolder(context),
    scannedAt: scan.usage.scannedAt
  };
}

/** The user's own folder in the first bucket that deletes nothing by itself. */
function lastingFolder(
  context: Pick<IServiceContext, 'config' | 'env'>
): string | null {
  const bucket = configuredBuckets(context).find(
    ({ access, deleteAfterDays, ownPrefix }) =>
      access === 'own-folder' && deleteAfterDays === null && ownPrefix !== null
  );
  return bucket?.ownPrefix ? `gs://${bucket.name}/${bucket.ownPrefix}` : null;
}
