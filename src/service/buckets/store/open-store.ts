import type { IServiceContext } from '../../config';
import { findAccess } from '../requests/access';
import { Exchange } from '../requests/exchange';
import { Limiter } from '../requests/limiter';
import { realPatience } from '../requests/retry';
import { GcsStore } from './store';

/** Seconds are normal for a page on a bad day; a quarter of a minute without a byte is not. */
const SILENCE_MS = 15_000;

/**
 * The storage service as the configuration names it, behind one limiter.
 */
export async function openStore(
  context: Pick<IServiceContext, 'config' | 'env' | 'now'>
): Promise<GcsStore> {
  const max = context.config.listingConcurrency;
  return new GcsStore({
    access: await findAccess(context),
    exchange: new Exchange({ silenceMs: SILENCE_MS, maxSockets: max }),
    limiter: new Limiter({
      max,
      patience: realPatience,
      nowMs: () => performance.now()
    }),
    patience: realPatience
  });
}

/**
 * The same store whenever it is asked for, opened at the first time: the client library costs a tenth of a second,
 * and all requests of a server go through one limiter.
 */
export function storeOnce(
  context: Pick<IServiceContext, 'config' | 'env' | 'now'>
): () => Promise<GcsStore> {
  let opened: Promise<GcsStore> | null = null;
  return () => (opened ??= openStore(context));
}
