import type { Dataset, Reach } from '../../contract';
import { findAccess, type IAccess } from '../buckets/requests/access';
import type { GcsStore } from '../buckets/store/store';
import { Cache } from '../cache';
import type { IServiceContext } from '../config';
import { placeOptions } from '../contents/handlers';
import { MissingPackages } from '../image/missing-packages';
import { trustedHosts } from '../web/trusted-hosts';
import type { Enrichment } from './enrichment/enrichment';
import {
  openEnrichment,
  type IReadContents
} from './enrichment/open-enrichment';
import { StoreBook } from './enrichment/store-book';
import { KeptChecks } from './reach/kept-checks';
import type { CatalogLibrary } from './library';
import { createLibrary, hubBuckets } from './open';
import { OwnSources } from './sources/own-sources';
import { checkReach } from './reach/reach';
import { KeptSizes } from './size/kept-sizes';
import type { IMeasuring } from './size/measure-store';

/**
 * What the routes of the catalog share: its data sets, and what is known and found out of their stores.
 */
export interface ICatalogService {
  readonly library: CatalogLibrary;
  readonly enrichment: Enrichment;
  readonly book: StoreBook;
  readonly sizes: KeptSizes;
  readonly measuring: IMeasuring;
  readonly missing: MissingPackages;
  readonly reach: AskReach;
}

/**
 * Whether each store of a data set opens from here.
 *
 * @param again - Ask them also where that was done not long ago.
 */
type AskReach = (
  dataset: Dataset,
  again: boolean,
  signal: AbortSignal
) => Promise<Reach['stores']>;

/**
 * Put it together; nothing is asked or read before a route is.
 *
 * @param contents - Looks into stores.
 * @param store - Opened when the first bucket is measured.
 */
export function openCatalogService(
  context: IServiceContext,
  contents: IReadContents,
  store: () => Promise<GcsStore>
): ICatalogService {
  const { config, now } = context;
  const cache = new Cache(config.cacheDirectory);
  const kept = new KeptChecks(cache, now);
  const book = new StoreBook(cache, kept, now);
  const library = createLibrary(config, config.catalogUrls, cache, now, {
    known: () => book.known(),
    own: new OwnSources(cache)
  });
  const reach = askReach(context, kept);
  return {
    library,
    enrichment: openEnrichment({
      library,
      book,
      reach: (dataset, signal) => reach(dataset, false, signal),
      contents,
      now
    }),
    book,
    sizes: new KeptSizes(cache),
    measuring: {
      places: placeOptions(context, store),
      store,
      limits: {
        concurrency: config.listingConcurrency,
        maxCalls: config.measuringRequests
      },
      now
    },
    missing: new MissingPackages(context),
    reach
  };
}

function askReach(context: IServiceContext, kept: KeptChecks): AskReach {
  const { config, now } = context;
  let access: Promise<IAccess> | undefined;
  return (dataset, again, signal) =>
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
}
