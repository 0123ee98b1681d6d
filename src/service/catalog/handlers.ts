import {
  LeapError,
  readFilters,
  type Dataset,
  type Reach
} from '../../contract';
import { findAccess, type IAccess } from '../buckets/requests/access';
import type { GcsStore } from '../buckets/store/store';
import { Cache } from '../cache';
import type { IServiceContext } from '../config';
import { placeOptions } from '../contents/handlers';
import type { SubjectHandlers } from '../handlers';
import { MissingPackages } from '../image/missing-packages';
import {
  openEnrichment,
  type IReadContents
} from './enrichment/open-enrichment';
import { StoreBook } from './enrichment/store-book';
import { OwnSources } from './own-sources';
import { createLibrary, hubBuckets, trustedHosts } from './open';
import { KeptChecks } from './kept-checks';
import type { CatalogLibrary } from './library';
import { knowledgeOf } from './knowledge';
import { checkReach } from './reach';
import { KeptSizes } from './size/kept-sizes';
import { measureStore, type IMeasuring } from './size/measure-store';

/** As many results fit on a screen: their stores are read before the others. */
const READ_FIRST = 12;

/**
 * The routes of `catalog`.
 *
 * @param contents - Looks into stores.
 * @param store - Opened when the first bucket is measured.
 */
export function createCatalogHandlers(
  context: IServiceContext,
  contents: IReadContents,
  store: () => Promise<GcsStore>
): SubjectHandlers<'catalog'> {
  const { config, now } = context;
  const cache = new Cache(config.cacheDirectory);
  const kept = new KeptChecks(cache, now);
  const book = new StoreBook(cache, kept, now);
  const library = createLibrary(config, config.catalogUrls, cache, now, {
    known: () => book.known(),
    own: new OwnSources(cache)
  });
  const missing = new MissingPackages(context);
  const sizes = new KeptSizes(cache);
  const measuring: IMeasuring = {
    places: placeOptions(context, store),
    store,
    limits: {
      concurrency: config.listingConcurrency,
      maxCalls: config.measuringRequests
    },
    now
  };
  let access: Promise<IAccess> | undefined;
  const reach = (
    dataset: Dataset,
    again: boolean,
    signal: AbortSignal
  ): Promise<Reach['stores']> =>
    checkReach(
      dataset,
      {
        access: () => (access ??= findAccess(context)),
        trustedHosts: trustedHosts(config.catalogUrls),
        hubBuckets: hubBuckets(config),
        kept,
        again,
        now
      },
      signal
    );
  const enrichment = openEnrichment({
    library,
    book,
    reach: (dataset, signal) => reach(dataset, false, signal),
    contents,
    now
  });
  return {
    'catalog/summary': () => library.summary(),
    'catalog/refresh': () => library.refresh(),
    'catalog/sources': ({ addresses }) => library.useOwn(addresses),
    'catalog/preview': ({ address }, signal) =>
      library.preview(address, signal),
    'catalog/search': async ({ text, limit, filters, sort }) => {
      const index = await library.index();
      const results = index.search(text, {
        ...(limit === undefined ? {} : { limit: Number(limit) }),
        ...(sort === undefined ? {} : { sort }),
        filters: readFilters(filters ?? '')
      });
      const shown = results.hits.slice(0, READ_FIRST).map(hit => hit.id);
      enrichment.start(await library.listed(), shown);
      return { ...results, isReading: enrichment.isRunning };
    },
    'catalog/dataset': async ({ id }) => {
      const dataset = await find(library, id);
      enrichment.start(await library.listed(), [id]);
      const needed = dataset.stores.flatMap(({ packages }) => packages);
      return {
        ...dataset,
        isReading: enrichment.isReading(id),
        sources: [...(await library.sourcesOf(id))],
        known: knowledgeOf(dataset, await book.known(), await sizes.read()),
        missingPackages: await missing.of(needed)
      };
    },
    'catalog/reach': async ({ id, again = false }, signal) => {
      const dataset = await find(library, id);
      const stores = await reach(dataset, again, signal);
      library.learn();
      const needed = stores.flatMap(({ code }) => code?.packages ?? []);
      return { stores, missingPackages: await missing.of(needed) };
    },
    'catalog/size': async function* ({ id, store: storeId }, signal) {
      const dataset = await find(library, id);
      const wanted = dataset.stores.find(each => each.id === storeId);
      if (!wanted) {
        throw new LeapError('not-found', 'The data set has no such store.');
      }
      for await (const size of measureStore(wanted, measuring, signal)) {
        if (size.isOver) {
          await sizes.write(wanted.url, size);
        }
        yield size;
      }
    }
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
