import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { LeapError } from '../../../contract';
import { systemCode } from '../../system-error';
import type { Resolve } from '../../web/checked-host';
import { jsonText } from './json-text';
import { webFetch } from '../../web/web-fetch';
import { readUrl } from '../../web/read-url';

/** The hub's catalog has 73 kB. */
export const MAX_CATALOG_BYTES = 32 << 20;

/** Whoever does not answer in this time is down, as far as somebody who waits can tell. */
const TIME_LIMIT_MS = 10_000;

/** How a catalog's address answered. */
export type SourceAnswer =
  | {
      readonly kind: 'new';
      readonly text: string;
      readonly etag: string | null;
    }
  | { readonly kind: 'unchanged' };

/**
 * Where catalogs may be fetched from.
 */
export interface ISourceOptions {
  /** `host:port` of the addresses that were configured, the only ones in a private network that are asked. */
  readonly trustedHosts: ReadonlySet<string>;
  readonly resolve?: Resolve;
  readonly timeLimitMs?: number;
}

/**
 * Ask an address for its catalog.
 *
 * @param etag - Of the copy at hand; null: there is none.
 * @throws LeapError that says in a sentence why there is no catalog.
 */
export async function fetchCatalog(
  address: string,
  etag: string | null,
  options: ISourceOptions,
  signal: AbortSignal
): Promise<SourceAnswer> {
  if (readUrl(address) === null) {
    throw new LeapError(
      'bad-request',
      'The configured address of the catalog is not a web address.'
    );
  }
  const { status, headers, body } = await webFetch(address, {
    headers: {
      accept: 'application/json, application/yaml, text/plain, */*;q=0.5',
      'accept-encoding': 'gzip, br',
      ...(etag === null ? {} : { 'if-none-match': etag })
    },
    signal,
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
    maxBytes: MAX_CATALOG_BYTES,
    overflow: 'refuse',
    redirects: 'trusted',
    trustedHosts: options.trustedHosts,
    ...(options.resolve ? { resolve: options.resolve } : {})
  });
  if (status === 304 && etag !== null) {
    return { kind: 'unchanged' };
  }
  if (status !== 200) {
    throw new LeapError(
      'bad-upstream',
      `The address of the catalog answers with status ${status} in place of a catalog.`
    );
  }
  return { kind: 'new', text: jsonText(body), etag: headers.etag ?? null };
}

/**
 * Read a catalog from a file, named on the command line or in the configuration; never one that came over the wire.
 *
 * @throws LeapError `not-found`, `forbidden`, `too-large` or `bad-request`.
 */
export async function readCatalogFile(path: string): Promise<string> {
  try {
    // Opening a pipe nobody writes to would wait for ever.
    if (!(await stat(path)).isFile()) {
      throw new LeapError('bad-request', `${path} is not a file.`);
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MAX_CATALOG_BYTES) {
        throw new LeapError('too-large', `${path} is larger than 32 MiB.`);
      }
      chunks.push(chunk);
    }
    return jsonText(Buffer.concat(chunks));
  } catch (reason) {
    switch (systemCode(reason)) {
      case 'ENOENT':
        throw new LeapError('not-found', `There is no file ${path}.`, {
          cause: reason
        });
      case 'EACCES':
        throw new LeapError('forbidden', `${path} may not be read.`, {
          cause: reason
        });
      default:
        throw reason;
    }
  }
}
