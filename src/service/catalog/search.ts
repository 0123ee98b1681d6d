import type {
  CatalogFilter,
  CatalogResults,
  CatalogSort,
  Dataset
} from '../../contract';
import { describe } from './document';
import { Hits } from './hit';
import {
  indexParts,
  type IIndexOptions,
  type IIndexParts
} from './index-parts';
import { Order } from './order';
import { hasPhrase } from './query/quoted';
import { rank } from './query/rank';
import { readQuery, type IQuery } from './query/read-query';
import { refine, type IScored } from './query/refine';
import { searchTerms } from './query/search-terms';
import { yearsFactor } from './query/years';
import { regionsFactor } from './region/region-terms';
import { atOnce } from './steps';

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
    const matching = isAsked ? this._find(query) : this._order.all();
    const { fitting, facets } = this._parts.facets.narrow(
      matching.map(({ doc }) => doc),
      filters
    );
    const kept = new Set(fitting);
    const found = this._order.sorted(
      matching.filter(({ doc }) => kept.has(doc)),
      sort
    );
    return {
      query: text,
      total: found.length,
      hits: this._hits.of(found.slice(0, limit), isAsked ? query.words : []),
      facets,
      suggestion: this._suggestion(query, matching.length > 0)
    };
  }

  private _find(query: IQuery): readonly IScored[] {
    const found = this._score(query, MIN_PREFIX_LENGTH);
    const refined = refine(
      found.length > 0 ? found : this._score(query, 2),
      query.words,
      doc => this._texts(doc)
    );
    const { phrases } = query;
    return phrases.length === 0
      ? refined
      : refined.slice(0, MAX_READ).filter(({ doc }) => {
          const texts = this._texts(doc);
          return phrases.every(phrase => hasPhrase(texts, phrase));
        });
  }

  private _score(query: IQuery, minPrefixLength: number): IScored[] {
    const { index, words, traits } = this._parts;
    const { regions, years } = query;
    return rank(
      index.search(searchTerms(query.readings, words, minPrefixLength)),
      query.importance,
      doc =>
        regionsFactor(regions, traits[doc]?.regions ?? []) *
        (years ? yearsFactor(years, traits[doc]?.years ?? null) : 1)
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
      return this._parts.words.nearest(word, slips).slice(0, 1);
    });
  }

  private readonly _parts: IIndexParts;
  private readonly _order: Order;
  private readonly _hits: Hits;
}
