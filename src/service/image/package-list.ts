import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { LeapError } from '../../contract';
import type { Cache } from '../cache';
import { webFetch } from '../web/web-fetch';
import type { Resolve } from '../web/checked-host';
import { isPackageName, isPackageVersion } from './package-name';

/** The longest list of today has 20 kB. */
const MAX_LIST_BYTES = 4 << 20;

/** The panel shows everything else meanwhile; after this the snapshot has to do. */
const TIME_LIMIT_MS = 8_000;

/** The list of a tag changes only when the tag is moved. */
const TRUSTED_MS = 24 * 3_600_000;

/** A few lines of another form are a list that grew; more of them are something else. */
const MAX_ODD_SHARE = 0.05;

/**
 * A published list of packages.
 */
export interface IPackageList {
  readonly packages: readonly { name: string; version: string }[];
  /** When its address last confirmed it. */
  readonly confirmedAt: Date;
}

const KeptList = z.object({
  address: z.string(),
  etag: z.nullable(z.string()),
  confirmedAt: z.iso.datetime(),
  text: z.string()
});
type KeptList = z.infer<typeof KeptList>;

/**
 * Where lists come from and are kept.
 */
export interface IListOptions {
  readonly cache: Cache;
  readonly now: () => Date;
  /** `host:port` of the address that the operator configured. */
  readonly trustedHosts: ReadonlySet<string>;
  readonly resolve?: Resolve;
  readonly timeLimitMs?: number;
}

/**
 * The list at an address: the kept copy for a day, then asked for again by its ETag, and the kept copy once more
 * when nothing answers.
 *
 * @throws LeapError that says in a sentence why there is no list.
 */
export async function readPackageList(
  address: string,
  options: IListOptions,
  signal: AbortSignal
): Promise<IPackageList> {
  const kept = await readKept(address, options.cache);
  const ageMs = kept
    ? options.now().getTime() - Date.parse(kept.confirmedAt)
    : Infinity;
  if (kept && ageMs >= 0 && ageMs < TRUSTED_MS) {
    return listOf(kept);
  }
  try {
    const fetched = await fetchList(address, kept, options, signal);
    const list = listOf(fetched);
    await options.cache.write(fileName(address), JSON.stringify(fetched));
    return list;
  } catch (reason) {
    if (kept && LeapError.from(reason).code !== 'cancelled') {
      return listOf(kept);
    }
    throw reason;
  }
}

/**
 * The packages of a list with a line `name==version` for each.
 *
 * @throws LeapError `bad-upstream` when that is not what the text is.
 */
function parsePackageList(text: string): { name: string; version: string }[] {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  const packages = lines.flatMap(line => {
    const [name = '', version = ''] = line.split('==', 2);
    return isPackageName(name) && isPackageVersion(version)
      ? [{ name, version }]
      : [];
  });
  const oddCount = lines.length - packages.length;
  if (packages.length === 0 || oddCount > lines.length * MAX_ODD_SHARE) {
    throw new LeapError(
      'bad-upstream',
      'The address of the package list answers with something else.'
    );
  }
  return packages;
}

async function fetchList(
  address: string,
  kept: KeptList | null,
  options: IListOptions,
  signal: AbortSignal
): Promise<KeptList> {
  const { status, headers, body } = await webFetch(address, {
    headers: {
      accept: 'text/plain',
      'accept-encoding': 'gzip, br',
      ...(kept?.etag ? { 'if-none-match': kept.etag } : {})
    },
    signal,
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
    maxBytes: MAX_LIST_BYTES,
    overflow: 'refuse',
    redirects: 'trusted',
    trustedHosts: options.trustedHosts,
    ...(options.resolve ? { resolve: options.resolve } : {})
  });
  const confirmedAt = options.now().toISOString();
  if (status === 304 && kept) {
    return { ...kept, confirmedAt };
  }
  if (status === 404) {
    throw new LeapError(
      'not-found',
      'No list of packages is published for this tag.'
    );
  }
  if (status !== 200) {
    throw new LeapError(
      'bad-upstream',
      `The address of the package list answers with status ${status}.`
    );
  }
  const text = body.toString('utf8');
  return { address, etag: headers.etag ?? null, confirmedAt, text };
}

function listOf(kept: KeptList): IPackageList {
  return {
    packages: parsePackageList(kept.text),
    confirmedAt: new Date(kept.confirmedAt)
  };
}

async function readKept(
  address: string,
  cache: Cache
): Promise<KeptList | null> {
  const text = await cache.read(fileName(address));
  try {
    const kept = text === null ? null : KeptList.parse(JSON.parse(text));
    return kept?.address === address ? kept : null;
  } catch {
    // Of another form, so from another version: as good as none.
    return null;
  }
}

function fileName(address: string): string {
  const digest = createHash('sha256').update(address).digest('hex');
  return `packages-${digest.slice(0, 16)}.json`;
}
