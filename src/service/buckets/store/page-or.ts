import { StaleTokenError } from '../requests/asker';
import type { IPageQuery } from './page-query';

/**
 * The next page, asked for by its token; where that expired, the page that another query asks for by a key.
 *
 * @throws LeapError with a sentence for the user.
 */
export async function pageOr<P>(
  ask: (query: IPageQuery) => Promise<P>,
  byToken: IPageQuery,
  byKey: () => IPageQuery
): Promise<P> {
  try {
    return await ask(byToken);
  } catch (reason) {
    if (!(reason instanceof StaleTokenError)) {
      throw reason;
    }
    return ask(byKey());
  }
}
