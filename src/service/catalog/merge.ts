import type { Dataset } from '../../contract';
import type { ICatalogContent } from './records';
import { UniqueIds } from './unique-ids';

/** As many unreadable records are named; the rest is counted. */
const MAX_LISTED = 100;

/**
 * Several catalogs as one. A data set that two of them have is listed once; two different ones under
 * the same id are told apart.
 */
export function merge(contents: readonly ICatalogContent[]): ICatalogContent {
  const [only] = contents;
  if (only && contents.length === 1) {
    return only;
  }
  const ids = new UniqueIds();
  const known = new Set<string>();
  const datasets: Dataset[] = [];
  for (const dataset of contents.flatMap(content => content.datasets)) {
    const identity = JSON.stringify([
      dataset.title.toLowerCase(),
      ...dataset.stores.map(({ url }) => url).sort()
    ]);
    if (!known.has(identity)) {
      known.add(identity);
      datasets.push({ ...dataset, id: ids.next(dataset.id) });
    }
  }
  return {
    datasets,
    storeCount: total(contents.map(content => content.storeCount)),
    skipped: contents.flatMap(({ skipped }) => skipped).slice(0, MAX_LISTED),
    skippedCount: total(contents.map(content => content.skippedCount))
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
