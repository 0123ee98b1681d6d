import type { Emulator } from './emulator';
import { isRecord } from './json';

/**
 * The answer to a plain request, as a test reads it.
 */
export interface IReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Buffer;
  /** Empty when the body is no JSON object. */
  readonly json: Record<string, unknown>;
}

/**
 * Send one request to an emulator, without any client library in between.
 */
export async function ask(
  gcs: Pick<Emulator, 'url'>,
  path: string,
  init: RequestInit = {}
): Promise<IReply> {
  const response = await fetch(gcs.url + path, init);
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString();
  return {
    status: response.status,
    headers: response.headers,
    text,
    bytes,
    json: parse(text)
  };
}

/**
 * The names on a page of a listing.
 */
export function namesOn(page: IReply): string[] {
  const { items } = page.json;
  return Array.isArray(items)
    ? items.map((item: unknown) => (isRecord(item) ? String(item['name']) : ''))
    : [];
}

/**
 * The prefixes on a page of a listing.
 */
export function prefixesOn(page: IReply): string[] {
  const { prefixes } = page.json;
  return Array.isArray(prefixes) ? prefixes.map(String) : [];
}

/**
 * Every page of a listing, by page token.
 */
export async function askPages(
  gcs: Pick<Emulator, 'url'>,
  bucket: string,
  query: Record<string, string>
): Promise<IReply[]> {
  const pages: IReply[] = [];
  let pageToken: string | undefined;
  do {
    const all = { ...query, ...(pageToken === undefined ? {} : { pageToken }) };
    const page = await ask(
      gcs,
      `/storage/v1/b/${bucket}/o?${new URLSearchParams(all).toString()}`
    );
    pages.push(page);
    pageToken =
      typeof page.json['nextPageToken'] === 'string'
        ? page.json['nextPageToken']
        : undefined;
  } while (pageToken !== undefined);
  return pages;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    // Downloads and refused downloads are no JSON; a truncated page is what a test asked for.
    return {};
  }
}
