import { LeapError } from '../../contract';

/** Services of Google's and of a hub answer in milliseconds. */
const TIMEOUT_MS = 10_000;

/** An answer about one thing; who asks for a list says how long it may be. */
const MAX_ANSWER_BYTES = 64 << 10;

/**
 * An answer, whatever its status.
 */
export interface IAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Null when it is not JSON. */
  readonly body: unknown;
}

/**
 * How patient to be, where that differs.
 */
export interface IAskLimits {
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/**
 * Ask a service that the operator named, once. Follows no redirect: the request may hold a token.
 *
 * @param who - Names the service in sentences: "Google's token exchange".
 * @throws LeapError `timed-out`, `cancelled`, or `unavailable` with the original as its cause.
 */
export async function ask(
  who: string,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  { timeoutMs = TIMEOUT_MS, maxBytes = MAX_ANSWER_BYTES }: IAskLimits = {}
): Promise<IAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout])
    });
    const text = await readBounded(response, maxBytes);
    return {
      status: response.status,
      headers: response.headers,
      body: json(text)
    };
  } catch (cause) {
    if (signal.aborted) {
      throw new LeapError('cancelled', 'Cancelled.', { cause });
    }
    throw timeout.aborted
      ? new LeapError(
          'timed-out',
          `${who} did not answer within ${timeoutMs / 1000} seconds. Try again.`,
          { cause }
        )
      : new LeapError('unavailable', `${who} cannot be reached.`, { cause });
  }
}

async function readBounded(
  response: Response,
  maxBytes: number
): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of (response.body ??
    []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new Error('The answer is larger than any right one.');
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page or nothing: the status tells.
    return null;
  }
}
