import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { IFile } from './handlers';

/**
 * A file to be saved, never shown: whatever its bytes say, no page of this origin comes of them.
 *
 * What fails after the first byte breaks the connection, so that a part is never taken for the whole.
 *
 * @throws What the content throws before its first byte.
 */
export async function sendFile(
  response: ServerResponse,
  file: IFile
): Promise<void> {
  const pieces = file.content[Symbol.asyncIterator]();
  let next = await pieces.next();
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': file.bytes,
    'Content-Disposition': disposition(file.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff'
  });
  try {
    while (!next.done) {
      await write(response, next.value);
      if (response.destroyed) {
        await pieces.return?.();
        return;
      }
      next = await pieces.next();
    }
  } catch {
    response.destroy();
    return;
  }
  response.end();
}

/**
 * Send some, and wait while the reader is slow.
 */
export async function write(
  response: ServerResponse,
  data: string | Uint8Array
): Promise<void> {
  if (response.destroyed || response.write(data)) {
    return;
  }
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([
    once(response, 'drain', { signal }),
    once(response, 'close', { signal })
  ]);
  waiting.abort();
}

/**
 * The name to save under, in the two forms of RFC 6266; what no file name should hold becomes `_`.
 */
function disposition(name: string): string {
  const safe = name
    .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '_')
    .slice(0, 200);
  const ascii = safe.replace(/[^ -~]/g, '_').replace(/%/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
