import { LeapError, readFilters, type Dataset } from '../../contract';
import type { GcsStore } from '../buckets/store/store';
import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import type { IReadContents } from './enrichment/open-enrichment';
import { knowledgeOf } from './knowledge';
import type { CatalogLibrary } from './library';
import { openCatalogService, type ICatalogService } from './catalog-service';
import { measureStore } from './size/measure-store';

/** As many results fit on a screen: their stores are read before the others. */
const READ_FIRST = 12;

type CatalogHandlers = SubjectHandlers<'catalog'>;

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
): CatalogHandlers {
  const service = openCatalogService(context, contents, store);
  const { library } = service;
  return {
    'catalog/summary': () => library.summary(),
    'catalog/refresh': () => library.refresh(),
    'catalog/sources': ({ addresses }) => library.useOwn(addresses),
    'catalog/preview': ({ address }, signal) =>
      library.preview(address, signal),
    'catalog/search': search(service),
    'catalog/dataset': page(service),
    'catalog/reach': reach(service),
    'catalog/size': size(service)
  };
}

function search({
  library,
  enrichment
}: ICatalogService): CatalogHandlers['catalog/search'] {
  return async ({ text, limit, filters, sort }) => {
    const index = await library.index();
    const results = index.search(text, {
      ...(limit === undefined ? {} : { limit: Number(limit) }),
      ...(sort === undefined ? {} : { sort }),
      filters: readFilters(filters ?? '')
    });
    const shown = results.hits.slice(0, READ_FIRST).map(hit => hit.id);
    enrichment.start(await library.listed(), shown);
    return { ...results, isReading: enrichment.isRunning };
  };
}

function page({
  library,
  enrichment,
  book,
  sizes,
  missing
}: ICatalogService): CatalogHandlers['catalog/dataset'] {
  return async ({ id }) => {
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
  };
}

function reach(service: ICatalogService): CatalogHandlers['catalog/reach'] {
  const { library, missing } = service;
  return async ({ id, again = false }, signal) => {
    const dataset = await find(library, id);
    const stores = await service.reach(dataset, again, signal);
    library.learn();
    const needed = stores.flatMap(({ code }) => code?.packages ?? []);
    return { stores, missingPackages: await missing.of(needed) };
  };
}

function size({
  library,
  sizes,
  measuring
}: ICatalogService): CatalogHandlers['catalog/size'] {
  return async function* ({ id, store: storeId }, signal) {
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
