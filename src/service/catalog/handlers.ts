import { LeapError, readFilters, type Dataset } from '../../contract';
import { findAccess, type IAccess } from '../buckets/access';
import { Cache } from '../cache';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { createLibrary, trustedHosts } from './open';
import type { CatalogLibrary } from './library';
import { checkReach } from './reach';

/**
 * The routes of `catalog`.
 */
export function createCatalogHandlers(
  context: IServiceContext
): SubjectHandlers<'catalog'> {
  const { config, now } = context;
  const library = createLibrary(
    config,
    config.catalogUrls,
    new Cache(config.cacheDirectory),
    now
  );
  let access: Promise<IAccess> | undefined;
  return {
    'catalog/summary': () => library.summary(),
    'catalog/refresh': () => library.refresh(),
    'catalog/search': async ({ text, limit, filters, sort }) => {
      const index = await library.index();
      return index.search(text, {
        ...(limit === undefined ? {} : { limit: Number(limit) }),
        ...(sort === undefined ? {} : { sort }),
        filters: readFilters(filters ?? '')
      });
    },
    'catalog/dataset': ({ id }) => find(library, id),
    'catalog/reach': async ({ id }, signal) =>
      checkReach(
        await find(library, id),
        {
          access: () => (access ??= findAccess(context)),
          trustedHosts: trustedHosts(config.catalogUrls),
          now
        },
        signal
      )
  };
}

async function find(library: CatalogLibrary, id: string): Promise<Dataset> {
  const index = await library.index();
  const dataset = index.dataset(id);
  if (!dataset) {
    throw new LeapError(
      'not-found',
      'The catalog has no such data set. It may have been renamed: search for it.'
    );
  }
  return dataset;
}
