import type { Store } from '../../../contract';
import { listable } from '../code/listable';
import { readStoreAddress, type IStoreAddress } from '../../web/store-address';

/** Where a store's bytes are counted. */
export type SizePlan =
  /** A folder of Google Cloud Storage. */
  | { readonly kind: 'gcs'; readonly bucket: string; readonly prefix: string }
  /** A folder of a public bucket that speaks S3, by the bucket's web address. */
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string }
  /** One file. */
  | { readonly kind: 'file' };

/**
 * How the size of a store is found out; null: it cannot be. References and collections are small files that point to the
 * data, so their own size says nothing.
 */
export function sizePlan({
  url,
  format
}: Pick<Store, 'url' | 'format'>): SizePlan | null {
  const address = readStoreAddress(url);
  if (!address || format === 'kerchunk' || format === 'intake-esm') {
    return null;
  }
  if (format === 'netcdf') {
    return { kind: 'file' };
  }
  const isBucket = address.scheme === 'gs' || address.scheme === 's3';
  const found = isBucket ? { address, bucketUrl: null } : listable(address);
  if (found === null || found.address.path === '') {
    return null;
  }
  const { scheme, host, path } = found.address;
  const prefix = `${path}/`;
  return scheme === 'gs'
    ? { kind: 'gcs', bucket: host, prefix }
    : { kind: 's3', bucket: found.bucketUrl ?? amazon(found.address), prefix };
}

/** A bucket with dots in its name has no certificate of its own. */
function amazon({ host }: IStoreAddress): string {
  return host.includes('.')
    ? `https://s3.amazonaws.com/${host}`
    : `https://${host}.s3.amazonaws.com/`;
}
