import * as z from 'zod/mini';
import { LeapError } from '../../contract';
import { ask } from '../web/ask';

const Info = z.object({ scope: z.string() });

/** Reading of all that an identity may read in Cloud Storage. */
export const READ_ONLY_SCOPE =
  'https://www.googleapis.com/auth/devstorage.read_only';

/**
 * Whether a token is good for reading from Cloud Storage and for nothing else. Asked, not believed: some metadata
 * servers ignore the scope they are asked for.
 *
 * @param url - Google's token information, `https://oauth2.googleapis.com/tokeninfo`.
 * @throws LeapError `bad-upstream` when that cannot be told.
 */
export async function isReadOnly(
  url: string,
  token: string,
  signal: AbortSignal
): Promise<boolean> {
  const who = 'Google’s token information';
  // In a header: what stands in an address ends up in logs.
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await ask(who, url, { method: 'POST', headers }, signal);
  const parsed = Info.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) {
    throw new LeapError(
      'bad-upstream',
      `${who} could not say what the token is good for (status ${answer.status}), so none was given. Try again in a minute.`
    );
  }
  const scopes = parsed.data.scope.split(' ').filter(scope => scope !== '');
  return scopes.length > 0 && scopes.every(scope => scope === READ_ONLY_SCOPE);
}
