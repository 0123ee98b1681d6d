import { fileURLToPath } from 'node:url';
import { LeapError } from '../../contract';
import type { KeptCatalog, KeptCatalogs } from './kept';
import { readRecords, type ICatalogContent } from './records';
import { gatherRecords } from './forms/gather';
import {
  fetchCatalog,
  readCatalogFile,
  type ISourceOptions,
  type SourceAnswer
} from './source';

/**
 * One configured address, and what is known of it.
 */
export interface IPart {
  readonly address: string;
  /** Null: never read. */
  readonly content: ICatalogContent | null;
  readonly kept: KeptCatalog | null;
  /** Fetched or confirmed since the start, and at the last attempt. */
  readonly isLive: boolean;
  /** Why it is not live: a sentence. */
  readonly problem: string | null;
}

/**
 * What parts are read with.
 */
export interface IPartOptions {
  readonly source: ISourceOptions;
  readonly kept: KeptCatalogs;
  /** Buckets that this hub's credentials open. */
  readonly hubBuckets: ReadonlySet<string>;
  readonly now: () => Date;
  /** Ends every request; without it they end by their own time limit, whoever leaves. */
  readonly signal?: AbortSignal;
}

const NEVER = new AbortController().signal;

/** For all documents that a catalog consists of. */
const ALL_LIMIT_MS = 120_000;

const FETCHING = 'The catalog is being fetched.';

/**
 * What the disk keeps of an address.
 */
export async function openPart(
  address: string,
  { kept: store, hubBuckets }: IPartOptions
): Promise<IPart> {
  const none = { address, content: null, kept: null, isLive: false };
  const kept = await store.read(address);
  if (kept === null) {
    return { ...none, problem: FETCHING };
  }
  try {
    const content = readRecords(kept.text, hubBuckets);
    return { address, content, kept, isLive: false, problem: FETCHING };
  } catch {
    // Kept by a version that read more forms than this one: fetched anew.
    return { ...none, problem: FETCHING };
  }
}

/**
 * The same part after asking its address. What was known stays when the address fails; `problem` says why.
 */
export async function askPart(
  part: IPart,
  options: IPartOptions
): Promise<IPart> {
  try {
    const answered = await fetchPart(part, options);
    await (answered.kept && options.kept.write(answered.kept));
    return answered;
  } catch (reason) {
    return { ...part, isLive: false, problem: LeapError.from(reason).message };
  }
}

async function fetchPart(
  { address, content, kept }: IPart,
  { source, hubBuckets, now, signal = NEVER }: IPartOptions
): Promise<IPart> {
  const etag = content && kept ? kept.etag : null;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(ALL_LIMIT_MS)]);
  const answer = await ask(address, etag, source, limited);
  const confirmedAt = now().toISOString();
  const live = { address, isLive: true, problem: null };
  if (answer.kind === 'new') {
    const text = await gatherRecords(address, answer.text, async url => {
      const more = await ask(url, null, source, limited);
      return more.kind === 'new' ? more.text : '';
    });
    return {
      ...live,
      content: readRecords(text, hubBuckets),
      kept: {
        source: address,
        // Of a catalog of many documents the first one's tag says little.
        etag: text === answer.text ? answer.etag : null,
        confirmedAt,
        text
      }
    };
  }
  return { ...live, content, kept: kept && { ...kept, confirmedAt } };
}

/** Ask a web address, or read a file: only operators name files, in the configuration, and only files beside those are followed. */
async function ask(
  address: string,
  etag: string | null,
  source: ISourceOptions,
  signal: AbortSignal
): Promise<SourceAnswer> {
  return address.startsWith('file:')
    ? {
        kind: 'new',
        text: await readCatalogFile(fileURLToPath(address)),
        etag: null
      }
    : fetchCatalog(address, etag, source, signal);
}
