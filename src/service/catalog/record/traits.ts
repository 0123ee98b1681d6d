import type {
  CatalogHit,
  Dataset,
  Extent,
  StoreFacts,
  StoreVariable
} from '../../../contract';
import { regionsNamed } from '../region/named-regions';
import {
  nearestRegion,
  offeredRegions,
  regionsOfExtent,
  type IRegion
} from '../region/regions';
import { toldBy } from './told';

/** What is known of a store beyond its record. */
export interface IKnownStore {
  /** Null: its metadata were not read. */
  readonly facts: StoreFacts | null;
  readonly isOpen: boolean;
  /** When it was tried, UTC. */
  readonly checkedAt: string;
}

/** By the store's address. */
export type KnownStores = ReadonlyMap<string, IKnownStore>;

/** What a data set as a whole is like. */
export interface ITraits extends Pick<
  CatalogHit,
  'cadence' | 'resolutionDegrees' | 'years' | 'opens'
> {
  /** Of all stores, each once. */
  readonly variables: readonly StoreVariable[];
  readonly dimensions: readonly string[];
  /** Where its data lie, by the bounds of its stores and by its own words; none: not known. */
  readonly regions: readonly IRegion[];
  /** The same without those that lie in another, and with those around them: what people choose among. */
  readonly offeredRegions: readonly IRegion[];
}

/** Several stores of one data set mostly hold the same. */
const MAX_VARIABLES = 500;

/**
 * Put together what the stores' own metadata say; what they do not, the record's words may.
 */
export function traitsOf(dataset: Dataset, known: KnownStores): ITraits {
  const stores = dataset.stores.flatMap(({ url }) => known.get(url) ?? []);
  const facts = stores.flatMap(store => store.facts ?? []);
  const told = toldBy(
    [
      dataset.title,
      dataset.description,
      ...dataset.stores.map(({ name }) => name)
    ].join('. ')
  );
  const resolutions = facts.flatMap(
    ({ resolutionDegrees }) => resolutionDegrees ?? []
  );
  const named = regionsNamed(dataset);
  const extents = extentsOf(facts);
  return {
    variables: variablesOf(facts),
    dimensions: [
      ...new Set(
        facts.flatMap(({ dimensions }) => dimensions.map(({ name }) => name))
      )
    ],
    cadence:
      facts.find(({ cadence }) => cadence !== null)?.cadence ?? told.cadence,
    resolutionDegrees:
      resolutions.length > 0
        ? Math.min(...resolutions)
        : told.resolutionDegrees,
    years: yearsOf(facts) ?? told.years,
    regions: [...new Set([...extents.flatMap(regionsOfExtent), ...named])],
    offeredRegions: offeredRegions(named, extents.flatMap(nearestRegion)),
    opens: opensOf(stores)
  };
}

function variablesOf(facts: readonly StoreFacts[]): StoreVariable[] {
  const byName = new Map<string, StoreVariable>();
  for (const variable of facts.flatMap(({ variables }) => variables)) {
    if (byName.size < MAX_VARIABLES && !byName.has(variable.name)) {
      byName.set(variable.name, variable);
    }
  }
  return [...byName.values()];
}

/** Each once: the stores of a data set mostly lie in the same place. */
function extentsOf(facts: readonly StoreFacts[]): readonly Extent[] {
  const byBounds = new Map(
    facts.flatMap(({ extent }) =>
      extent ? [[Object.values(extent).join(), extent] as const] : []
    )
  );
  return [...byBounds.values()];
}

function yearsOf(facts: readonly StoreFacts[]): ITraits['years'] {
  const spans = facts.flatMap(({ timeSpan }) => timeSpan ?? []);
  if (spans.length === 0) {
    return null;
  }
  const year = (day: string): number => Number(day.slice(0, 4));
  return {
    first: Math.min(...spans.map(({ start }) => year(start))),
    last: Math.max(...spans.map(({ end }) => year(end)))
  };
}

/** Open when one store is; the date is that of the oldest check that this rests on. */
function opensOf(stores: readonly IKnownStore[]): ITraits['opens'] {
  const open = stores.filter(({ isOpen }) => isOpen);
  const basis = open.length > 0 ? open : stores;
  const [checkedAt] = basis.map(store => store.checkedAt).sort();
  return checkedAt === undefined
    ? null
    : { isOpen: open.length > 0, checkedAt };
}
