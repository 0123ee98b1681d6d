import { createBucketsHandlers } from './buckets/handlers';
import { createCatalogHandlers } from './catalog/handlers';
import type { IServiceContext } from './config';
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
  return {
    ...createHomeHandlers(context),
    ...createBucketsHandlers(context),
    ...createImageHandlers(context),
    ...createCatalogHandlers(context),
    ...createServerHandlers(context, version),
    ...createTokenHandlers(context)
  };
}
