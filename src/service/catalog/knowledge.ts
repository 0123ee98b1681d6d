import type { Dataset, StoreKnowledge, StoreSize } from '../../contract';
import { sizePlan } from './size/size-plan';
import type { KnownStores } from './record/traits';

/** A page names a few and counts the others. */
const MAX_VARIABLES = 50;

/**
 * What was found out about each store of a data set at other times.
 */
export function knowledgeOf(
  { stores }: Dataset,
  known: KnownStores,
  sizes: ReadonlyMap<string, StoreSize>
): StoreKnowledge[] {
  return stores.map(store => {
    const facts = known.get(store.url)?.facts ?? null;
    return {
      id: store.id,
      facts: facts && {
        ...facts,
        variables: facts.variables.slice(0, MAX_VARIABLES)
      },
      variableCount: facts?.variables.length ?? 0,
      size: sizes.get(store.url) ?? null,
      isMeasurable: sizePlan(store) !== null
    };
  });
}
