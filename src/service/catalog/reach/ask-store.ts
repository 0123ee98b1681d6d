import type { StoreFormat } from '../../../contract';
import type { IAccess } from '../../buckets/requests/access';
import type { Resolve } from '../../web/checked-host';
import { webFetch, type IFetched } from '../../web/web-fetch';
import { formByNames, probesOf, type IProbe } from './probe';
import type { IStoreAddress } from '../../web/store-address';
import {
  bucketVerdictOf,
  READER_PAYS,
  verdictOf,
  worst,
  type Verdict
} from './verdict';

/** A store that does not answer in this time does not open in a notebook either, as far as its reader is concerned. */
const TIME_LIMIT_MS = 5000;

/** A page of names is enough to see what a folder holds. */
const NAMES = 'maxResults=100&fields=items(name)';

/**
 * What a store is asked with.
 */
export interface IAskOptions {
  /** How Google Cloud Storage is asked; called when the first `gs://` store is checked. */
  readonly access: () => Promise<IAccess>;
  /** `host:port` of configured addresses: may lie in a private network. */
  readonly trustedHosts: ReadonlySet<string>;
  readonly resolve?: Resolve;
  readonly timeLimitMs?: number;
}

/**
 * Ask a store for a small file that it must have: first as anybody, then, for `gs://`, with this server's credentials.
 *
 * @throws LeapError when nothing answers.
 */
export async function askStore(
  format: StoreFormat,
  address: IStoreAddress,
  options: IAskOptions,
  signal: AbortSignal
): Promise<Verdict> {
  return address.scheme === 'gs'
    ? askBucket(format, address, options, signal)
    : askWeb(format, address, options, signal);
}

async function askWeb(
  format: StoreFormat,
  address: IStoreAddress,
  options: IAskOptions,
  signal: AbortSignal
): Promise<Verdict> {
  const base = webAddress(address);
  const seen: Verdict[] = [];
  for (const { path, bytes, recognise } of probesOf(format, address.path)) {
    const answer = await webFetch(`${base}${path}`, {
      ...limits(options, signal),
      maxBytes: bytes,
      redirects: 'public',
      headers: { 'accept-encoding': 'identity', range: `bytes=0-${bytes - 1}` }
    });
    const verdict = recognised(answer, format, recognise);
    if (verdict) {
      return verdict;
    }
    seen.push(verdictOf(answer.status));
  }
  return worst(seen);
}

/** A file of which nobody expected to know what it is opens when there is one: a page that says "not found" is none. */
function recognised(
  answer: IFetched,
  format: StoreFormat,
  recognise: IProbe['recognise']
): Verdict | null {
  if (!isContent(answer)) {
    return null;
  }
  const text = textOf(answer);
  const form = recognise(text);
  const isUnknownFile =
    format === 'unknown' && !/^\s*<(!doctype|html)/i.test(text);
  return form !== null || isUnknownFile
    ? { status: 'anonymous', reason: null, form }
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

async function askBucket(
  format: StoreFormat,
  address: IStoreAddress,
  options: IAskOptions,
  signal: AbortSignal
): Promise<Verdict> {
  const access = await options.access();
  const ask = (headers: Readonly<Record<string, string>>): Promise<Verdict> =>
    askObjects(format, address, bucketGet(access, headers, options, signal));
  const anonymous = await ask({});
  if (anonymous.status !== 'refused' || anonymous.reason === READER_PAYS) {
    return anonymous;
  }
  const headers = await access.headers(false).catch(() => null);
  if (headers === null) {
    return {
      status: 'refused',
      reason:
        'It is not public, and this server is not signed in to Google Cloud.',
      form: null
    };
  }
  const own = await ask(headers);
  return own.status === 'anonymous' ? { ...own, status: 'hub' } : own;
}

/** Reads below a bucket's `/o`: a name to add, and how much of the answer is wanted. */
type BucketGet = (
  bucket: string,
  rest: string,
  maxBytes: number
) => Promise<IFetched>;

function bucketGet(
  { baseUrl }: IAccess,
  headers: Readonly<Record<string, string>>,
  options: IAskOptions,
  signal: AbortSignal
): BucketGet {
  const trustedHosts = new Set([
    ...options.trustedHosts,
    new URL(baseUrl).host
  ]);
  return (bucket, rest, maxBytes) =>
    webFetch(`${baseUrl}/b/${encodeURIComponent(bucket)}/o${rest}`, {
      ...limits(options, signal),
      maxBytes,
      redirects: 'trusted',
      trustedHosts,
      headers: {
        'accept-encoding': 'identity',
        range: `bytes=0-${maxBytes - 1}`,
        ...headers
      }
    });
}

async function askObjects(
  format: StoreFormat,
  { host, path }: IStoreAddress,
  get: BucketGet
): Promise<Verdict> {
  const seen: Verdict[] = [];
  for (const probe of probesOf(format, path)) {
    const name = encodeURIComponent(`${path}${probe.path}`);
    const answer = await get(host, `/${name}?alt=media`, probe.bytes);
    const verdict = recognised(answer, format, probe.recognise);
    if (verdict) {
      return verdict;
    }
    seen.push(bucketVerdictOf(answer));
    if (answer.status === 400) {
      break;
    }
  }
  const verdict = worst(seen);
  return verdict.status === 'missing' && format === 'parquet'
    ? ((await askNames(host, path, get)) ?? verdict)
    : verdict;
}

/** A table in many files often has none that describes it. */
async function askNames(
  bucket: string,
  path: string,
  get: BucketGet
): Promise<Verdict | null> {
  const prefix = encodeURIComponent(`${path}/`);
  const answer = await get(bucket, `?prefix=${prefix}&${NAMES}`, 256 << 10);
  const names = /"name":\s*"[^"]*"/g;
  const form = isContent(answer)
    ? formByNames(
        (textOf(answer).match(names) ?? []).map(each => each.slice(0, -1))
      )
    : null;
  return form && { status: 'anonymous', reason: null, form };
}

function isContent({ status }: IFetched): boolean {
  return status === 200 || status === 206;
}

/** A character for each byte; the browsers' latin1 is another code from 0x80 to 0x9f. */
function textOf({ body }: IFetched): string {
  return body.toString('latin1');
}

function limits(options: IAskOptions, signal: AbortSignal) {
  return {
    signal,
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
    overflow: 'stop',
    trustedHosts: options.trustedHosts,
    ...(options.resolve ? { resolve: options.resolve } : {})
  } as const;
}
