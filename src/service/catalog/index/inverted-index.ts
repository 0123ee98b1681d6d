import {
  fieldOf,
  usesOf,
  type IBuiltPostings,
  type IPostings
} from './postings';

/** BM25+ with the parameters that Lucene and MiniSearch begin with: Lv and Zhai, 2011. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.7;
const LOWER_BOUND = 0.5;

/** Each letter that was not typed takes this part from a completed word's weight. */
const UNTYPED_LETTER = 0.3;

/** One thing that is looked for. */
export interface ISearchTerm {
  readonly term: string;
  readonly weight: number;
  /** Greater than 0: words that begin with the term count as well, by this factor. */
  readonly prefixWeight: number;
  /** Bits of the words of the query that this term stands for, at most 32 of them. */
  readonly stands: number;
}

/** A document that has some of the terms. */
export interface IMatch {
  readonly doc: number;
  readonly score: number;
  /** Bits of the words of the query that were found. */
  readonly found: number;
}

/**
 * Full-text search over documents of several fields, in flat arrays.
 */
export class InvertedIndex {
  /**
   * @param weights - How much a word counts in each field.
   */
  constructor(weights: readonly number[], built: IBuiltPostings) {
    const { lengths, terms, starts, postings } = built;
    this._weights = weights;
    this._lengths = Uint16Array.from(lengths, many => Math.min(many, 65_535));
    this._count = lengths.length / weights.length;
    this._means = weights.map((_, field) => {
      let sum = 0;
      for (let at = field; at < lengths.length; at += weights.length) {
        sum += lengths[at] ?? 0;
      }
      return sum / Math.max(this._count, 1);
    });
    this._terms = terms;
    this._starts = starts;
    this._postings = postings;
  }

  /**
   * Whether any document has the term.
   */
  has(term: string): boolean {
    return this._terms[this._firstFrom(term)] === term;
  }

  /**
   * The documents that have at least one of the terms, in no order.
   */
  search(terms: readonly ISearchTerm[]): IMatch[] {
    const scores = new Float64Array(this._count);
    const found = new Uint32Array(this._count);
    const variety = new Uint8Array(this._count);
    // The last term that touched a document, from 1.
    const last = new Uint16Array(this._count);
    for (const [number, wanted] of terms.entries()) {
      const touch = (doc: number, score: number): void => {
        scores[doc] = (scores[doc] ?? 0) + score;
        found[doc] = (found[doc] ?? 0) | wanted.stands;
        if (last[doc] !== number + 1) {
          last[doc] = number + 1;
          variety[doc] = (variety[doc] ?? 0) + 1;
        }
      };
      this._collect(wanted, touch);
    }
    const matches: IMatch[] = [];
    for (let doc = 0; doc < this._count; doc++) {
      const kinds = variety[doc] ?? 0;
      if (kinds > 0) {
        // Who has many of the terms fits better than who has one of them often.
        const score = (scores[doc] ?? 0) * Math.sqrt(kinds);
        matches.push({ doc, score, found: found[doc] ?? 0 });
      }
    }
    return matches;
  }

  private _collect(
    { term, weight, prefixWeight }: ISearchTerm,
    touch: (doc: number, score: number) => void
  ): void {
    let index = this._firstFrom(term);
    if (this._terms[index] === term) {
      this._score(index, weight, touch);
      index++;
    }
    for (; prefixWeight > 0; index++) {
      const completed = this._terms[index];
      if (completed?.startsWith(term) !== true) {
        return;
      }
      const { length } = completed;
      const share = length / (length + UNTYPED_LETTER * (length - term.length));
      this._score(index, weight * prefixWeight * share, touch);
    }
  }

  /** Score a term in every document that has it, field by field. */
  private _score(
    index: number,
    weight: number,
    touch: (doc: number, score: number) => void
  ): void {
    const { docs, tags } = this._postings;
    const end = this._starts[index + 1] ?? 0;
    let at = this._starts[index] ?? 0;
    while (at < end) {
      const field = fieldOf(tags[at] ?? 0);
      let fieldEnd = at + 1;
      while (fieldEnd < end && fieldOf(tags[fieldEnd] ?? 0) === field) {
        fieldEnd++;
      }
      const having = fieldEnd - at;
      const rarity = Math.log(
        1 + (this._count - having + 0.5) / (having + 0.5)
      );
      const factor = weight * (this._weights[field] ?? 0) * rarity;
      const mean = this._means[field] || 1;
      for (; at < fieldEnd; at++) {
        const doc = docs[at] ?? 0;
        const uses = usesOf(tags[at] ?? 0);
        const length = this._lengths[doc * this._weights.length + field] ?? 0;
        const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / mean;
        const part =
          LOWER_BOUND + (uses * (SATURATION + 1)) / (uses + SATURATION * norm);
        touch(doc, factor * part);
      }
    }
  }

  private _firstFrom(term: string): number {
    let low = 0;
    let high = this._terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this._terms[middle] ?? '') < term) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private readonly _weights: readonly number[];
  /** Of field `f` of document `d` at `d * fields + f`. */
  private readonly _lengths: Uint16Array;
  private readonly _means: readonly number[];
  private readonly _count: number;
  private readonly _terms: readonly string[];
  private readonly _starts: Uint32Array;
  private readonly _postings: IPostings;
}
