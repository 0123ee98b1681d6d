import type { CatalogAnswer } from '../../../contract';

/**
 * Whether a reader would see no difference between two answers to the same search.
 */
export function isAlike(one: CatalogAnswer, other: CatalogAnswer): boolean {
  const shown = ({ total, hits, facets }: CatalogAnswer): string =>
    JSON.stringify([total, hits.map(hit => ({ ...hit, score: 0 })), facets]);
  return shown(one) === shown(other);
}
