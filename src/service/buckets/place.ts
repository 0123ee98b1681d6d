import type { Place } from '../../contract';
import { parseReference, splitReference } from './reference';
import type { GcsStore } from './store';

/**
 * The folder and the object that a reference means.
 *
 * `gs://bucket/a/b` may name an object or a folder `b/`: the bucket is asked, and a folder wins, because
 * addresses of data sets are written without a slash.
 *
 * @throws LeapError `bad-request` for text that is no reference; what the bucket answers otherwise.
 */
export async function findPlace(
  store: Pick<GcsStore, 'page'>,
  text: string,
  payer: string | undefined,
  signal: AbortSignal
): Promise<Place> {
  const reference = parseReference(text);
  const { bucket } = reference;
  const { prefix, object } = splitReference(reference);
  if (object === null) {
    return { bucket, prefix, object };
  }
  const folder = `${prefix}${object}/`;
  const page = await store.page(
    {
      bucket,
      prefix: folder,
      folded: false,
      columns: 'names',
      maxResults: 1,
      payer: payer ?? null
    },
    'view',
    signal
  );
  const isFolder = page.objects.length > 0 || page.nextPageToken !== null;
  return isFolder
    ? { bucket, prefix: folder, object: null }
    : { bucket, prefix, object };
}
