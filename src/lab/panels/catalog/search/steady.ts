import type { CatalogAnswer, Facet } from '../../../../contract';

/**
 * A newer answer to the same search, in the order of the one that is shown: what a reader looks at stays where it is, and
 * what is new comes after it.
 */
export function steady(
  newer: CatalogAnswer,
  shown: CatalogAnswer
): CatalogAnswer {
  return {
    ...newer,
    hits: inOrderOf(newer.hits, shown.hits, ({ id }) => id),
    facets: newer.facets.map(facet => steadyFacet(facet, shown.facets))
  };
}

function steadyFacet(facet: Facet, shown: readonly Facet[]): Facet {
  const values = shown.find(({ name }) => name === facet.name)?.values ?? [];
  return {
    ...facet,
    values: inOrderOf(facet.values, values, ({ value }) => value)
  };
}

function inOrderOf<T>(
  items: readonly T[],
  shown: readonly T[],
  key: (item: T) => string
): T[] {
  const places = new Map(shown.map((item, place) => [key(item), place]));
  const placeOf = (item: T): number => places.get(key(item)) ?? shown.length;
  // Sorting is stable: the new ones keep their own order.
  return [...items].sort((one, other) => placeOf(one) - placeOf(other));
}
