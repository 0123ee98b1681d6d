import { StaleTokenError } from './asker';
import type { Urgency } from './limiter';
import type { IPage } from './page';
import type { IPageQuery } from './page-query';
import type { GcsStore } from './store';

/**
 * The next page, asked for by its token; where that expired, the page that another query asks for by a key.
 *
 * @throws LeapError with a sentence for the user.
 */
export async function pageOr(
  store: Pick<GcsStore, 'page'>,
  byToken: IPageQuery,
  byKey: () => IPageQuery,
  urgency: Urgency,
  signal: AbortSignal
): Promise<IPage> {
  try {
    return await store.page(byToken, urgency, signal);
  } catch (reason) {
    if (!(reason instanceof StaleTokenError)) {
      throw reason;
    }
    return store.page(byKey(), urgency, signal);
  }
}
