import type { CatalogSort, Dataset } from '../../contract';
import type { IScored } from './query/refine';

const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * Puts data sets in the orders that people choose.
 */
export class Order {
  constructor(datasets: readonly Dataset[]) {
    this._datasets = datasets;
  }

  /**
   * All of them by title.
   */
  all(): readonly IScored[] {
    return this.sorted(
      this._datasets.map((_, doc) => ({ doc, score: 0 })),
      'title'
    );
  }

  /**
   * These in that order; `best` is the order they are in.
   */
  sorted(found: readonly IScored[], sort: CatalogSort): readonly IScored[] {
    switch (sort) {
      case 'best':
        return found;
      case 'title':
        return sortedBy(found, (a, b) => this._rank(a) - this._rank(b));
      case 'updated':
        return sortedBy(found, (a, b) => {
          const [first, second] = [this._updatedAt(a), this._updatedAt(b)];
          return second < first ? -1 : second > first ? 1 : 0;
        });
    }
  }

  /** The place of a data set among all by title. Comparing titles as people do is slow, so it is done once. */
  private _rank(doc: number): number {
    this._ranks ??= titleRanks(this._datasets);
    return this._ranks[doc] ?? 0;
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

  private readonly _datasets: readonly Dataset[];
  private _ranks: Uint32Array | undefined;
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
