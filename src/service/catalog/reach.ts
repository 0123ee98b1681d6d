import {
  LeapError,
  type Dataset,
  type Reach,
  type Store
} from '../../contract';
import type { IAccess } from '../buckets/access';
import type { Resolve } from '../web/checked-host';
import { isPlausible, PROBE_BYTES, probePaths } from './probe';
import { readStoreAddress, type IStoreAddress } from './store-address';
import { webFetch, type IFetched } from '../web/web-fetch';

/** A store that does not answer in this time does not open in a notebook either, as far as its reader is concerned. */
const TIME_LIMIT_MS = 5000;

/** The whole check ends by then; what was not asked is unknown. */
const TOTAL_LIMIT_MS = 20_000;

/** Stores asked at once: enough for the 42 files of the largest data set, few enough for their host. */
const CONCURRENCY = 6;

type Verdict = Omit<Reach['stores'][number], 'id' | 'checkedAt'>;

/**
 * What a check works with.
 */
export interface IReachOptions {
  /** How Google Cloud Storage is asked; called when the first `gs://` store is checked. */
  readonly access: () => Promise<IAccess>;
  /** `host:port` of configured addresses: may lie in a private network. */
  readonly trustedHosts: ReadonlySet<string>;
  readonly resolve?: Resolve;
  readonly now: () => Date;
  readonly timeLimitMs?: number;
}

/**
 * Ask every store of a data set for a small file that it must have: first as anybody, then, for
 * `gs://`, with this server's credentials.
 */
export async function checkReach(
  dataset: Dataset,
  options: IReachOptions,
  signal: AbortSignal
): Promise<Reach> {
  const deadline = AbortSignal.timeout(TOTAL_LIMIT_MS);
  const both = AbortSignal.any([signal, deadline]);
  const stores: Reach['stores'] = [];
  const waiting = [...dataset.stores.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, store] = next;
      const verdict = await check(store, options, both);
      const checkedAt = options.now().toISOString();
      stores[index] = { id: store.id, checkedAt, ...verdict };
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (signal.aborted) {
    throw new LeapError('cancelled', 'Cancelled.');
  }
  return { stores };
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
    return address.scheme === 'gs'
      ? await checkBucket(store, address, options, signal)
      : await checkWeb(store, address, options, signal);
  } catch (reason) {
    const error = LeapError.from(reason);
    return error.code === 'cancelled'
      ? unknown('There was no time left to ask. Check again.')
      : { status: 'unreachable', reason: error.message };
  }
}

async function checkWeb(
  { format }: Store,
  address: IStoreAddress,
  options: IReachOptions,
  signal: AbortSignal
): Promise<Verdict> {
  const base = webAddress(address);
  const seen: Verdict[] = [];
  for (const path of probePaths(format, address.path)) {
    const answer = await webFetch(`${base}${path}`, {
      ...limits(options, signal),
      redirects: 'public',
      headers: { 'accept-encoding': 'identity' }
    });
    if (answer.status === 200 && isPlausible(answer.body, format)) {
      return { status: 'anonymous', reason: caveat(path) };
    }
    seen.push(webVerdict(answer));
  }
  return worst(seen);
}

/** A web server lists nothing, so a group whose metadata are not gathered in one file seems empty. */
function caveat(path: string): string | null {
  return path === '/.zgroup'
    ? 'Its metadata are not consolidated, so its variables cannot be listed over the web: open each by its name, as a group or array of its own.'
    : null;
}

/** Where S3 answers to anybody over https. A bucket with dots in its name has no certificate of its own. */
function webAddress({ scheme, host, path, url }: IStoreAddress): string {
  if (scheme !== 's3') {
    return url;
  }
  const key = path.split('/').map(encodeURIComponent).join('/');
  return host.includes('.')
    ? `https://s3.amazonaws.com/${host}/${key}`
    : `https://${host}.s3.amazonaws.com/${key}`;
}

function webVerdict({ status }: IFetched): Verdict {
  switch (status) {
    case 200:
      return {
        status: 'missing',
        reason: 'The address answers, but not with data of this kind.'
      };
    case 401:
    case 403:
      return {
        status: 'refused',
        reason: 'The host refuses to hand it out, or it is not there.'
      };
    case 404:
    case 410:
      return { status: 'missing', reason: 'There is nothing at this address.' };
    default:
      return {
        status: 'unreachable',
        reason: `The host answers with status ${status}.`
      };
  }
}

async function checkBucket(
  store: Store,
  address: IStoreAddress,
  options: IReachOptions,
  signal: AbortSignal
): Promise<Verdict> {
  const access = await options.access();
  const anonymous = await askBucket(
    store,
    address,
    access,
    {},
    options,
    signal
  );
  if (anonymous.status !== 'refused') {
    return anonymous;
  }
  const headers = await access.headers(false).catch(() => null);
  if (headers === null) {
    return {
      status: 'refused',
      reason: 'It is not public, and this server has no Google credentials.'
    };
  }
  const own = await askBucket(store, address, access, headers, options, signal);
  return own.status === 'anonymous' ? { status: 'hub', reason: null } : own;
}

/** Ask the JSON API for an object's name, which needs the same right as its bytes and costs none of them. */
async function askBucket(
  { format }: Store,
  { host, path }: IStoreAddress,
  { baseUrl }: IAccess,
  headers: Readonly<Record<string, string>>,
  options: IReachOptions,
  signal: AbortSignal
): Promise<Verdict> {
  const trustedHosts = new Set([
    ...options.trustedHosts,
    new URL(baseUrl).host
  ]);
  const seen: Verdict[] = [];
  for (const suffix of probePaths(format, path)) {
    const object = encodeURIComponent(`${path}${suffix}`);
    const answer = await webFetch(
      `${baseUrl}/b/${encodeURIComponent(host)}/o/${object}?fields=name`,
      {
        ...limits(options, signal),
        redirects: 'trusted',
        trustedHosts,
        headers
      }
    );
    if (answer.status === 200) {
      return { status: 'anonymous', reason: null };
    }
    seen.push(bucketVerdict(answer));
  }
  return worst(seen);
}

function bucketVerdict({ status, body }: IFetched): Verdict {
  if (status === 400 && /requester pays|user ?project/i.test(String(body))) {
    return {
      status: 'refused',
      reason: 'Whoever reads this bucket pays for it, so it was not opened.'
    };
  }
  return status === 401 || status === 403
    ? { status: 'refused', reason: 'This server may not read the bucket.' }
    : webVerdict({ status, headers: {}, body });
}

/** Of several answers the one that leaves most open: a file that may not be read may be there. */
function worst(verdicts: readonly Verdict[]): Verdict {
  for (const status of ['unreachable', 'refused', 'missing'] as const) {
    const found = verdicts.find(verdict => verdict.status === status);
    if (found) {
      return found;
    }
  }
  return unknown('There is nothing to ask this store for.');
}

function unknown(reason: string): Verdict {
  return { status: 'unknown', reason };
}

function limits(options: IReachOptions, signal: AbortSignal) {
  return {
    signal,
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
    maxBytes: PROBE_BYTES,
    overflow: 'stop',
    trustedHosts: options.trustedHosts,
    ...(options.resolve ? { resolve: options.resolve } : {})
  } as const;
}
