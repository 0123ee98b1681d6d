import type { Earliest } from '../../../contract';
import type { IBucketsService } from '../buckets-service';
import { Measurement } from '../size/measurement';
import { ruleOfFolder, type IRule } from '../rules/rule';
import type { MeasuredStore } from '../store/store';
import { isCounted } from './is-counted';

/** Ten thousand chunks tell; of what is larger the answer is "or sooner". */
const MAX_CALLS = 10;

/** A few folders at a time: these are background requests for rows on the screen. */
const AT_ONCE = 4;

type Place = {
  readonly bucket: string;
  readonly prefix: string;
  readonly payer?: string | undefined;
};

/**
 * The day on which the first object of each folder is deleted: a data set is broken from then on.
 */
export async function earliestDays(
  service: IBucketsService,
  place: Place,
  names: readonly string[],
  signal: AbortSignal
): Promise<Earliest> {
  const rule = await service.rules.of(service.find(place.bucket));
  const store = await service.store();
  return { folders: await firstDays(store, rule, place, names, signal) };
}

/**
 * The same under a rule that is known.
 */
export async function firstDays(
  store: MeasuredStore,
  rule: IRule,
  place: Place,
  names: readonly string[],
  signal: AbortSignal
): Promise<Earliest['folders']> {
  const { deleteAfterDays, hasOtherRules } = ruleOfFolder(rule, place.prefix);
  if (deleteAfterDays === null && !hasOtherRules) {
    return names.map(() => null);
  }
  const folders: Earliest['folders'] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE).map(name => {
      const folder = { ...place, prefix: place.prefix + name };
      return firstDay(store, rule, folder, signal);
    });
    folders.push(...(await Promise.all(some)));
  }
  return folders;
}

async function firstDay(
  store: MeasuredStore,
  rule: IRule,
  folder: Place,
  signal: AbortSignal
): Promise<Earliest['folders'][number]> {
  const work = new Measurement(store, folder, {
    concurrency: 2,
    maxCalls: MAX_CALLS,
    rule,
    signal
  });
  if (!(await isCounted(work))) {
    return null;
  }
  const deletedOn = work.tally.firstDay();
  const { complete } = work.report(true);
  return deletedOn === null ? null : { deletedOn, complete };
}
