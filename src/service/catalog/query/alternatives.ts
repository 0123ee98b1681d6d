import { namedProducts } from '../vocabulary/vocabulary';
import { products, type ILine } from '../vocabulary/vocabulary-tables';
import type { IPointer } from './pointers';

/** As many other products are looked for in place of one that is not there. */
const MAX_ALTERNATIVES = 8;

/** Products that share less of what they hold are of another kind. */
const MIN_ALIKE = 0.08;

/**
 * The lines of products that hold much of what those hold which a query names: "MERRA-2" leads to other reanalyses.
 *
 * @param isThere - Whether a record has a line; where one has the product itself, nothing takes its place.
 */
export function alternativesTo(
  query: readonly string[],
  isThere: (key: string) => boolean
): IPointer[] {
  return namedProducts
    .found(query)
    .filter(({ value }) => !isThere(value.key))
    .flatMap(({ value, words: name }) =>
      products
        .map(line => ({ line, share: alike(line, value) }))
        .filter(({ line, share }) => share >= MIN_ALIKE && isThere(line.key))
        .sort((a, b) => b.share - a.share)
        .slice(0, MAX_ALTERNATIVES)
        .map(({ line, share }) => ({
          key: line.key,
          weight: share,
          words: name,
          isQualifier: false
        }))
    );
}

/** The share of what the smaller one holds that the other holds too. */
function alike(a: ILine, b: ILine): number {
  const held = new Set(a.additions);
  const both = b.additions.filter(addition => held.has(addition)).length;
  return both / Math.max(b.additions.length, 1);
}
