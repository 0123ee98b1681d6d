import type { Place } from '../../contract';
import { beginningOf } from './names/link-beginning';
import {
  checkReference,
  parseReference,
  splitReference
} from './names/reference';
import type { GcsStore } from './store/store';

/**
 * The folder and the object that a reference means.
 *
 * `gs://bucket/a/b` may name an object or a folder `b/`: the bucket is asked for both at once. An object that is there is
 * what was named, letter for letter; else a folder is meant, because addresses of data sets are written without a slash.
 * A link of the console may filter a folder: what it filters by comes along.
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
  const { bucket, name } = reference;
  const { prefix, object } = splitReference(reference);
  if (object === null) {
    const { name: whole } = checkReference(bucket, name + beginningOf(text));
    const { prefix: folder, object: match } = splitReference({
      bucket,
      name: whole
    });
    return match === null
      ? { bucket, prefix: folder, object: null }
      : { bucket, prefix: folder, object: null, match };
  }
  const first = (beginning: string) =>
    store.page(
      {
        bucket,
        prefix: beginning,
        folded: false,
        columns: 'names',
        maxResults: 1,
        payer: payer ?? null
      },
      'view',
      signal
    );
  const folder = `${name}/`;
  const [named, below] = await Promise.all([first(name), first(folder)]);
  // Of all keys with this beginning it would be the first.
  const isObject = named.objects[0]?.name === name;
  const isFolder = below.objects.length > 0 || below.nextPageToken !== null;
  return isFolder && !isObject
    ? { bucket, prefix: folder, object: null }
    : { bucket, prefix, object };
}
