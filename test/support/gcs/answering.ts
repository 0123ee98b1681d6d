import type { ServerResponse } from 'node:http';
import type { IAnswer, ICall } from './call';
import type { IFaultOptions } from './faults';
import type { Failure } from './failure';
import { isRecord } from './json';

/** A checksum that no content of a test has. */
const WRONG_CRC32C = '/////w==';

/**
 * A failure as an answer; a download is refused in plain text, everything else in JSON.
 */
export function refusal(failure: Failure, operation: string): IAnswer {
  if (failure.status === 304) {
    return { status: 304 };
  }
  const isText = operation === 'objects.download';
  return {
    status: failure.status,
    headers: {
      ...failure.headers,
      'content-type': isText
        ? 'text/html; charset=UTF-8'
        : 'application/json; charset=UTF-8'
    },
    body: Buffer.from(isText ? failure.message : JSON.stringify(failure))
  };
}

/**
 * The call as a fault makes the service see it: with a smaller page.
 */
export function bent(call: ICall, fault: IFaultOptions | undefined): ICall {
  if (fault?.name !== 'short-page' && fault?.name !== 'empty-page') {
    return call;
  }
  const query = new URLSearchParams(call.query);
  query.set('maxResults', String(fault.entries ?? 1));
  return { ...call, query };
}

/**
 * The answer as a fault leaves it.
 */
export function spoilt(
  answer: IAnswer,
  call: ICall,
  fault: IFaultOptions | undefined
): IAnswer {
  switch (fault?.name) {
    case 'empty-page':
      return { ...answer, body: emptyPage(answer, call) };
    case 'wrong-bytes':
      return { ...answer, headers: headersOf(answer), body: changed(answer) };
    case 'wrong-crc32c':
      return {
        ...answer,
        headers: {
          ...answer.headers,
          ...(answer.headers?.['x-goog-hash'] === undefined
            ? {}
            : { 'x-goog-hash': `crc32c=${WRONG_CRC32C}` })
        },
        body: isRecord(answer.body) ? withWrongSum(answer.body) : answer.body
      };
    case 'truncated-json': {
      const whole = bytesOf(answer);
      return {
        ...answer,
        headers: headersOf(answer),
        body: whole.subarray(0, fault.afterBytes ?? whole.length >> 1)
      };
    }
    default:
      return answer;
  }
}

/**
 * A page without entries that still says where to go on: at the place where the call itself started.
 */
function emptyPage(answer: IAnswer, call: ICall): Record<string, unknown> {
  const token =
    call.query.get('pageToken') ??
    Buffer.from('object\n0\n').toString('base64url');
  return isRecord(answer.body)
    ? { kind: answer.body['kind'], nextPageToken: token }
    : { nextPageToken: token };
}

function changed(answer: IAnswer): Buffer {
  const bytes = Buffer.from(bytesOf(answer));
  if (bytes.length > 0) {
    bytes[0] = (bytes[0] ?? 0) ^ 0xff;
  }
  return bytes;
}

function withWrongSum(body: Record<string, unknown>): Record<string, unknown> {
  const { items } = body;
  return Array.isArray(items)
    ? {
        ...body,
        items: items.map((item: unknown) =>
          isRecord(item) ? withWrongSum(item) : item
        )
      }
    : 'crc32c' in body
      ? { ...body, crc32c: WRONG_CRC32C }
      : body;
}

function bytesOf(answer: IAnswer): Buffer {
  return isRecord(answer.body) && !Buffer.isBuffer(answer.body)
    ? Buffer.from(JSON.stringify(answer.body))
    : Buffer.isBuffer(answer.body)
      ? answer.body
      : Buffer.alloc(0);
}

function headersOf(answer: IAnswer): Record<string, string> {
  return {
    ...(Buffer.isBuffer(answer.body) || answer.body === undefined
      ? {}
      : { 'content-type': 'application/json; charset=UTF-8' }),
    ...answer.headers
  };
}

/**
 * Send an answer; the part before `cutAt` when it is given.
 */
export function send(
  response: ServerResponse,
  answer: IAnswer,
  cutAt?: number
): void {
  const bytes = bytesOf(answer);
  response.writeHead(answer.status, {
    ...headersOf(answer),
    'content-length': bytes.length
  });
  if (cutAt === undefined) {
    response.end(bytes);
  } else {
    response.write(bytes.subarray(0, cutAt));
  }
}
