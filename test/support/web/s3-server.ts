import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { WebServer } from './web-server';

/**
 * As much of S3 as libraries use to read a public bucket, on loopback: objects with ranges, and lists of names.
 *
 * @param folders - What each bucket holds.
 */
export function startS3(
  folders: Readonly<Record<string, string>>
): Promise<WebServer> {
  return WebServer.start((request, response) => {
    void answer(folders, request, response);
  });
}

async function answer(
  folders: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://s3');
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/');
  const key = rest.map(decodeURIComponent).join('/');
  const root = folders[bucket];
  if (root === undefined) {
    response.writeHead(404).end();
  } else if (key === '') {
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(await list(root, url.searchParams));
  } else {
    await send(join(root, key), request, response);
  }
}

async function send(
  path: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    const code = '<Error><Code>NoSuchKey</Code></Error>';
    response.writeHead(404, { 'content-type': 'application/xml' }).end(code);
    return;
  }
  const [, from, to] =
    /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = Number(from ?? 0);
  const end = to ? Math.min(Number(to) + 1, bytes.length) : bytes.length;
  response.writeHead(from === undefined ? 200 : 206, {
    'content-length': end - start,
    'last-modified': new Date(0).toUTCString(),
    etag: '"e"',
    ...(from === undefined
      ? {}
      : { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` })
  });
  response.end(request.method === 'HEAD' ? '' : bytes.subarray(start, end));
}

async function list(root: string, query: URLSearchParams): Promise<string> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(name => name.startsWith(prefix));
  const folders = new Set<string>();
  const files = names.filter(name => {
    const at = delimiter ? name.indexOf(delimiter, prefix.length) : -1;
    if (at !== -1) {
      folders.add(name.slice(0, at + 1));
    }
    return at === -1;
  });
  const contents = files.map(
    name =>
      `<Contents><Key>${name}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>e</ETag><Size>1</Size><StorageClass>STANDARD</StorageClass></Contents>`
  );
  const common = [...folders].map(
    name => `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
  );
  return `<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${files.length}</KeyCount>${[...contents, ...common].join('')}</ListBucketResult>`;
}
