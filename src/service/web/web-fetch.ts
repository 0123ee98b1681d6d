import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { LeapError } from '../../contract';
import {
  checkedLookup,
  checkUrl,
  resolveBySystem,
  type Resolve
} from './checked-host';
import { lostConnection } from './lost-connection';
import { nextHop, type IRedirects } from './next-hop';

/** A redirect to a new name, to https, and to the final file: more is a loop. */
const MAX_REDIRECTS = 3;

/**
 * How much of the network a request may use.
 */
export interface IFetchOptions extends IRedirects {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly timeLimitMs: number;
  readonly maxBytes: number;
  /** What happens at `maxBytes`: an error, or the rest is left. */
  readonly overflow: 'refuse' | 'stop';
  /** `host:port` of what the operator configured: may lie in a private network, and be redirected to. */
  readonly trustedHosts: ReadonlySet<string>;
  readonly resolve?: Resolve;
}

/** An answer, whatever its status. */
export interface IFetched {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * GET an address within limits of time, size, redirects and network.
 *
 * @throws LeapError `forbidden` for an address outside the public internet, `timed-out`, `too-large`,
 * `bad-upstream` for a broken answer, `unavailable` when nothing answers, `cancelled`.
 */
export async function webFetch(
  address: string,
  options: IFetchOptions
): Promise<IFetched> {
  const deadline = AbortSignal.timeout(options.timeLimitMs);
  const signal = AbortSignal.any([options.signal, deadline]);
  try {
    return await follow(new URL(address), { ...options, signal });
  } catch (reason) {
    if (options.signal.aborted) {
      throw new LeapError('cancelled', 'Cancelled.', { cause: reason });
    }
    if (deadline.aborted) {
      const seconds = Math.round(options.timeLimitMs / 1000);
      throw new LeapError(
        'timed-out',
        `${new URL(address).host} did not answer in full within ${seconds} seconds.`,
        { cause: reason }
      );
    }
    throw reason;
  }
}

async function follow(first: URL, options: IFetchOptions): Promise<IFetched> {
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    checkUrl(url, options.trustedHosts);
    const answer = await ask(url, options);
    if (typeof answer !== 'string') {
      return answer;
    }
    url = nextHop(url, answer, options);
  }
  throw new LeapError('bad-upstream', 'The address redirects too often.');
}

/** The answer, or where it says to ask instead. */
async function ask(
  url: URL,
  options: IFetchOptions
): Promise<IFetched | string> {
  try {
    const response = await send(url, options);
    const { statusCode: status = 0, headers } = response;
    const { location } = headers;
    const isRedirect = status >= 300 && status < 400 && status !== 304;
    if (isRedirect && location !== undefined) {
      response.destroy();
      return location;
    }
    return { status, headers, body: await readBody(response, options) };
  } catch (reason) {
    throw lostConnection(reason, url.host);
  }
}

function send(url: URL, options: IFetchOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const isTrusted = options.trustedHosts.has(url.host);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent: false,
        headers: { 'user-agent': 'jupyterlab-leap', ...options.headers },
        lookup: checkedLookup(options.resolve ?? resolveBySystem, isTrusted),
        signal: options.signal
      },
      resolve
    );
    sent.once('error', reject);
    sent.end();
  });
}

async function readBody(
  response: IncomingMessage,
  { maxBytes, overflow }: IFetchOptions
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of decoded(response)) {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maxBytes && overflow === 'refuse') {
        throw new LeapError(
          'too-large',
          `The answer is larger than ${Math.round(maxBytes / (1 << 20))} MiB.`
        );
      }
      if (bytes >= maxBytes && overflow === 'stop') {
        break;
      }
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

/** The limit counts what comes out, so a small file that unpacks to gigabytes stops at the limit too. */
function decoded(response: IncomingMessage): AsyncIterable<Buffer> {
  const decoder = decoderOf(response.headers['content-encoding']);
  if (!decoder) {
    return response as AsyncIterable<Buffer>;
  }
  response.once('error', reason => decoder.destroy(reason));
  return response.pipe(decoder) as Readable & AsyncIterable<Buffer>;
}

function decoderOf(encoding: string | undefined) {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}
