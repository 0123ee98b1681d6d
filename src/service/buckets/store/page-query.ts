/**
 * The most that the storage service puts on a page.
 */
export const PAGE_ENTRIES = 1000;

/**
 * What to list, in the terms of the JSON API.
 */
export interface IPageQuery {
  readonly bucket: string;
  readonly prefix: string;
  /** True: what lies deeper is folded into folders. */
  readonly folded: boolean;
  /** First key to answer, itself included. */
  readonly startOffset?: string | null;
  /** First key not to answer. */
  readonly endOffset?: string | null;
  readonly pageToken?: string | null;
  readonly maxResults?: number;
  readonly columns: 'names' | 'sizes' | 'rows';
  /** The project that pays for it; absent: nobody is asked to. */
  readonly payer?: string | null;
}

/** `nextPageToken` left out of the mask would end every listing after its first page. */
const FIELDS = {
  names: 'nextPageToken,prefixes,items(name)',
  sizes: 'nextPageToken,items(name,size,timeCreated,storageClass)',
  rows: 'nextPageToken,prefixes,items(name,size,timeCreated,updated)'
} as const;

/**
 * The address that asks for it. Every character of a name is escaped by itself: `URL` would rewrite some.
 */
export function pageAddress(baseUrl: string, query: IPageQuery): string {
  const fields = {
    prefix: query.prefix === '' ? null : query.prefix,
    delimiter: query.folded ? '/' : null,
    startOffset: query.startOffset ?? null,
    endOffset: query.endOffset ?? null,
    pageToken: query.pageToken ?? null,
    maxResults: String(query.maxResults ?? PAGE_ENTRIES),
    fields: FIELDS[query.columns],
    userProject: query.payer ?? null
  };
  const parts = Object.entries(fields)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${baseUrl}/b/${encodeURIComponent(query.bucket)}/o?${parts.join('&')}`;
}
