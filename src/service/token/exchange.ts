import * as z from 'zod/mini';
import { LeapError } from '../../contract';
import { ask } from '../web/ask';
import type { ISecret } from './identity';

const WHO = 'Google’s token exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

const Exchanged = z.object({
  access_token: z.string().check(z.regex(/^[\x21-\x7e]{1,16384}$/)),
  issued_token_type: z.literal(ACCESS_TOKEN),
  token_type: z.literal('Bearer'),
  /** Left out where the token ends with the one it was exchanged for. */
  expires_in: z.optional(z.number().check(z.minimum(1)))
});

/**
 * Exchange a token for one that can do no more than a boundary allows.
 *
 * @param url - The exchange, `https://sts.googleapis.com/v1/token`.
 * @throws LeapError `bad-upstream` when it refuses or answers something else.
 * @see https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token
 */
export async function exchange(
  url: string,
  source: ISecret,
  boundary: object,
  signal: AbortSignal
): Promise<ISecret> {
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requested_token_type: ACCESS_TOKEN,
    subject_token_type: ACCESS_TOKEN,
    subject_token: source.token,
    options: JSON.stringify(boundary)
  });
  const answer = await ask(WHO, url, { method: 'POST', body: form }, signal);
  const parsed = Exchanged.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) {
    // The answer's own words may repeat what was sent.
    throw new LeapError(
      'bad-upstream',
      `${WHO} refused to limit a token to this folder (status ${answer.status}), so none was made.`
    );
  }
  const { access_token, expires_in } = parsed.data;
  return {
    token: access_token,
    lifetimeSeconds: Math.floor(
      Math.min(expires_in ?? Infinity, source.lifetimeSeconds)
    )
  };
}
