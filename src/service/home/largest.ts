import { LeapError, type HomeLargest } from '../../contract';
import { configuredBuckets } from '../buckets/configured';
import type { IServiceContext } from '../config';
import type { IFinishedScan } from './finished-scan';
import { DATA_BYTES, OLD_DAYS } from './scan/large-data';

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
  return {
    ...scan.large,
    dataBytes: DATA_BYTES,
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
