import { ErrorReply, LeapError } from '../contract';

/**
 * What an answer that is not ours means, in the extension's own vocabulary.
 *
 * @param isSignedIn - Jupyter refuses who is not signed in as it does who may not do something: this asks which it was.
 */
export async function failureOf(
  response: Response,
  isSignedIn: () => Promise<boolean>
): Promise<LeapError> {
  const text = await response.text().catch(() => '');
  const reply = ErrorReply.safeParse(parse(text));
  if (reply.success) {
    const { code, message, requestId } = reply.data;
    return new LeapError(code, message, { requestId });
  }
  switch (response.status) {
    case 401:
    case 403:
      return refusal(text, await isSignedIn());
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
      return signedOut();
    default:
      return new LeapError(
        'bad-upstream',
        `The server answered with status ${String(response.status)}.`
      );
  }
}

function refusal(text: string, isSignedIn: boolean): LeapError {
  if (!isSignedIn) {
    return signedOut();
  }
  // Jupyter's own words: https://github.com/tornadoweb/tornado/blob/master/tornado/web.py, check_xsrf_cookie
  return /xsrf/i.test(text)
    ? new LeapError(
        'not-signed-in',
        'Your sign-in has changed since this page was opened.'
      )
    : new LeapError('forbidden', 'This server does not let you do this.');
}

function signedOut(): LeapError {
  return new LeapError(
    'not-signed-in',
    'Your session on this server has ended.'
  );
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
