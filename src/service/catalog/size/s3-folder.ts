import { LeapError } from '../../../contract';
import { webFetch } from '../../web/web-fetch';
import type { IWebSourceOptions } from '../../contents/web-source';

/** Politely: the host serves everybody else as well. */
const CONCURRENCY = 4;

/** A page of 1,000 names has 300 kB. */
const MAX_PAGE_BYTES = 4 << 20;

const TIME_LIMIT_MS = 30_000;

/** What was counted so far. */
export interface ICounted {
  readonly bytes: number;
  readonly objects: number;
  /** False: at least this much. */
  readonly complete: boolean;
}

/** A page that is still to be asked for. */
interface IWanted {
  readonly prefix: string;
  /** Its folders are counted one beside another. */
  readonly folded: boolean;
  readonly token: string | null;
}

/**
 * Bytes and objects below a folder of a public bucket that speaks S3; a report after each round of pages.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 *
 * @param bucket - Its web address.
 * @param prefix - With its closing slash.
 * @param maxCalls - After so many requests it stops, and what was counted means "at least".
 */
export async function* measureS3(
  bucket: string,
  prefix: string,
  maxCalls: number,
  options: IWebSourceOptions,
  signal: AbortSignal
): AsyncGenerator<ICounted, void, undefined> {
  const waiting: IWanted[] = [{ prefix, folded: true, token: null }];
  let bytes = 0;
  let objects = 0;
  for (let calls = 0; waiting.length > 0 && calls < maxCalls;) {
    const round = waiting.splice(0, Math.min(CONCURRENCY, maxCalls - calls));
    calls += round.length;
    const pages = await Promise.all(
      round.map(wanted => ask(bucket, wanted, options, signal))
    );
    for (const [at, page] of pages.entries()) {
      bytes += page.bytes;
      objects += page.objects;
      const wanted = round[at];
      if (wanted && page.next !== null) {
        waiting.push({ ...wanted, token: page.next });
      }
      for (const folder of page.folders) {
        waiting.push({ prefix: folder, folded: false, token: null });
      }
    }
    yield { bytes, objects, complete: waiting.length === 0 };
  }
}

interface IPage {
  readonly bytes: number;
  readonly objects: number;
  readonly folders: readonly string[];
  readonly next: string | null;
}

async function ask(
  bucket: string,
  { prefix, folded, token }: IWanted,
  options: IWebSourceOptions,
  signal: AbortSignal
): Promise<IPage> {
  const url = new URL(bucket);
  url.search = new URLSearchParams({
    'list-type': '2',
    // Names come as in an address, so that XML cannot break them.
    'encoding-type': 'url',
    prefix,
    ...(folded ? { delimiter: '/' } : {}),
    ...(token === null ? {} : { 'continuation-token': token })
  }).toString();
  const { status, body } = await webFetch(url.href, {
    ...options,
    signal,
    timeLimitMs: TIME_LIMIT_MS,
    maxBytes: MAX_PAGE_BYTES,
    overflow: 'refuse',
    redirects: 'trusted'
  });
  const text = body.toString('utf8');
  if (status !== 200 || !text.includes('<ListBucketResult')) {
    throw new LeapError(
      status === 403 || status === 401 ? 'forbidden' : 'bad-upstream',
      'The host does not list what is in this store, so its size cannot be measured.'
    );
  }
  return readPage(text);
}

/** Read with patterns: a listing has no nested elements of these names, and no entities where it is encoded. */
function readPage(text: string): IPage {
  const sizes = [...text.matchAll(/<Size>(\d{1,15})<\/Size>/g)].map(
    ([, size]) => Number(size)
  );
  const folders = [
    ...text.matchAll(/<CommonPrefixes><Prefix>([^<]*)<\/Prefix>/g)
  ].map(([, folder = '']) => decoded(folder));
  const isCut = /<IsTruncated>true<\/IsTruncated>/.test(text);
  const [, token = null] =
    /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text) ?? [];
  return {
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    objects: sizes.length,
    folders,
    next: isCut && token !== null ? unescaped(token) : null
  };
}

/** A host that does not know of the encoding leaves the name as it is. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(unescaped(name).replaceAll('+', ' '));
  } catch {
    // A percent sign of its own.
    return unescaped(name);
  }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
