import {
  Storage,
  type GetFilesOptions,
  type GetFilesResponse
} from '@google-cloud/storage';

/** The setting that makes the library fast. */
export const LIBRARY_FIELDS =
  'nextPageToken,prefixes,items(name,size,timeCreated,updated)';

/**
 * Page after page through the client library as its documentation says, with the one setting that makes it fast.
 *
 * @returns Bytes and objects, and milliseconds to the first page and to the end.
 */
export async function pageAfterPage(
  apiEndpoint: string,
  bucket: string,
  options: GetFilesOptions,
  mostPages = Infinity
): Promise<{
  bytes: number;
  objects: number;
  firstMs: number;
  allMs: number;
}> {
  const files = new Storage({ apiEndpoint, projectId: 'bench' }).bucket(bucket);
  const startedMs = performance.now();
  let firstMs = 0;
  let bytes = 0;
  let objects = 0;
  let pageToken: string | undefined;
  let pages = 0;
  do {
    const [page, next]: GetFilesResponse = await files.getFiles({
      ...options,
      pageToken,
      autoPaginate: false,
      fields: LIBRARY_FIELDS
    });
    pages += 1;
    firstMs ||= performance.now() - startedMs;
    // With `fields` the library hands out the items as they come, whatever its types say.
    for (const { size } of page as { size?: unknown }[]) {
      bytes += Number(size ?? 0);
      objects += 1;
    }
    // After the last page there is none.
    pageToken = (next as { pageToken?: string } | null)?.pageToken;
  } while (pageToken !== undefined && pages < mostPages);
  return { bytes, objects, firstMs, allMs: performance.now() - startedMs };
}
