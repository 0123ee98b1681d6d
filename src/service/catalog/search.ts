import type {
  CatalogFilter,
  CatalogHit,
  CatalogResults,
  CatalogSort,
  Dataset
} from '../../contract';
import { describe, FIELD_WEIGHTS, keyFields } from './document';
import { FacetIndex } from './facet-index';
import { facetValues } from './facet-values';
import { makeHit, type IAsked } from './hit';
import { InvertedIndex } from './inverted-index';
import { hasPhrase, readQuoted } from './quoted';
import { byScore, refine, type IScored } from './refine';
import { searchTerms } from './search-terms';
import { WordList } from './spelling';
import { firstSentence } from './text';
import { traitsOf, type ITraits, type KnownStores } from './traits';
import { pointersOf, vocabularyWords } from './vocabulary';
import { queryWords, words } from './words';

/** More hits than this nobody reads. */
const DEFAULT_LIMIT = 200;

/** Two letters begin hundreds of words: they are completed only where they are no word themselves. */
const MIN_PREFIX_LENGTH = 3;

/** What has less of the query than this part of what the best has is there by chance. */
const MIN_SHARE = 0.6;

/** What a line or two of the sidebar hold. */
const MAX_SUMMARY = 160;

/** As many of the best are read word by word for an exact phrase. */
const MAX_READ = 2000;

/** What is searched besides the text. */
export interface ISearchOptions {
  readonly limit?: number;
  readonly filters?: readonly CatalogFilter[];
  readonly sort?: CatalogSort;
}

/** What an index knows beyond the records. */
export interface IIndexOptions {
  /** What is known of stores. */
  readonly known?: KnownStores;
  /** Buckets that this hub's credentials open. */
  readonly hubBuckets?: ReadonlySet<string>;
  /** The catalogs that list a data set, by its id. */
  readonly sources?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Search over data sets: by word, by the beginning of a word, with slips of the finger, and by what
 * they are also called.
 */
export class CatalogIndex {
  constructor(datasets: readonly Dataset[], options: IIndexOptions = {}) {
    const { known = new Map(), hubBuckets = new Set() } = options;
    this._datasets = datasets;
    this._traits = datasets.map(dataset => traitsOf(dataset, known));
    this._sources = options.sources ?? new Map();
    this._byId = new Map(datasets.map(dataset => [dataset.id, dataset]));
    const counts = new Map(vocabularyWords().map(word => [word, 0]));
    this._index = new InvertedIndex(
      Object.values(FIELD_WEIGHTS),
      this._documents(counts)
    );
    this._words = new WordList(counts);
    this._facets = new FacetIndex(
      this._described().map(([dataset, traits]) =>
        facetValues(
          dataset,
          traits,
          hubBuckets,
          this._sources.get(dataset.id) ?? []
        )
      )
    );
  }

  /**
   * The data set with this id.
   */
  dataset(id: string): Dataset | undefined {
    return this._byId.get(id);
  }

  /**
   * What fits best, first. Empty text lists everything by title.
   *
   * A word that no record has is read as the nearest one that some has; `suggestion` then says so.
   */
  search(text: string, options: ISearchOptions = {}): CatalogResults {
    const { limit = DEFAULT_LIMIT, filters = [], sort = 'best' } = options;
    const quoted = readQuoted(text);
    const typed = queryWords(quoted.text);
    const query = typed.flatMap((_, index) => this._correct(typed, index));
    // One letter says nothing yet.
    const isAsked = query.join('').length > 1;
    const matching = isAsked
      ? this._withPhrases(this._find(query), quoted.phrases)
      : this._all();
    const { fitting, facets } = this._facets.narrow(
      matching.map(({ doc }) => doc),
      filters
    );
    const kept = new Set(fitting);
    const found = this._sorted(
      matching.filter(({ doc }) => kept.has(doc)),
      sort
    );
    const spelling =
      matching.length > 0 ? query.join(' ') : this._guess(typed).join(' ');
    const asked = {
      words: new Set(isAsked ? query : []),
      keys: new Set(pointersOf(query).map(({ key }) => key))
    };
    return {
      query: text,
      total: found.length,
      hits: found
        .slice(0, limit)
        .flatMap(({ doc, score }) => this._hit(doc, score, asked) ?? []),
      facets,
      suggestion:
        spelling === typed.join(' ') || spelling === '' ? null : spelling
    };
  }

  private *_documents(
    counts: Map<string, number>
  ): Generator<readonly (readonly string[])[]> {
    const counted = (text: string): string[] => {
      const found = words(text);
      for (const word of found) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      return found;
    };
    for (const [dataset, traits] of this._described()) {
      const text = describe(dataset, traits);
      const keys = keyFields(dataset, traits);
      const fields: Record<keyof typeof FIELD_WEIGHTS, readonly string[]> = {
        title: counted(text.title),
        tags: counted(text.tags),
        people: counted(text.people),
        stores: counted(text.stores),
        description: counted(text.description),
        variables: counted(text.variables),
        grid: counted(text.grid),
        named: keys.named.split(' '),
        measured: keys.measured.split(' '),
        held: keys.held.split(' ')
      };
      yield Object.keys(FIELD_WEIGHTS).map(
        name => fields[name as keyof typeof fields]
      );
    }
  }

