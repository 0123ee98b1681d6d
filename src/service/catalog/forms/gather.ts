import { LeapError, type CatalogForm } from '../../../contract';
import { isObject } from '../record/record-parts';
import { readUrl } from '../../web/read-url';
import { readAddressList } from './address-list';
import { unreadable, type RawRecord } from '../record/raw-record';
import type { IMore, IReading } from './form';
import { readDocument } from './read-document';

/** A catalog of more documents than this is asked for as one file. */
const MAX_DOCUMENTS = 300;

/** From the configured address to the last document. */
const MAX_DEPTH = 6;

const CONCURRENCY = 4;

/** As many data sets are taken up; the hub has 32. */
const MAX_RECORDS = 50_000;

/**
 * Fetches a document of the same catalog.
 */
export type FetchMore = (address: string) => Promise<string>;

/** A catalog as one text. */
export interface IGathered {
  /** What the first document is. */
  readonly form: CatalogForm;
  /** A list of records in the web catalog's form. */
  readonly text: string;
}

/**
 * All records of a catalog as one text in the web catalog's form, the documents that it consists of included. A document
 * that cannot be read is one broken record.
 *
 * Only documents at the configured host are followed: an address that somebody else wrote into a catalog leads nowhere.
 *
 * @param address - Where the text is from.
 */
export async function gatherRecords(
  address: string,
  text: string,
  fetchMore: FetchMore
): Promise<IGathered> {
  if (isWebCatalog(text)) {
    return { form: 'records', text };
  }
  const first = readDocument(text);
  const records: RawRecord[] = [...first.records];
  const seen = new Set([address]);
  let documents = 1;
  let level = resolved(first.more, address);
  for (let depth = 1; level.length > 0; depth++) {
    const next: IPlaced[] = [];
    const waiting = level.filter(({ url }) => !seen.has(url));
    const work = async (): Promise<void> => {
      for (let more = waiting.shift(); more; more = waiting.shift()) {
        if (seen.has(more.url) && more.completes === null) {
          continue;
        }
        seen.add(more.url);
        const problem = refusal(more.url, address, depth, ++documents);
        if (problem !== null) {
          records.push({ ...more.completes, ...unreadable(problem) });
          continue;
        }
        const reading = await attempt(more, fetchMore);
        records.push(...reading.records);
        next.push(...resolved(reading.more, more.url));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    level = documents > MAX_DOCUMENTS ? [] : next;
  }
  return {
    form: first.form,
    text: JSON.stringify(records.slice(0, MAX_RECORDS))
  };
}

interface IPlaced extends IMore {
  /** In full. */
  readonly url: string;
}

/** The web catalog's own form is kept as it is, so that a copy of it is the same text; what is broken is judged there. */
function isWebCatalog(text: string): boolean {
  if (!/^\s*\[\s*[^"\s]/.test(text)) {
    return false;
  }
  try {
    const value: unknown = JSON.parse(text);
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return (
      list.length === 0 ||
      list.some(
        item => isObject(item) && ('title' in item || 'stores' in item)
      ) ||
      readAddressList(list) === null
    );
  } catch {
    return true;
  }
}

function resolved(more: readonly IMore[], from: string): IPlaced[] {
  return more.flatMap(each => {
    const url = readUrl(each.address, from);
    return url === null ? [] : [{ ...each, url: url.href }];
  });
}

function refusal(
  url: string,
  root: string,
  depth: number,
  documents: number
): string | null {
  if (depth > MAX_DEPTH || documents > MAX_DOCUMENTS) {
    return 'The catalog consists of more documents than are read.';
  }
  return isBeside(new URL(url), new URL(root))
    ? null
    : `It is described at another host (${new URL(url).host}), which is not asked. If that is right, add that address as a source of its own.`;
}

/** On the same host by the same protocol; a file only in the folder of the first, or below it. */
function isBeside(url: URL, root: URL): boolean {
  const isSameHost = url.protocol === root.protocol && url.host === root.host;
  const folder = root.pathname.slice(0, root.pathname.lastIndexOf('/') + 1);
  return (
    isSameHost && (url.protocol !== 'file:' || url.pathname.startsWith(folder))
  );
}

async function attempt(
  { url, completes }: IPlaced,
  fetchMore: FetchMore
): Promise<Pick<IReading, 'records' | 'more'>> {
  try {
    return readDocument(await fetchMore(url), completes);
  } catch (reason) {
    const { message } = LeapError.from(reason);
    return { records: [unreadable(message)], more: [] };
  }
}
