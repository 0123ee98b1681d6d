import {
  LeapError,
  type FolderSize,
  type FolderSizeQuery
} from '../../contract';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { configuredBuckets } from './rules/configured';
import { downloadObject } from './objects/download';
import { earliestDays } from './expiring/earliest';
import { expiring } from './expiring/expiring';
import { describeObject } from './objects/object-facts';
import { storeOnce } from './store/open-store';
import { pagesOf } from './listing/pages';
import { findPlace } from './place';
import { checkFolder, checkObject } from './names/reference';
import { recogniseFolders } from './listing/recognition';
import { RuleBook } from './rules/rule-book';
import { measureFolder } from './size/size';
import type { GcsStore } from './store/store';
import type { IBucketsService } from './buckets-service';

/**
 * The routes of `buckets`.
 */
export function createBucketsHandlers(
  context: IServiceContext,
  store: () => Promise<GcsStore> = storeOnce(context)
): SubjectHandlers<'buckets'> {
  const service = createService(context, store);
  return {
    'buckets/configured': () =>
      Promise.resolve({ buckets: configuredBuckets(context) }),
    'buckets/place': async ({ reference, payer }, signal) =>
      findPlace(await store(), reference, payer, signal),
    'buckets/listing': (query, signal) => pagesOf(service, query, signal),
    'buckets/recognition': async ({ names, ...place }, signal) => {
      checkFolders(place, names);
      return {
        kinds: await recogniseFolders(
          await store(),
          { ...place, payer: place.payer ?? null },
          names,
          signal
        )
      };
    },
    'buckets/size': (place, signal) => sizesOf(service, place, signal),
    'buckets/earliest': ({ names, ...place }, signal) => {
      checkFolders(place, names);
      return earliestDays(service, place, names, signal);
    },
    'buckets/expiring': (_, signal) => expiring(service, signal),
    'buckets/object': async (query, signal) => {
      checkObject(query.bucket, query.name);
      const { facts } = await describeObject(await store(), query, signal);
      const { downloadLimitBytes } = context.config;
      return { ...facts, downloadLimitBytes };
    },
    'buckets/download': async (query, signal) => {
      checkObject(query.bucket, query.name);
      const { downloadLimitBytes } = context.config;
      return downloadObject(await store(), query, downloadLimitBytes, signal);
    }
  };
}

async function* sizesOf(
  { context, store, rules, find }: IBucketsService,
  place: FolderSizeQuery,
  signal: AbortSignal
): AsyncGenerator<FolderSize, void> {
  checkFolder(place.bucket, place.prefix);
  const rule = await rules.of(find(place.bucket));
  yield* measureFolder(await store(), place, {
    concurrency: context.config.listingConcurrency,
    maxCalls: context.config.measuringRequests,
    rule,
    nowMs: context.now().getTime(),
    signal
  });
}

function createService(
  context: IServiceContext,
  store: () => Promise<GcsStore>
): IBucketsService {
  return {
    context,
    store,
    rules: new RuleBook(store, context.now),
    find: name => configuredBuckets(context).find(one => one.name === name)
  };
}

function checkFolders(
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
  names: readonly string[]
): void {
  for (const name of names) {
    checkFolder(bucket, prefix + name);
    if (!name.endsWith('/')) {
      throw new LeapError('bad-request', 'A folder ends in a slash.');
    }
  }
}
