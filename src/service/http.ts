import { timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import { LeapError } from '../contract';
import type { Dispatcher } from './dispatcher';
import { sendFile, write } from './http-file';
import { causes, log } from './log';

/** No query of the contract comes near this; what is larger is a mistake or an attack. */
const MAX_BODY_BYTES = 1 << 20;

/** Header with the secret of this start. */
const SECRET_HEADER = 'x-leap-secret';

/** Header with the id that the Jupyter server gave the request. */
const REQUEST_ID_HEADER = 'x-request-id';

/** As much as the Jupyter server lets through, so that the sentence about what is too long is ours. */
const MAX_HEAD_BYTES = 1 << 16;

/** A stream is never silent for longer, however long an item takes. */
const ALIVE_MS = 15_000;

/**
 * The HTTP face of a dispatcher. Every request must carry the secret.
 *
 * @param onActivity - Called when a request begins (+1) and when it ends (-1).
 */
export function createHttpServer(
  dispatcher: Dispatcher,
  secret: string,
  onActivity: (change: 1 | -1) => void
): Server {
  const expected = Buffer.from(secret);
  return createServer(
    { maxHeaderSize: MAX_HEAD_BYTES },
    (request, response) => {
      onActivity(1);
      response.once('close', () => onActivity(-1));
      void answer(dispatcher, expected, request, response);
    }
  );
}

async function answer(
  dispatcher: Dispatcher,
  secret: Buffer,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const requestId = String(request.headers[REQUEST_ID_HEADER] ?? '').slice(
    0,
    64
  );
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  try {
    authenticate(request, secret);
    const url = new URL(request.url ?? '/', 'http://service');
    const method = request.method ?? '';
    if (method !== 'GET' && url.search !== '') {
      // A token in an address ends up in logs, histories and referrers: none may open a route that changes or gives.
      throw new LeapError(
        'bad-request',
        'This route takes nothing in its address.'
      );
    }
    const query =
      method === 'GET' ? readQuery(url.searchParams) : await readJson(request);
    const result = await dispatcher.dispatch(
      url.pathname.slice(1),
      method,
      query,
      controller.signal
    );
    switch (result.kind) {
      case 'reply':
        sendJson(response, 200, result.value);
        break;
      case 'stream':
        await sendLines(response, result.items, requestId);
        break;
      case 'file':
        await sendFile(response, result.file);
    }
  } catch (reason) {
    const error = LeapError.from(reason);
    if (error.code === 'internal') {
      log('request failed', { requestId, reason: causes(reason) });
    }
    sendJson(response, error.status, error.toReply(requestId));
  }
}

function authenticate(request: IncomingMessage, secret: Buffer): void {
  const given = Buffer.from(String(request.headers[SECRET_HEADER] ?? ''));
  if (given.length !== secret.length || !timingSafeEqual(given, secret)) {
    throw new LeapError('forbidden', 'The secret of this service is wrong.');
  }
}

function readQuery(parameters: URLSearchParams): Record<string, string> {
  const names = [...parameters.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new LeapError(
      'bad-request',
      `This field is given twice: ${twice.slice(0, 100)}`
    );
  }
  // Of a download: the Jupyter server has checked it, and a link cannot carry it in a header.
  parameters.delete('_xsrf');
  return Object.fromEntries(parameters);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is too large is read to its end, or the caller would not hear why it was refused.
    if (bytes <= MAX_BODY_BYTES) {
      chunks.push(chunk);
    }
  }
  if (bytes > MAX_BODY_BYTES) {
    throw new LeapError('too-large', 'The request is larger than 1 MiB.');
  }
  if (bytes === 0) {
    return {};
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (reason) {
    throw new LeapError('bad-request', 'The request is not JSON.', {
      cause: reason
    });
  }
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length
  });
  response.end(body);
}

/**
 * One JSON line an item, then the line that says how it ended. Waits while the reader is slow.
 */
async function sendLines(
  response: ServerResponse,
  items: AsyncIterable<unknown>,
  requestId: string
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  // The first item is awaited before the headers, so that a failure at once has its own status.
  let next = await iterator.next();
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  // JSON allows space before a value: it tells whoever waits, and every proxy on the way, that work goes on.
  const alive = setInterval(() => response.write(' '), ALIVE_MS);
  try {
    while (!next.done) {
      await writeLine(response, { item: next.value });
      if (response.destroyed) {
        await iterator.return?.();
        return;
      }
      next = await iterator.next();
    }
    await writeLine(response, { end: true });
  } catch (reason) {
    const error = LeapError.from(reason);
    if (error.code === 'internal') {
      log('stream failed', { requestId, reason: causes(reason) });
    }
    await writeLine(response, { error: error.toReply(requestId) });
  } finally {
    clearInterval(alive);
  }
  response.end();
}

async function writeLine(
  response: ServerResponse,
  value: unknown
): Promise<void> {
  await write(response, `${JSON.stringify(value)}\n`);
}
