import type { ListingPage, Query } from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { toColumns } from './columns';
import { configuredBuckets, standingOf } from './configured';
import { readCursor, writeCursor } from './cursor';
import { listFolder, START } from './listing';
import { storeOnce } from './open-store';
import { findPlace } from './place';
import { checkFolder } from './reference';
import { recogniseFolders } from './recognition';
import { measureFolder } from './size';
import type { GcsStore } from './store';

/**
 * The routes of `buckets`.
 */
export function createBucketsHandlers(
  context: IServiceContext,
  store: () => Promise<GcsStore> = storeOnce(context)
): SubjectHandlers<'buckets'> {
  return {
    'buckets/configured': () =>
      Promise.resolve({ buckets: configuredBuckets(context) }),
    'buckets/place': async ({ reference }, signal) =>
      findPlace(await store(), reference, signal),
    'buckets/listing': (query, signal) => list(context, store, query, signal),
    'buckets/recognition': async ({ bucket, prefix, names }, signal) => {
      names.forEach(name => {
        checkFolder(bucket, prefix + name);
      });
      const place = { bucket, prefix };
      return {
        kinds: await recogniseFolders(await store(), place, names, signal)
      };
    },
    'buckets/size': async function* ({ bucket, prefix }, signal) {
      checkFolder(bucket, prefix);
      yield* measureFolder(
        await store(),
        { bucket, prefix },
        { concurrency: context.config.listingConcurrency, signal }
      );
    }
  };
}

async function* list(
  context: IServiceContext,
  store: () => Promise<GcsStore>,
  query: Query<'buckets/listing'>,
  signal: AbortSignal
): AsyncGenerator<ListingPage, void, undefined> {
  const { bucket: name, prefix, cursor, pages = 1 } = query;
  checkFolder(name, prefix);
  const bucket = configuredBuckets(context).find(one => one.name === name);
  const from = typeof cursor === 'string' ? readCursor(cursor) : START;
  const listed = listFolder(
    await store(),
    { bucket: name, prefix },
    from,
    'view',
    signal
  );
  let sent = 0;
  for await (const { prefixes, objects, position } of listed) {
    yield {
      prefixes: prefixes.map(folder => folder.slice(prefix.length)),
      objects: toColumns(objects, prefix, bucket?.deleteAfterDays ?? null),
      standing: standingOf(bucket, prefix),
      cursor: position === null ? null : writeCursor(position)
    };
    sent += 1;
    if (sent === pages) {
      return;
    }
  }
}
