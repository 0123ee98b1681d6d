import type { ISearchTerm } from './inverted-index';
import type { WordList } from './spelling';
import { pointersOf } from './vocabulary';
import { root } from './words';

/** A relative of the word that was typed counts less than the word. */
const ROOT_WEIGHT = 0.5;

/** Where the vocabulary knows what a word means, the meaning counts for more than the word. */
const EXPLAINED_WEIGHT = 0.5;

/** What was only begun counts less than what was written out. */
const PREFIX_WEIGHT = 0.4;

/**
 * What is looked for when these words are asked: the words, their relatives, and the lines of the vocabulary that they point to.
 *
 * @param query - At most 32 words; the last one may still be being typed.
 * @param minPrefixLength - Shorter words are not completed.
 */
export function searchTerms(
  query: readonly string[],
  known: WordList,
  minPrefixLength: number
): ISearchTerm[] {
  const pointers = pointersOf(query);
  const explained = new Set(
    pointers.flatMap(({ weight, words }) => (weight === 1 ? words : []))
  );
  const last = query.at(-1);
  const roots = new Set(query.map(root).filter(part => !query.includes(part)));
  /** Bits of the words of the query that these stand for. */
  const standFor = (covered: readonly string[]): number =>
    query.reduce(
      (bits, word, index) =>
        covered.includes(word) || covered.includes(root(word))
          ? bits | (1 << index)
          : bits,
      0
    );
  const written = (term: string, weight: number): ISearchTerm => ({
    term,
    weight,
    prefixWeight:
      term.length >= minPrefixLength &&
      (term === last || roots.has(term) || !known.has(term))
        ? PREFIX_WEIGHT
        : 0,
    stands: standFor([term])
  });
  return [
    ...pointers.map(({ key, weight, words }) => ({
      term: key,
      weight,
      prefixWeight: 0,
      stands: standFor(words)
    })),
    ...query.map(word =>
      written(word, explained.has(word) ? EXPLAINED_WEIGHT : 1)
    ),
    ...[...roots].map(part => written(part, ROOT_WEIGHT))
  ];
}
