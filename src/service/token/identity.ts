import * as z from 'zod/mini';
import { LeapError } from '../../contract';
import { ask } from '../web/ask';

const WHO = 'Google’s metadata server';

/** Used by clients that look for no name: it saves a lookup that hangs where there is no such server. */
const USUAL_HOST = '169.254.169.254';

/** A token with less left than this is as good as expired. */
const MIN_LIFETIME_SECONDS = 30;

const Token = z.object({
  access_token: z.string().check(z.regex(/^[\x21-\x7e]{1,8192}$/)),
  expires_in: z.number(),
  token_type: z.string()
});

/**
 * A token and how long it works from now on.
 */
export interface ISecret {
  readonly token: string;
  readonly lifetimeSeconds: number;
}

/**
 * A token of this server's own identity from the metadata server.
 *
 * @param scope - Asks for a token that is good for this scope alone; absent: all that the identity has.
 * @throws LeapError `no-credentials` where there is no identity, `timed-out`, `bad-upstream`.
 * @see https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys
 */
export async function identityToken(
  env: Readonly<Record<string, string | undefined>>,
  scope: string | null,
  signal: AbortSignal
): Promise<ISecret> {
  const host = env['GCE_METADATA_HOST']?.trim() || USUAL_HOST;
  const query = scope === null ? '' : `?scopes=${encodeURIComponent(scope)}`;
  const url = `http://${host}/computeMetadata/v1/instance/service-accounts/default/token${query}`;
  const headers = { 'Metadata-Flavor': 'Google' };
  const answer = await ask(WHO, url, { headers }, signal).catch(absent);
  // Whoever answers without this header is not the metadata server: a proxy, or a page that asks to sign in.
  const isGenuine = answer.headers.get('metadata-flavor') === 'Google';
  if (answer.status === 404 || !isGenuine) {
    throw noIdentity();
  }
  if (answer.status !== 200) {
    throw new LeapError(
      'bad-upstream',
      `${WHO} answered with status ${answer.status}. Try again in a minute.`
    );
  }
  return readToken(answer.body);
}

function readToken(body: unknown): ISecret {
  const parsed = Token.safeParse(body);
  if (!parsed.success) {
    throw new LeapError(
      'bad-upstream',
      `${WHO} answered something that is not a token. Try again in a minute.`
    );
  }
  const { access_token, expires_in } = parsed.data;
  if (expires_in < MIN_LIFETIME_SECONDS) {
    throw new LeapError(
      'no-credentials',
      `${WHO} handed out a token that has already expired. Try again in a minute.`
    );
  }
  return { token: access_token, lifetimeSeconds: Math.floor(expires_in) };
}

function absent(reason: unknown): never {
  throw LeapError.from(reason).code === 'unavailable'
    ? noIdentity(reason)
    : reason;
}

function noIdentity(cause?: unknown): LeapError {
  return new LeapError(
    'no-credentials',
    'This server has no identity at Google Cloud, so it cannot give a token.',
    { cause }
  );
}
