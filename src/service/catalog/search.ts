import MiniSearch from 'minisearch';
import type { CatalogHit, CatalogResults, Dataset } from '../../contract';
import {
  describe,
  FIELD_WEIGHTS,
  keyFields,
  type IDocument,
  type IKeyFields
} from './document';
import { byScore, refine, type IScored } from './refine';
import { WordList } from './spelling';
import { firstSentence } from './text';
import { pointersOf, vocabularyWords, type IPointer } from './vocabulary';
import { queryWords, root, words } from './words';

/** More hits than this nobody reads. */
const DEFAULT_LIMIT = 200;

/** What a line or two of the sidebar hold. */
const MAX_SUMMARY = 160;
const MAX_TAGS = 12;

/** Two letters begin hundreds of words: they are completed only where they are no word themselves. */
const MIN_PREFIX_LENGTH = 3;

/** A relative of the word that was typed counts less than the word. */
const ROOT_WEIGHT = 0.5;

/** Where the vocabulary knows what a word means, the meaning counts for more than the word. */
const EXPLAINED_WEIGHT = 0.5;

/** What was only begun counts less than what was written out. */
const PREFIX_WEIGHT = 0.4;

/** What has less of the query than this part of what the best has is there by chance. */
const MIN_SHARE = 0.6;

type Numbered = IDocument & IKeyFields & { readonly number: number };

/**
 * Search over data sets: by word, by the beginning of a word, with slips of the finger, and by what
 * they are also called.
 */
export class CatalogIndex {
  constructor(datasets: readonly Dataset[]) {
    this._datasets = datasets;
    this._byId = new Map(datasets.map(dataset => [dataset.id, dataset]));
    const counts = new Map(vocabularyWords().map(word => [word, 0]));
    this._index = new MiniSearch<Numbered>({
      idField: 'number',
      fields: Object.keys(FIELD_WEIGHTS),
      tokenize: (text, field) => {
        if (field === 'named' || field === 'held') {
          return text.split(' ');
        }
        const found = words(text);
        for (const word of found) {
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }
        return found;
      },
      // `words` has done it all.
      processTerm: word => word
    });
    this._index.addAll(
      datasets.map((dataset, number) => ({
        number,
        ...describe(dataset),
        ...keyFields(dataset)
      }))
    );
    this._words = new WordList(counts);
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
  search(text: string, limit = DEFAULT_LIMIT): CatalogResults {
    const typed = queryWords(text);
    const query = typed.flatMap((_, index) => this._correct(typed, index));
    // One letter says nothing yet.
    const found = query.join('').length > 1 ? this._find(query) : this._all();
    const spelling =
      found.length > 0 ? query.join(' ') : this._guess(typed).join(' ');
    return {
      query: text,
      total: found.length,
      hits: found
        .slice(0, limit)
        .map(({ dataset, score }) => this._hit(dataset, score)),
      suggestion:
        spelling === typed.join(' ') || spelling === '' ? null : spelling
    };
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
    return refine(found.length > 0 ? found : this._score(query, 2), query);
  }

  private _score(query: readonly string[], minPrefixLength: number): IScored[] {
    const pointers = new Map(
      pointersOf(query).map(pointer => [pointer.key, pointer])
    );
    const explained = new Set(
      [...pointers.values()].flatMap(pointer =>
        pointer.weight === 1 ? pointer.words : []
      )
    );
    const last = query.at(-1);
    const roots = new Set(
      query.map(root).filter(part => !query.includes(part))
    );
    const results = this._index.search('', {
      boost: FIELD_WEIGHTS,
      tokenize: () => [...pointers.keys(), ...query, ...roots],
      combineWith: 'OR',
      prefix: term =>
        term.length >= minPrefixLength &&
        !pointers.has(term) &&
        (term === last || roots.has(term) || !this._words.has(term)),
      boostTerm: term =>
        pointers.get(term)?.weight ??
        (roots.has(term)
          ? ROOT_WEIGHT
          : explained.has(term)
            ? EXPLAINED_WEIGHT
            : 1),
      weights: { prefix: PREFIX_WEIGHT, fuzzy: 0 }
    });
    const shares = new Map<string, number>();
    const shareOf = (found: readonly string[]): number => {
      // Thousands of results have the same few words.
      const same = found.join(' ');
      const share = shares.get(same) ?? coverage(query, found, pointers);
      shares.set(same, share);
      return share;
    };
    const scored = results.map(({ id, score, queryTerms }) => ({
      number: Number(id),
      score,
      share: shareOf(queryTerms)
    }));
    const best = scored.reduce((most, { share }) => Math.max(most, share), 0);
    const found = scored.flatMap(({ number, score, share }) => {
      const dataset = this._datasets[number];
      // Who asks for three words wants all three: one rare word alone does not outweigh them.
      return dataset && share >= best * MIN_SHARE
        ? [{ dataset, score: score * share ** 2 }]
        : [];
    });
    return found.sort(byScore);
  }

  private _all(): IScored[] {
    return this._datasets
      .map(dataset => ({ dataset, score: 0 }))
      .sort((a, b) => COLLATOR.compare(a.dataset.title, b.dataset.title));
  }

  /** What may have been meant when nothing was found: as far away as half the letters. */
  private _guess(typed: readonly string[]): string[] {
    return typed.flatMap(word => {
      const slips = Math.min(Math.floor(word.length / 2), 4);
      return this._words.nearest(word, slips).slice(0, 1);
    });
  }

  private _hit(dataset: Dataset, score: number): CatalogHit {
    const { id, title, description, tags, stores } = dataset;
    const summary =
      this._summaries.get(id) ?? firstSentence(description, MAX_SUMMARY);
    this._summaries.set(id, summary);
    return {
      id,
      title,
      score: Math.round(score * 1000) / 1000,
      summary,
      tags: tags.slice(0, MAX_TAGS),
      formats: [...new Set(stores.map(({ format }) => format))],
      storeCount: stores.length
    };
  }

  private readonly _datasets: readonly Dataset[];
  private readonly _byId: ReadonlyMap<string, Dataset>;
  private readonly _words: WordList;
  /** Made when first shown: most are never. */
  private readonly _summaries = new Map<string, string>();
  private readonly _index: MiniSearch<Numbered>;
}

/** How much of the query these terms of it stand for, from 0 to 1. */
function coverage(
  query: readonly string[],
  found: readonly string[],
  pointers: ReadonlyMap<string, IPointer>
): number {
  const covered = new Set(
    found.flatMap(term => pointers.get(term)?.words ?? term)
  );
  const words = query.filter(
    word => covered.has(word) || covered.has(root(word))
  );
  return words.length / query.length;
}

const COLLATOR = new Intl.Collator('en', { numeric: true });
