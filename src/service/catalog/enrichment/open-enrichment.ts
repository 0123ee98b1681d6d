import type {
  Contents,
  ContentsQuery,
  Dataset,
  Reach
} from '../../../contract';
import type { CatalogLibrary } from '../library';
import { readBounds } from './bounds';
import { Enrichment, type ITriedStore } from './enrichment';
import { factsOf } from './facts';
import type { StoreBook } from './store-book';
import { readTimes, type ReadSlice } from './times';

/** Looks into stores as Buckets does. */
export interface IReadContents {
  /** What is in a place, from its metadata. */
  readonly summary: (
    query: ContentsQuery,
    signal: AbortSignal
  ) => Promise<Contents>;
  readonly slice: ReadSlice;
}

interface IOptions {
  readonly library: CatalogLibrary;
  readonly book: StoreBook;
  /** Whether each store of a data set opens from here. */
  readonly reach: (
    dataset: Dataset,
    signal: AbortSignal
  ) => Promise<Reach['stores']>;
  readonly contents: IReadContents;
  readonly now: () => Date;
}

/**
 * The enrichment of a library: asks stores as the page of a data set does, and reads them as Buckets does.
 */
export function openEnrichment({
  library,
  book,
  reach,
  contents,
  now
}: IOptions): Enrichment {
  return new Enrichment({
    book,
    now,
    tryStores: async (dataset, signal) =>
      tried(dataset, await reach(dataset, signal)),
    readFacts: async (url, signal) => {
      const found = await contents.summary({ place: { url } }, signal);
      if (found.kind !== 'arrays') {
        return null;
      }
      const times = await readTimes(url, found, contents.slice, signal).catch(
        // Its variables are worth having without its times.
        () => null
      );
      const facts = factsOf(found, times);
      const bounds =
        facts.extent === null
          ? await readBounds(url, found, contents.slice, signal).catch(
              () => null
            )
          : null;
      return {
        ...facts,
        extent: facts.extent ?? bounds?.extent ?? null,
        resolutionDegrees:
          facts.resolutionDegrees ?? bounds?.resolutionDegrees ?? null
      };
    },
    onLearnt: () => {
      library.learn();
    }
  });
}

/** By the stores' addresses. */
function tried({ stores }: Dataset, checks: Reach['stores']): ITriedStore[] {
  const urls = new Map(stores.map(({ id, url }) => [id, url]));
  return checks.flatMap(({ id, status }) => {
    const url = urls.get(id);
    return url === undefined ? [] : [{ url, status }];
  });
}
