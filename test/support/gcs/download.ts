import { gunzipSync } from 'node:zlib';
import type { IAnswer, ICall } from './call';
import { BytesContent, type IContent } from './content';
import { Failure } from './failure';
import { etag, type IStoredObject } from './object';

/**
 * The bytes of an object, whole or a range, with the headers Google sends.
 *
 * Content stored as gzip is unpacked for a client that does not accept gzip, as the service does; its checksums are those of the packed bytes.
 *
 * @throws Failure 416
 */
export function download(call: ICall, object: IStoredObject): IAnswer {
  const isUnpacked =
    object.contentEncoding === 'gzip' &&
    !(call.headers['accept-encoding'] ?? '').includes('gzip');
  const content = isUnpacked ? unpack(object.content) : object.content;
  const headers = {
    ...objectHeaders(object),
    ...encodingHeaders(object, isUnpacked)
  };
  const range = isUnpacked
    ? undefined
    : readRange(call.headers.range, content.size);
  if (range === undefined) {
    return { status: 200, headers, body: content.slice(0, content.size) };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${String(start)}-${String(end - 1)}/${String(content.size)}`
    },
    body: content.slice(start, end)
  };
}

function objectHeaders(object: IStoredObject): Record<string, string> {
  const { crc32c, md5Hash } = object.content;
  const headers: Record<string, string> = {
    'content-type': object.contentType ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'last-modified': object.updatedAt.toUTCString(),
    etag: etag(object),
    'x-goog-generation': object.generation,
    'x-goog-metageneration': String(object.metageneration),
    'x-goog-storage-class': object.storageClass,
    'x-goog-stored-content-encoding': object.contentEncoding ?? 'identity',
    'x-goog-stored-content-length': String(object.content.size),
    'x-goog-hash':
      md5Hash === undefined
        ? `crc32c=${crc32c}`
        : `crc32c=${crc32c},md5=${md5Hash}`
  };
  if (object.cacheControl !== undefined) {
    headers['cache-control'] = object.cacheControl;
  }
  if (object.contentDisposition !== undefined) {
    headers['content-disposition'] = object.contentDisposition;
  }
  return headers;
}

function encodingHeaders(
  object: IStoredObject,
  isUnpacked: boolean
): Record<string, string> {
  if (isUnpacked) {
    return { warning: '214 UploadServer gunzipped', vary: 'Accept-Encoding' };
  }
  return object.contentEncoding === undefined
    ? {}
    : { 'content-encoding': object.contentEncoding };
}

function unpack(content: IContent): IContent {
  try {
    return new BytesContent(gunzipSync(content.slice(0, content.size)));
  } catch (cause) {
    throw new Failure(503, 'backendError', `Backend Error (${String(cause)})`);
  }
}

/**
 * The range asked for; undefined: the whole, also for a header that is no single range of bytes.
 */
function readRange(
  header: string | undefined,
  size: number
): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') {
    return undefined;
  }
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end =
    first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (start >= size) {
    throw new Failure(
      416,
      'requestedRangeNotSatisfiable',
      'Request range not satisfiable',
      {},
      { 'content-range': `bytes */${String(size)}` }
    );
  }
  return end <= start ? undefined : { start, end };
}
