import { LeapError } from '../../contract';

/** Google's own services answer in milliseconds. */
const TIMEOUT_MS = 10_000;

/** No answer of theirs comes near. */
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
 * Ask a service of Google's, once. Follows no redirect: the request may hold a token.
 *
 * @param who - Names the service in sentences: "Google's token exchange".
 * @throws LeapError `timed-out`, `cancelled`, or `unavailable` with the original as its cause.
 */
export async function ask(
  who: string,
  url: string,
  init: RequestInit,
  signal: AbortSignal
): Promise<IAnswer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout])
    });
    const text = await readBounded(response);
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
          `${who} did not answer within ${TIMEOUT_MS / 1000} seconds. Try again.`,
          { cause }
        )
      : new LeapError('unavailable', `${who} cannot be reached.`, { cause });
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of (response.body ??
    []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) {
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