  /** The word itself as long as somebody may still be typing it. */
  private _correct(typed: readonly string[], index: number): readonly string[] {
    const word = typed[index] ?? '';
    if (this._words.hasBeginning(word)) {
      return [word];
    }
    const near = this._words.nearest(word);
    // After "sea surface", "hight" is "height" and not "high".
    const fitting = near.find(other =>
      pointersOf(typed.with(index, other)).some(
        ({ weight, words: written }) => weight === 1 && written.includes(other)
      )
    );
    const best = fitting ?? near[0];
    return best === undefined ? (this._words.split(word) ?? [word]) : [best];
  }

  private _find(query: readonly string[]): IScored[] {
    const found = this._score(query, MIN_PREFIX_LENGTH);
    return refine(
      found.length > 0 ? found : this._score(query, 2),
      query,
      doc => this._texts(doc)
    );
  }

  private _score(query: readonly string[], minPrefixLength: number): IScored[] {
    const matches = this._index.search(
      searchTerms(query, this._words, minPrefixLength)
    );
    const scored = matches.map(({ doc, score, found }) => ({
      doc,
      score,
      share: bitCount(found) / query.length
    }));
    const best = scored.reduce((most, { share }) => Math.max(most, share), 0);
    const found = scored.flatMap(({ doc, score, share }) =>
      // Who asks for three words wants all three: one rare word alone does not outweigh them.
      share >= best * MIN_SHARE ? [{ doc, score: score * share ** 2 }] : []
    );
    return found.sort(byScore);
  }

  private _withPhrases(
    found: readonly IScored[],
    phrases: readonly (readonly string[])[]
  ): readonly IScored[] {
    return phrases.length === 0
      ? found
      : found.slice(0, MAX_READ).filter(({ doc }) => {
          const texts = this._texts(doc);
          return phrases.every(phrase => hasPhrase(texts, phrase));
        });
  }

  private _texts(doc: number): readonly string[] {
    const dataset = this._datasets[doc];
    const traits = this._traits[doc];
    return dataset && traits
      ? Object.values<string>({ ...describe(dataset, traits) })
      : [];
  }

  /** Every data set with what it is like. */
  private _described(): (readonly [Dataset, ITraits])[] {
    return this._datasets.flatMap((dataset, doc) => {
      const traits = this._traits[doc];
      return traits ? [[dataset, traits] as const] : [];
    });
  }

  private _hit(
    doc: number,
    score: number,
    asked: IAsked
  ): CatalogHit | undefined {
    const dataset = this._datasets[doc];
    const traits = this._traits[doc];
    if (!dataset || !traits) {
      return undefined;
    }
    const summary =
      this._summaries.get(doc) ??
      firstSentence(dataset.description, MAX_SUMMARY);
    this._summaries.set(doc, summary);
    const sources = this._sources.get(dataset.id) ?? [];
    return {
      ...makeHit(dataset, traits, asked),
      score: round(score),
      summary,
      sources: [...sources]
    };
  }

  private _all(): readonly IScored[] {
    return sortedBy(
      this._datasets.map((_, doc) => ({ doc, score: 0 })),
      (a, b) => this._rank(a) - this._rank(b)
    );
  }

  /** The place of a data set among all by title. Comparing titles as people do is slow, so it is done once. */
  private _rank(doc: number): number {
    this._ranks ??= titleRanks(this._datasets);
    return this._ranks[doc] ?? 0;
  }

  private _sorted(
    found: readonly IScored[],
    sort: CatalogSort
  ): readonly IScored[] {
    switch (sort) {
      case 'best':
        return found;
      case 'title':
        return sortedBy(found, (a, b) => this._rank(a) - this._rank(b));
      case 'updated':
        return sortedBy(found, (a, b) =>
          this._updatedAt(b) < this._updatedAt(a) ? -1 : 1
        );
    }
  }

  /** The last change of any of its stores; what is not known comes last. */
  private _updatedAt(doc: number): string {
    const stores = this._datasets[doc]?.stores ?? [];
    return stores.reduce(
      (latest, { lastUpdatedAt }) =>
        lastUpdatedAt !== null && lastUpdatedAt > latest
          ? lastUpdatedAt
          : latest,
      ''
    );
  }

  /** What may have been meant when nothing was found: as far away as half the letters. */
  private _guess(typed: readonly string[]): string[] {
    return typed.flatMap(word => {
      const slips = Math.min(Math.floor(word.length / 2), 4);
      return this._words.nearest(word, slips).slice(0, 1);
    });
  }

  private readonly _datasets: readonly Dataset[];
  private readonly _traits: readonly ITraits[];
  private readonly _sources: ReadonlyMap<string, readonly string[]>;
  private readonly _byId: ReadonlyMap<string, Dataset>;
  private readonly _words: WordList;
  private readonly _index: InvertedIndex;
  private readonly _facets: FacetIndex;
  /** Made when first shown: most are never. */
  private readonly _summaries = new Map<number, string>();
  private _ranks: Uint32Array | undefined;
}

/** To a thousandth: more digits say nothing and take up room. */
function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function titleRanks(datasets: readonly Dataset[]): Uint32Array {
  const sorted = [...datasets.entries()].sort(([, a], [, b]) =>
    COLLATOR.compare(a.title, b.title)
  );
  const ranks = new Uint32Array(datasets.length);
  for (const [rank, [doc]] of sorted.entries()) {
    ranks[doc] = rank;
  }
  return ranks;
}

function sortedBy(
  found: readonly IScored[],
  compare: (a: number, b: number) => number
): readonly IScored[] {
  return [...found].sort((a, b) => compare(a.doc, b.doc) || a.doc - b.doc);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}

const COLLATOR = new Intl.Collator('en', { numeric: true });
