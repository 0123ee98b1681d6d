import type { Dataset } from '../../../contract';
import { FIELD_WEIGHTS, termsOf } from './document';
import { FacetBuilder } from './facet-builder';
import type { FacetIndex } from './facet-index';
import { facetValues } from './facet-values';
import { InvertedIndex } from './inverted-index';
import { PostingsBuilder } from './postings';
import { WordList } from './spelling';
import { traitsOf, type ITraits, type KnownStores } from '../record/traits';
import { vocabularyWords } from '../vocabulary/vocabulary-tables';

/** What an index knows beyond the records. */
export interface IIndexOptions {
  /** What is known of stores. */
  readonly known?: KnownStores;
  /** Buckets that this hub's credentials open. */
  readonly hubBuckets?: ReadonlySet<string>;
  /** The catalogs that list a data set, by its id. */
  readonly sources?: ReadonlyMap<string, readonly string[]>;
}

/** What a search needs of its data sets; each of its lists is in their order. */
export interface IIndexParts {
  readonly datasets: readonly Dataset[];
  readonly traits: readonly ITraits[];
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, Dataset>;
  readonly index: InvertedIndex;
  readonly words: WordList;
  readonly facets: FacetIndex;
}

/**
 * Make the parts of an index, a little between two steps: ten thousand data sets take a second, and a service has others to
 * answer meanwhile.
 */
export function* indexParts(
  datasets: readonly Dataset[],
  options: IIndexOptions
): Generator<undefined, IIndexParts> {
  const { known = new Map(), hubBuckets = new Set(), sources } = options;
  const listed = sources ?? new Map<string, readonly string[]>();
  const weights = Object.values(FIELD_WEIGHTS);
  const traits: ITraits[] = [];
  const counts = new Map(vocabularyWords().map(word => [word, 0]));
  const builder = new PostingsBuilder(weights.length);
  const facets = new FacetBuilder();
  for (const dataset of datasets) {
    const own = traitsOf(dataset, known);
    traits.push(own);
    builder.add(termsOf(dataset, own, counts));
    facets.add(
      facetValues(dataset, own, hubBuckets, listed.get(dataset.id) ?? []),
      own.years
    );
    yield;
  }
  const built = yield* builder.build();
  return {
    datasets,
    traits,
    sources: listed,
    byId: new Map(datasets.map(dataset => [dataset.id, dataset])),
    index: new InvertedIndex(weights, built),
    words: new WordList(counts),
    facets: facets.build()
  };
}
