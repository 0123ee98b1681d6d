import type {
  CatalogFilter,
  CatalogResults,
  CatalogSort,
  Dataset
} from '../../contract';
import { describe } from './index/document';
import { Hits } from './hit';
import {
  indexParts,
  type IIndexOptions,
  type IIndexParts
} from './index/index-parts';
import type { ISearchTerm } from './index/inverted-index';
import { Order } from './order';
import { bestFirst } from './query/best';
import { hasPhrase } from './query/quoted';
import { rank } from './query/rank';
import { readQuery, type IQuery } from './query/read-query';
import { refine, REFINED_HITS, type IScored } from './query/refine';
import { alternativeTerms, searchTerms } from './query/search-terms';
import { yearsFactor } from './query/years';
import { docsOfRegion, regionsFactor } from './query/region-terms';
import type { IRegion } from './region/regions';
import { atOnce, inSlices } from './index/steps';

/** More hits than this nobody reads. */
const DEFAULT_LIMIT = 200;

/** Two letters begin hundreds of words: they are completed only where they are no word themselves. */
const MIN_PREFIX_LENGTH = 3;

/** As many of the best are read word by word for an exact phrase. */
const MAX_READ = 2000;

/** What is searched besides the text. */
export interface ISearchOptions {
  readonly limit?: number;
  readonly filters?: readonly CatalogFilter[];
  readonly sort?: CatalogSort;
  /** Only data that hold this place; what lies nobody knows where is left out. */
  readonly region?: IRegion;
}

/**
 * Search over data sets: by word, by the beginning of a word, with slips of the finger, by what they are also called, by
 * place and by time.
 */
export class CatalogIndex {
  /**
   * @param parts - Made before, a little at a time; else they are made at once.
   */
  constructor(
    datasets: readonly Dataset[],
    options: IIndexOptions = {},
    parts: IIndexParts = atOnce(indexParts(datasets, options))
  ) {
    this._parts = parts;
    this._order = new Order(datasets);
    this._hits = new Hits(parts);
  }

  /**
   * The data set with this id.
   */
  dataset(id: string): Dataset | undefined {
    return this._parts.byId.get(id);
  }

  /**
   * What fits best, first. Empty text lists everything by title.
   *
   * A word that no record has is read as the nearest one that some has; `suggestion` then says so.
   */
  search(text: string, options: ISearchOptions = {}): CatalogResults {
    const { limit = DEFAULT_LIMIT, filters = [], sort = 'best' } = options;
    const query = readQuery(text, this._parts.words);
    // One letter says nothing yet.
    const isAsked = query.words.join('').length > 1;
    const all = isAsked ? this._find(query) : this._order.all();
    const matching = options.region ? this._within(all, options.region) : all;
    const { fitting, facets } = this._parts.facets.narrow(
      matching.map(({ doc }) => doc),
      filters
    );
    const found = kept(matching, fitting);
    const sorted =
      sort === 'best' && isAsked
        ? this._best(found, query, limit)
        : this._order.sorted(found, sort);
    return {
      query: text,
      total: found.length,
      hits: this._hits.of(sorted.slice(0, limit), isAsked ? query.words : []),
      facets,
      suggestion: this._suggestion(query, matching.length > 0)
    };
  }

  private _within(
    found: readonly IScored[],
    region: IRegion
  ): readonly IScored[] {
    const docs = docsOfRegion(region, this._parts.index);
    return found.filter(({ doc }) => docs.has(doc));
  }

  /** In no order. */
  private _find(query: IQuery): readonly IScored[] {
    const found = this._firstFound(query);
    const { phrases } = query;
    return phrases.length === 0
      ? found
      : bestFirst(found, MAX_READ)
          .slice(0, MAX_READ)
          .filter(({ doc }) => {
            const texts = this._texts(doc);
            return phrases.every(phrase => hasPhrase(texts, phrase));
          });
  }

  /** By the words; else by words of which two letters were typed. */
  private _firstFound({ readings, ...query }: IQuery): readonly IScored[] {
    const { words, index } = this._parts;
    const others = alternativeTerms(readings[0] ?? [], term => index.has(term));
    for (const length of [MIN_PREFIX_LENGTH, 2]) {
      const terms = [...searchTerms(readings, words, length), ...others];
      const found = this._score(terms, query);
      if (found.length > 0) {
        return found;
      }
    }
    return [];
  }

  private _score(
    terms: readonly ISearchTerm[],
    { importance, regions, years, timeStep }: Omit<IQuery, 'readings'>
  ): IScored[] {
    const { index, traits } = this._parts;
    const ofRegions = regionsFactor(regions);
    return rank(
      index.search(terms),
      importance,
      ofRegions === null && years === null && timeStep === null
        ? null
        : doc =>
            (ofRegions?.(traits[doc]?.regions ?? []) ?? 1) *
            (years ? yearsFactor(years, traits[doc]?.years ?? null) : 1) *
            (timeStep?.(traits[doc]?.cadence ?? null) ?? 1)
    );
  }

  private _best(
    found: readonly IScored[],
    { words }: IQuery,
    limit: number
  ): readonly IScored[] {
    return refine(bestFirst(found, Math.max(limit, REFINED_HITS)), words, doc =>
      this._texts(doc)
    );
  }

  private _texts(doc: number): readonly string[] {
    const dataset = this._parts.datasets[doc];
    const traits = this._parts.traits[doc];
    return dataset && traits
      ? Object.values<string>({ ...describe(dataset, traits) })
      : [];
  }

  /** The spelling that was searched for, or what may have been meant when nothing was found: null when that is what was typed. */
  private _suggestion(
    { typed, words }: IQuery,
    isFound: boolean
  ): string | null {
    const spelling = isFound ? words.join(' ') : this._guess(typed).join(' ');
    return spelling === typed.join(' ') || spelling === '' ? null : spelling;
  }

  /** Words as far away as half the letters. */
  private _guess(typed: readonly string[]): string[] {
    return typed.flatMap(word => {
      const slips = Math.min(Math.floor(word.length / 2), 4);
      return this._parts.words.nearest(word, slips).words.slice(0, 1);
    });
  }

  private readonly _parts: IIndexParts;
  private readonly _order: Order;
  private readonly _hits: Hits;
}

/**
 * An index, made a little at a time: others have their turn meanwhile.
 */
export async function makeIndex(
  datasets: readonly Dataset[],
  options: IIndexOptions
): Promise<CatalogIndex> {
  const parts = await inSlices(indexParts(datasets, options));
  return new CatalogIndex(datasets, options, parts);
}

/** Those whose data set is among these. */
function kept(
  scored: readonly IScored[],
  docs: readonly number[]
): readonly IScored[] {
  if (docs.length === scored.length) {
    return scored;
  }
  const set = new Set(docs);
  return scored.filter(({ doc }) => set.has(doc));
}
