import { LeapError } from '../../contract';
import type { KeptCatalog, KeptCatalogs } from './kept';
import { readRecords, type ICatalogContent } from './records';
import { fetchCatalog, type ISourceOptions } from './source';

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
  const answer = await fetchCatalog(address, etag, source, signal);
  const confirmedAt = now().toISOString();
  const live = { address, isLive: true, problem: null };
  if (answer.kind === 'new') {
    return {
      ...live,
      content: readRecords(answer.text, hubBuckets),
      kept: {
        source: address,
        etag: answer.etag,
        confirmedAt,
        text: answer.text
      }
    };
  }
  return { ...live, content, kept: kept && { ...kept, confirmedAt } };
}
