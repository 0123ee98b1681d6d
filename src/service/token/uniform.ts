import * as z from 'zod/mini';
import { ask } from '../web/ask';
import type { ISecret } from './identity';

const Bucket = z.object({
  iamConfiguration: z.object({
    uniformBucketLevelAccess: z.object({ enabled: z.boolean() })
  })
});

/**
 * Whether a bucket has uniform access, without which no token can be limited to part of it. Null: it does not say.
 *
 * @param endpoint - The storage service, or an emulator of it.
 */
export async function hasUniformAccess(
  endpoint: string,
  bucket: string,
  identity: ISecret,
  signal: AbortSignal
): Promise<boolean | null> {
  const url = `${endpoint.replace(/\/+$/, '')}/storage/v1/b/${encodeURIComponent(bucket)}?fields=iamConfiguration`;
  const headers = mayKnow(endpoint)
    ? { Authorization: `Bearer ${identity.token}` }
    : undefined;
  const answer = await ask('Google Storage', url, { headers }, signal);
  const parsed = Bucket.safeParse(answer.body);
  return answer.status === 200 && parsed.success
    ? parsed.data.iamConfiguration.uniformBucketLevelAccess.enabled
    : null;
}

/** A token goes to Google over TLS, or stays on this machine. */
function mayKnow(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  return (
    (url?.protocol === 'https:' &&
      /(^|\.)googleapis\.com$/.test(url.hostname)) ||
    url?.hostname === '127.0.0.1' ||
    url?.hostname === 'localhost'
  );
}
