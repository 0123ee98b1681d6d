import type { Store, StoreKnowledge, StoreReach } from '../../../../contract';
import type { IDatasetPage } from '../catalog-model';

/**
 * A store as its page shows it: the record's, with what a check found out.
 */
export interface IShownStore extends Store {
  /** Null: not checked yet. */
  readonly check: StoreReach | null;
  /** Packages that its code needs and this image lacks. */
  readonly missing: readonly string[];
  /** What was found out at other times; null: nobody says. */
  readonly known: StoreKnowledge | null;
}

/**
 * The stores of the open data set; code that fits what a store turned out to be takes the place of the record's.
 */
export function shownStores(page: IDatasetPage): readonly IShownStore[] {
  const { dataset, reach } = page;
  const lacking = new Set([
    ...(dataset.value?.missingPackages ?? []),
    ...(reach.value?.missingPackages ?? [])
  ]);
  const known = new Map(dataset.value?.known.map(each => [each.id, each]));
  const checks = new Map(reach.value?.stores.map(each => [each.id, each]));
  return (dataset.value?.stores ?? []).map(store => {
    const check = checks.get(store.id) ?? null;
    const shown = { ...store, ...check?.code, check };
    const missing = shown.packages.filter(name => lacking.has(name));
    return { ...shown, missing, known: known.get(store.id) ?? null };
  });
}
