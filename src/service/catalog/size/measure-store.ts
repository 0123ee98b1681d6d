import { LeapError, type Store, type StoreSize } from '../../../contract';
import type { IMeasureOptions } from '../../buckets/size/measurement';
import { measureFolder } from '../../buckets/size/size';
import { findTarget, type IPlaceOptions } from '../../contents/place';
import type { GcsStore } from '../../buckets/store/store';
import { measureS3, type ICounted } from './s3-folder';
import { sizePlan } from './size-plan';

/** A public host is asked no more often than this for one store: two million objects. */
const MAX_S3_CALLS = 2000;

/**
 * What stores are measured with.
 */
export interface IMeasuring {
  readonly places: IPlaceOptions;
  readonly store: () => Promise<GcsStore>;
  readonly limits: Pick<IMeasureOptions, 'concurrency' | 'maxCalls'>;
  readonly now: () => Date;
}

/**
 * Bytes and objects of a store as they lie there, while they are counted; the last report says that nothing more comes.
 *
 * @throws LeapError `bad-request` for a store that cannot be measured, `not-found` when nothing is there, and what the
 * storage says.
 */
export async function* measureStore(
  store: Pick<Store, 'url' | 'format'>,
  { places, store: open, limits, now }: IMeasuring,
  signal: AbortSignal
): AsyncGenerator<StoreSize, void, undefined> {
  const plan = sizePlan(store);
  if (plan === null) {
    throw new LeapError(
      'bad-request',
      'The host of this store does not say how much is in it.'
    );
  }
  let last: ICounted = { bytes: 0, objects: 0, complete: false };
  const counted =
    plan.kind === 'gcs'
      ? measureFolder(await open(), plan, { ...limits, signal })
      : plan.kind === 's3'
        ? measureS3(plan.bucket, plan.prefix, MAX_S3_CALLS, places, signal)
        : measureFile(store.url, places, signal);
  for await (const { bytes, objects, complete } of counted) {
    last = { bytes, objects, complete };
    yield { ...last, isOver: false, measuredAt: now().toISOString() };
  }
  if (last.complete && last.objects === 0) {
    throw new LeapError('not-found', 'There is nothing at this address.');
  }
  yield { ...last, isOver: true, measuredAt: now().toISOString() };
}

async function* measureFile(
  url: string,
  places: IPlaceOptions,
  signal: AbortSignal
): AsyncGenerator<ICounted, void, undefined> {
  const { object } = await findTarget({ url }, places);
  const bytes = (await object?.sizeOf('', signal)) ?? null;
  if (bytes === null) {
    throw new LeapError('not-found', 'There is no file at this address.');
  }
  yield { bytes, objects: 1, complete: true };
}
