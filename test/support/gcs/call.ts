import type { IncomingHttpHeaders } from 'node:http';

/**
 * A request, read and matched to an operation.
 */
export interface ICall {
  readonly method: string;
  /** As it stands on the wire, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** As in Google's reference: `objects.list`; `unknown` when no route fits. */
  readonly operation: string;
  readonly bucket: string | undefined;
  readonly object: string | undefined;
  /** Where a rewrite, a copy or a move puts the object. */
  readonly target:
    { readonly bucket: string; readonly object: string } | undefined;
  /** `http://127.0.0.1:NNNN`, for links in answers. */
  readonly origin: string;
}

/**
 * What is sent back. An object is sent as JSON.
 */
export interface IAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | Record<string, unknown>;
}

/**
 * One line of the log of calls.
 */
export interface ILoggedCall {
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly query: Readonly<Record<string, string>>;
  readonly userProject: string | undefined;
  readonly authorization: string | undefined;
  /** 0 until it is answered, and when the connection was cut before the answer. */
  status: number;
}

interface IPattern {
  readonly method: string;
  readonly path: RegExp;
  readonly operation: string;
}

const O = '/o/(?<object>[^/]+)';
const B = '/b/(?<bucket>[^/]+)';

/** The first that fits is taken. */
const patterns: readonly IPattern[] = [
  route('GET', `/(?:download/)?storage/v1${B}${O}`, 'objects.get'),
  route('GET', `/storage/v1${B}/o`, 'objects.list'),
  route('PATCH', `/storage/v1${B}${O}`, 'objects.patch'),
  route('PUT', `/storage/v1${B}${O}`, 'objects.update'),
  route('DELETE', `/storage/v1${B}${O}`, 'objects.delete'),
  route('POST', `/storage/v1${B}${O}/restore`, 'objects.restore'),
  route('POST', `/storage/v1${B}${O}/compose`, 'objects.compose'),
  route(
    'POST',
    `/storage/v1${B}${O}/rewriteTo/b/(?<toBucket>[^/]+)/o/(?<toObject>[^/]+)`,
    'objects.rewrite'
  ),
  route(
    'POST',
    `/storage/v1${B}${O}/copyTo/b/(?<toBucket>[^/]+)/o/(?<toObject>[^/]+)`,
    'objects.copy'
  ),
  route(
    'POST',
    `/storage/v1${B}${O}/moveTo/o/(?<toObject>[^/]+)`,
    'objects.move'
  ),
  route('POST', `/(?:resumable/)?upload/storage/v1${B}/o`, 'objects.insert'),
  route('PUT', `/(?:resumable/)?upload/storage/v1${B}/o`, 'objects.resume'),
  route(
    'DELETE',
    `/(?:resumable/)?upload/storage/v1${B}/o`,
    'objects.cancelUpload'
  ),
  route(
    'GET',
    `/storage/v1${B}/iam/testPermissions`,
    'buckets.testIamPermissions'
  ),
  route('GET', `/storage/v1${B}/storageLayout`, 'buckets.getStorageLayout'),
  route('GET', `/storage/v1${B}`, 'buckets.get'),
  route('PATCH', `/storage/v1${B}`, 'buckets.patch'),
  route('DELETE', `/storage/v1${B}`, 'buckets.delete'),
  route('GET', '/storage/v1/b', 'buckets.list'),
  route('POST', '/storage/v1/b', 'buckets.insert'),
  route('GET', '/', 'metadata.ping'),
  route('GET', '/computeMetadata/v1/(?<entry>.+?)/?', 'metadata.get'),
  // The plain address of an object, as browsers and libraries without credentials read it.
  ...['GET', 'HEAD'].map(method =>
    route(
      method,
      '/(?!storage/v1/|(?:resumable/)?upload/|download/)(?<bucket>[^/]+)/(?<object>.+)',
      'objects.download'
    )
  )
];

function route(method: string, path: string, operation: string): IPattern {
  return { method, path: new RegExp(`^${path}$`), operation };
}

/**
 * The operation that a request asks for, and the names in its path, decoded once.
 *
 * @throws URIError for a path that is not UTF-8
 */
export function matchRoute(
  method: string,
  path: string,
  query: URLSearchParams
): Pick<ICall, 'operation' | 'bucket' | 'object' | 'target'> {
  for (const pattern of patterns) {
    const groups = pattern.method === method ? pattern.path.exec(path) : null;
    if (groups !== null) {
      const { bucket, object, entry, toBucket, toObject } = groups.groups ?? {};
      const isDownload =
        pattern.operation === 'objects.get' &&
        (query.get('alt') === 'media' || path.startsWith('/download/'));
      return {
        operation: isDownload ? 'objects.download' : pattern.operation,
        bucket: decode(bucket),
        object: decode(object ?? entry),
        target:
          toObject === undefined
            ? undefined
            : {
                bucket: decode(toBucket ?? bucket) ?? '',
                object: decode(toObject) ?? ''
              }
      };
    }
  }
  return {
    operation: 'unknown',
    bucket: undefined,
    object: undefined,
    target: undefined
  };
}

function decode(text: string | undefined): string | undefined {
  return text === undefined ? undefined : decodeURIComponent(text);
}
