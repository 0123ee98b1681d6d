import { LeapError, type Bucket, type Expiring } from '../../../contract';
import type { IBucketsService } from '../buckets-service';
import { Measurement } from '../size/measurement';
import { goingFirst } from './going-first';

/** Half a million objects: enough for nearly everybody, and a moment's work. */
const MAX_CALLS = 500;

/** Nobody waits for it. */
const AT_ONCE = 4;

/**
 * What the user's own folders lose within 48 hours. Folders of others are never looked at.
 *
 * @throws LeapError when a folder cannot be read.
 */
export async function expiring(
  service: IBucketsService,
  signal: AbortSignal
): Promise<Expiring> {
  const folders: Expiring['folders'] = [];
  for (const configured of service.context.config.buckets) {
    const bucket = service.find(configured.name);
    const found = bucket && (await look(service, bucket, signal));
    if (found && found.objects > 0) {
      folders.push(found);
    }
  }
  return { folders };
}

async function look(
  { store, rules, context }: IBucketsService,
  bucket: Bucket,
  signal: AbortSignal
): Promise<Expiring['folders'][number] | null> {
  const { name, ownPrefix } = bucket;
  if (ownPrefix === null) {
    return null;
  }
  const rule = await rules.of(bucket);
  if (rule.deletions.length === 0) {
    return null;
  }
  const place = { bucket: name, prefix: ownPrefix };
  const opened = await store();
  const options = {
    concurrency: AT_ONCE,
    rule,
    nowMs: context.now().getTime(),
    signal
  };
  const work = new Measurement(opened, place, {
    ...options,
    maxCalls: Math.min(MAX_CALLS, context.config.measuringRequests)
  });
  try {
    await work.run();
  } catch (reason) {
    // A bucket that does not exist on this hub loses nothing.
    if (LeapError.from(reason).code === 'not-found') {
      return null;
    }
    throw reason;
  }
  const { goingSoon, complete } = work.report(true);
  return {
    ...place,
    bytes: goingSoon?.bytes ?? 0,
    objects: goingSoon?.objects ?? 0,
    complete,
    first: await goingFirst({ store: opened, place, options }, work)
  };
}
