import { ErrorReply, LeapError } from '../contract';

/**
 * What an answer that is not ours means, in the extension's own vocabulary.
 */
export async function failureOf(response: Response): Promise<LeapError> {
  const text = await response.text().catch(() => '');
  const reply = ErrorReply.safeParse(parse(text));
  if (reply.success) {
    const { code, message, requestId } = reply.data;
    return new LeapError(code, message, { requestId });
  }
  switch (response.status) {
    case 401:
    case 403:
      return new LeapError(
        'forbidden',
        'The server refused this request. You may have been signed out: reload this page.'
      );
    case 404:
      return new LeapError(
        'no-extension',
        'The server part of this extension is not running.'
      );
    case 414:
    case 431:
      return tooLong();
    case 200:
      // A hub whose session has expired sends its sign-in page.
      return new LeapError(
        'not-signed-in',
        'You have been signed out. Reload this page to sign in again.'
      );
    default:
      return new LeapError(
        'bad-upstream',
        `The server answered with status ${String(response.status)}.`
      );
  }
}

/**
 * What was asked for does not fit into an address.
 */
export function tooLong(): LeapError {
  return new LeapError(
    'too-large',
    'This text is too long to be looked up. Shorten it.'
  );
}

/**
 * Why a request got no answer at all.
 */
export function networkFailure(
  reason: unknown,
  signal: AbortSignal | undefined
): LeapError {
  return signal?.aborted
    ? new LeapError('cancelled', 'Cancelled.', { cause: reason })
    : new LeapError(
        'server-unreachable',
        'Your Jupyter server does not answer. It may have stopped, or you are offline.',
        { cause: reason }
      );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page or nothing: told from the status alone.
    return null;
  }
}
