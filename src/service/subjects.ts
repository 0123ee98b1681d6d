import { createBucketsHandlers } from './buckets/handlers';
import { storeOnce } from './buckets/store/open-store';
import { createCatalogHandlers } from './catalog/handlers';
import type { IServiceContext } from './config';
import { createContentsHandlers } from './contents/handlers';
import type { Handlers } from './handlers';
import { createHomeHandlers } from './home/handlers';
import { createImageHandlers } from './image/handlers';
import { createServerHandlers } from './server/handlers';
import { createTokenHandlers } from './token/handlers';

/**
 * All subjects side by side: the one place that knows them all.
 */
export function createHandlers(
  context: IServiceContext,
  version: string
): Handlers {
  const store = storeOnce(context);
  const contents = createContentsHandlers(context, store);
  return {
    ...createHomeHandlers(context),
    ...createBucketsHandlers(context, store),
    ...contents,
    ...createImageHandlers(context),
    ...createCatalogHandlers(
      context,
      {
        summary: contents['contents/summary'],
        slice: contents['contents/slice']
      },
      store
    ),
    ...createServerHandlers(context, version),
    ...createTokenHandlers(context)
  };
}
