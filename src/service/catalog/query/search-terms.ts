import type { ISearchTerm } from '../index/inverted-index';
import { regionTerms } from './region-terms';
import type { WordList } from '../index/spelling';
import { alternativesTo } from './alternatives';
import { pointersOf } from './pointers';
import { isTelling, root } from '../words';
import { importanceOf } from './importance';

/** A relative of the word that was typed counts less than the word. */
const ROOT_WEIGHT = 0.5;

/** Where the vocabulary knows what a word means, the meaning counts for more than the word. */
const EXPLAINED_WEIGHT = 0.5;

/** What was only begun counts less than what was written out. */
const PREFIX_WEIGHT = 0.4;

/** How data are is less than what they are of. */
const QUALIFIER_WEIGHT = 0.6;

/** A word as it is looked for, with the bits of the words of the query that it stands for. */
export interface IToken {
  readonly word: string;
  readonly bits: number;
}

/**
 * What is looked for when these words are asked: the words, their relatives, the places they name, and the lines of the
 * vocabulary that they point to.
 *
 * @param readings - The query in the ways in which it may be read, at most 32 words each; the last word may still be being
 * typed.
 * @param minPrefixLength - Shorter words are not completed.
 */
export function searchTerms(
  readings: readonly (readonly IToken[])[],
  known: WordList,
  minPrefixLength: number
): ISearchTerm[] {
  const terms = new Map<string, ISearchTerm>();
  for (const reading of readings) {
    for (const term of termsOf(reading, known, minPrefixLength)) {
      const before = terms.get(term.term);
      terms.set(
        term.term,
        before
          ? {
              term: term.term,
              weight: Math.max(before.weight, term.weight),
              prefixWeight: Math.max(before.prefixWeight, term.prefixWeight),
              stands: before.stands | term.stands
            }
          : term
      );
    }
  }
  return [...terms.values()];
}

function termsOf(
  tokens: readonly IToken[],
  known: WordList,
  minPrefixLength: number
): ISearchTerm[] {
  const query = tokens.map(({ word }) => word);
  const pointers = pointersOf(query);
  const explained = new Set(
    pointers.flatMap(({ weight, words }) => (weight === 1 ? words : []))
  );
  const importance = importanceOf(query, word => known.isRecorded(word));
  const places = regionTerms(query);
  const last = query.at(-1);
  // A "projection" is a "project" to nobody.
  const roots = new Set(
    query.map(root).filter(part => !query.includes(part) && isTelling(part))
  );
  const written = (term: string, weight: number): ISearchTerm => ({
    term,
    weight,
    prefixWeight:
      term.length >= minPrefixLength &&
      (term === last || roots.has(term) || !known.has(term))
        ? PREFIX_WEIGHT
        : 0,
    stands: standFor(tokens, [term])
  });
  return [
    ...[...pointers, ...places].map(pointer => ({
      term: pointer.key,
      weight:
        'isQualifier' in pointer && pointer.isQualifier
          ? pointer.weight * QUALIFIER_WEIGHT
          : pointer.weight,
      prefixWeight: 0,
      stands: standFor(tokens, pointer.words)
    })),
    ...query.map((word, index) =>
      written(
        word,
        (explained.has(word) ? EXPLAINED_WEIGHT : 1) *
          Math.min(importance[index] ?? 1, 1)
      )
    ),
    ...[...roots].map(part => written(part, ROOT_WEIGHT))
  ];
}

/** The bits of all words that are among these, as they stand or by their root. */
function standFor(
  tokens: readonly IToken[],
  covered: readonly string[]
): number {
  return tokens.reduce(
    (bits, { word, bits: own }) =>
      covered.includes(word) || covered.includes(root(word))
        ? bits | own
        : bits,
    0
  );
}

/**
 * What is looked for in place of products that no record has: those of the same kind.
 *
 * @param isThere - Whether the index has a term.
 */
export function alternativeTerms(
  tokens: readonly IToken[],
  isThere: (term: string) => boolean
): ISearchTerm[] {
  const query = tokens.map(({ word }) => word);
  return alternativesTo(query, isThere).map(({ key, weight, words }) => ({
    term: key,
    weight,
    prefixWeight: 0,
    stands: tokens.reduce(
      (bits, token) => (words.includes(token.word) ? bits | token.bits : bits),
      0
    )
  }));
}
