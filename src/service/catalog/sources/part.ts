import { fileURLToPath } from 'node:url';
import { LeapError, type CatalogForm } from '../../../contract';
import type { KeptCatalog, KeptCatalogs } from './kept-catalogs';
import { readOwnAddress, realHomeFile } from './own-address';
import { readRecords, type ICatalogContent } from '../record/records';
import { gatherRecords } from '../forms/gather';
import {
  fetchCatalog,
  readCatalogFile,
  type ISourceOptions,
  type SourceAnswer
} from './source';

/**
 * One catalog's address, and what is known of it.
 */
export interface IPart {
  /** As it was given. */
  readonly address: string;
  /** Where it is read; null: what was given is refused. */
  readonly url: string | null;
  /** Added by the user: of files only those of the home are read. */
  readonly isOwn: boolean;
  /** Null: never read. */
  readonly content: ICatalogContent | null;
  readonly kept: KeptCatalog | null;
  /** Null: not known. */
  readonly form: CatalogForm | null;
  /** Fetched or confirmed since the start, and at the last attempt. */
  readonly isLive: boolean;
  /** When it was last asked, as milliseconds since 1970; null: not since the start. */
  readonly askedAt: number | null;
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
  /** Files of a user's own catalogs are read here alone. */
  readonly homeDirectory: string;
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
  isOwn: boolean,
  options: IPartOptions
): Promise<IPart> {
  const { kept: store, hubBuckets, homeDirectory } = options;
  let url: string;
  try {
    url = isOwn ? readOwnAddress(address, homeDirectory) : address;
  } catch (reason) {
    const problem = LeapError.from(reason).message;
    return { ...newPart(address, null, isOwn), problem };
  }
  const part = newPart(address, url, isOwn);
  const kept = await store.read(url);
  if (kept === null) {
    return part;
  }
  try {
    const content = readRecords(kept.text, hubBuckets);
    return { ...part, content, kept, form: kept.form ?? null };
  } catch {
    // Kept by a version that read more forms than this one: fetched anew.
    return part;
  }
}

/**
 * The same part after asking its address. What was known stays when the address fails; `problem` says why.
 */
export async function askPart(
  part: IPart,
  options: IPartOptions
): Promise<IPart> {
  const { url } = part;
  const askedAt = options.now().getTime();
  if (url === null) {
    return { ...part, askedAt };
  }
  try {
    const answered = await fetchPart(part, url, options);
    await (answered.kept && options.kept.write(answered.kept));
    return { ...answered, askedAt };
  } catch (reason) {
    const problem = LeapError.from(reason).message;
    return { ...part, isLive: false, askedAt, problem };
  }
}

/**
 * What is at an address of the user's now; nothing is kept.
 *
 * @throws LeapError that says in a sentence why it is no catalog.
 */
export async function previewPart(
  address: string,
  options: IPartOptions,
  signal: AbortSignal
): Promise<IPart> {
  const url = readOwnAddress(address, options.homeDirectory);
  return fetchPart(newPart(address, url, true), url, { ...options, signal });
}

function newPart(address: string, url: string | null, isOwn: boolean): IPart {
  return {
    address,
    url,
    isOwn,
    content: null,
    kept: null,
    form: null,
    isLive: false,
    askedAt: null,
    problem: FETCHING
  };
}

async function fetchPart(
  part: IPart,
  url: string,
  options: IPartOptions
): Promise<IPart> {
  const { content, kept } = part;
  const { hubBuckets, now, signal = NEVER } = options;
  const etag = content && kept ? kept.etag : null;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(ALL_LIMIT_MS)]);
  const fetching = { ...options, signal: limited, isOwn: part.isOwn };
  const answer = await ask(url, etag, fetching);
  const confirmedAt = now().toISOString();
  const live = { ...part, isLive: true, problem: null };
  if (answer.kind === 'new') {
    const { text, form } = await gatherRecords(url, answer.text, async next => {
      const more = await ask(next, null, fetching);
      return more.kind === 'new' ? more.text : '';
    });
    return {
      ...live,
      content: readRecords(text, hubBuckets),
      form,
      kept: {
        source: url,
        // Of a catalog of many documents the first one's tag says little.
        etag: text === answer.text ? answer.etag : null,
        confirmedAt,
        text,
        form
      }
    };
  }
  return { ...live, content, kept: kept && { ...kept, confirmedAt } };
}

/**
 * Ask a web address, or read a file: one that the operator's configuration names, or one of the home. Only files beside
 * those are followed.
 */
async function ask(
  url: string,
  etag: string | null,
  {
    source,
    homeDirectory,
    isOwn,
    signal
  }: IPartOptions & { readonly isOwn: boolean; readonly signal: AbortSignal }
): Promise<SourceAnswer> {
  if (!url.startsWith('file:')) {
    return fetchCatalog(url, etag, source, signal);
  }
  const path = fileURLToPath(url);
  const allowed = isOwn ? await realHomeFile(path, homeDirectory) : path;
  return { kind: 'new', text: await readCatalogFile(allowed), etag: null };
}
