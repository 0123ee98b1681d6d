import { words } from '../words';

/** A data set, by its number, with how well it fits. */
export interface IScored {
  readonly doc: number;
  readonly score: number;
}

/** What a reader may still look at; the order of the rest changes nothing. */
export const REFINED_HITS = 25;

/**
 * Sorts the better hit first.
 */
export function byScore(a: IScored, b: IScored): number {
  return b.score - a.score || a.doc - b.doc;
}

/**
 * The same hits, with those first in which the words stand side by side as in the query.
 *
 * @param textsOf - The texts of a data set, made anew for the few hits concerned: kept for all of them they would
 * double the index.
 */
export function refine(
  found: readonly IScored[],
  query: readonly string[],
  textsOf: (doc: number) => readonly string[]
): IScored[] {
  const pairs = query
    .slice(1)
    .map((word, index) => ` ${query[index] ?? ''} ${word}`);
  if (pairs.length === 0) {
    return [...found];
  }
  const refined = found.slice(0, REFINED_HITS).map(({ doc, score }) => {
    const text = textsOf(doc)
      .map(field => ` ${words(field).join(' ')}`)
      .join(' |');
    const together = pairs.filter(pair => text.includes(pair)).length;
    return { doc, score: score * (1 + together / (2 * pairs.length)) };
  });
  return [...refined.sort(byScore), ...found.slice(REFINED_HITS)];
}
