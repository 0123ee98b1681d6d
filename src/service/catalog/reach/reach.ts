import {
  LeapError,
  type Dataset,
  type Store,
  type StoreReach
} from '../../../contract';
import { askStore, type IAskOptions } from './ask-store';
import type { KeptCheck, KeptChecks } from './kept-checks';
import { storeCode } from '../code/snippet';
import { readStoreAddress } from '../../web/store-address';
import { unknown, type Verdict } from './verdict';

/** The whole check ends by then; what was not asked is unknown. */
const TOTAL_LIMIT_MS = 20_000;

/** Stores asked at once: enough for the 42 files of the largest data set, few enough for their host. */
const CONCURRENCY = 6;

/**
 * What a check works with.
 */
export interface IReachOptions extends IAskOptions {
  /** Buckets that this hub's credentials open. */
  readonly hubBuckets: ReadonlySet<string>;
  /** Where checks are kept; absent: each is made anew. */
  readonly kept?: KeptChecks;
  /** Ask also what was asked not long ago. */
  readonly again?: boolean;
  readonly now: () => Date;
}

/**
 * Whether each store of a data set opens from here, what it is, and the code that fits it: from a check that was made
 * not long ago, or from one that is made now.
 */
export async function checkReach(
  dataset: Dataset,
  options: IReachOptions,
  signal: AbortSignal
): Promise<StoreReach[]> {
  const deadline = AbortSignal.timeout(TOTAL_LIMIT_MS);
  const both = AbortSignal.any([signal, deadline]);
  const checks = new Map<Store, KeptCheck>();
  const fresh: [string, KeptCheck][] = [];
  const waiting = [...dataset.stores];
  const work = async (): Promise<void> => {
    for (let store = waiting.shift(); store; store = waiting.shift()) {
      const { kept, again, now } = options;
      const known = again === true ? undefined : await kept?.recent(store.url);
      if (known) {
        checks.set(store, known);
        continue;
      }
      const verdict = await check(store, options, both);
      const made = { ...verdict, checkedAt: now().toISOString() };
      checks.set(store, made);
      fresh.push([store.url, made]);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (signal.aborted) {
    throw new LeapError('cancelled', 'Cancelled.');
  }
  if (fresh.length > 0) {
    await options.kept?.write(fresh);
  }
  return dataset.stores.flatMap(store => {
    const made = checks.get(store);
    return made ? [described(store, made, options.hubBuckets)] : [];
  });
}

/** With the code that fits what was found. */
function described(
  store: Store,
  check: KeptCheck,
  hubBuckets: ReadonlySet<string>
): StoreReach {
  const address = readStoreAddress(store.url);
  const code =
    address && check.form !== null
      ? storeCode(
          address,
          check.form,
          check.status === 'hub'
            ? new Set([...hubBuckets, address.host])
            : hubBuckets
        )
      : null;
  return { id: store.id, ...check, code };
}

async function check(
  store: Store,
  options: IReachOptions,
  signal: AbortSignal
): Promise<Verdict> {
  const address = readStoreAddress(store.url);
  if (address === null) {
    return unknown('The record gives no address that can be asked.');
  }
  if (signal.aborted) {
    return unknown('There was no time left to ask. Check again.');
  }
  try {
    return await askStore(store.format, address, options, signal);
  } catch (reason) {
    const error = LeapError.from(reason);
    return error.code === 'cancelled'
      ? unknown('There was no time left to ask. Check again.')
      : { status: 'unreachable', reason: error.message, form: null };
  }
}
