import type { Dataset, StoreVariable } from '../../../contract';
import { standardName } from '../cf/standard-names';
import { nearRegions, regionKey } from '../region/regions';
import { toldBy } from '../record/told';
import type { ITraits } from '../record/traits';
import { keysOf, keysOfVariable } from '../vocabulary/vocabulary';
import { words } from '../words';

/**
 * What is searched of a data set: a field for each kind of thing that people remember.
 */
export interface IDocument {
  readonly title: string;
  readonly tags: string;
  readonly description: string;
  readonly people: string;
  readonly stores: string;
  /** Short names, standard names and long names. */
  readonly variables: string;
  /** Units, dimensions, and how finely it is resolved. */
  readonly grid: string;
  /** What its providers say of themselves and of where it comes from. */
  readonly provenance: string;
  /** Names in the addresses of its stores: `noaa_oisst/v2.1-avhrr.zarr`. */
  readonly addresses: string;
}

/**
 * Lines of the vocabulary that a data set belongs to: those its record names, those that its variables
 * are, and those that its products are known to hold. Keys with spaces between them, not words.
 */
export interface IKeyFields {
  readonly named: string;
  /** Those that its description, its stores or its providers name: it may be about something else. */
  readonly mentioned: string;
  readonly measured: string;
  /** What the products of its title are known to hold. */
  readonly held: string;
  /** What those hold that it mentions: a model's output that was made from ERA5 is no ERA5. */
  readonly heldBeside: string;
  /** Regions that it is of, and those around and within them. */
  readonly places: string;
  readonly near: string;
}

/**
 * How much a word counts in each field. The title says what a data set is; `held` is what we know and
 * not what the record says. `./dev bench catalog` measures a change.
 */
export const FIELD_WEIGHTS: Readonly<
  Record<keyof (IDocument & IKeyFields), number>
> = {
  title: 6,
  tags: 3,
  people: 2,
  stores: 2,
  description: 1.5,
  variables: 3,
  grid: 1,
  provenance: 0.5,
  addresses: 1,
  named: 20,
  mentioned: 14,
  measured: 16,
  held: 14,
  heldBeside: 10,
  places: 12,
  near: 6
};

/** More addresses than that differ by a year or a region alone. */
const MAX_ADDRESSES = 20;

/**
 * The searchable text of a data set.
 */
export function describe(dataset: Dataset, traits: ITraits): IDocument {
  const { title, description } = dataset;
  const people = [...dataset.providers, ...dataset.maintainers];
  return {
    title,
    tags: dataset.tags.join(', '),
    description,
    people: people.map(({ name }) => name).join(', '),
    stores: dataset.stores.map(({ name, id }) => `${name}, ${id}`).join(', '),
    variables: traits.variables.map(variableText).join(', '),
    grid: gridText(dataset, traits),
    provenance: dataset.providers
      .map(({ description: said }) => said)
      .filter(said => said !== null)
      .join(', '),
    addresses: dataset.stores
      .slice(0, MAX_ADDRESSES)
      .map(({ url }) => namesIn(url))
      .join(', ')
  };
}

/**
 * The terms of a data set, a list for each field in the order of the weights.
 *
 * @param counts - Takes the uses of every word.
 */
export function termsOf(
  dataset: Dataset,
  traits: ITraits,
  counts: Map<string, number>
): readonly (readonly string[])[] {
  const text = describe(dataset, traits);
  const keys = keyFields(dataset, traits);
  return FIELDS.map(field => {
    if (field in keys) {
      return keys[field as keyof IKeyFields].split(' ').filter(Boolean);
    }
    const found = words(text[field as keyof IDocument]);
    for (const word of found) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return found;
  });
}

const FIELDS = Object.keys(FIELD_WEIGHTS) as (keyof typeof FIELD_WEIGHTS)[];

/** The path without the words that every store has in it. */
function namesIn(url: string): string {
  const [, path = ''] = /^\w+:\/\/[^/]*\/(.*)$/.exec(url) ?? [];
  return path.replace(/\.(zarr|nc4?|parquet|json)\b|\bfeedstocks?\b/gi, ' ');
}

/**
 * The keys of a data set, from what its record says about the data. Its maintainers may be called anything.
 */
function keyFields(
  dataset: Dataset,
  { variables, regions }: ITraits
): IKeyFields {
  const { title, tags, description, stores, providers } = dataset;
  const main = keysOf([title, tags.join(', ')].join(', '));
  const beside = keysOf(
    [
      ...stores.map(({ name, id }) => `${name}, ${id}`),
      ...providers.map(({ name }) => name),
      description
    ].join(', ')
  );
  return {
    named: main.named.join(' '),
    mentioned: without(beside.named, main.named).join(' '),
    measured: [...new Set(variables.flatMap(keysOfVariable))].join(' '),
    held: main.held.join(' '),
    heldBeside: without(beside.held, main.held).join(' '),
    places: regions.map(regionKey).join(' '),
    near: [
      ...new Set([...nearRegions(regions), ...main.regions, ...beside.regions])
    ]
      .filter(region => !regions.includes(region))
      .map(regionKey)
      .join(' ')
  };
}

function without(
  some: readonly string[],
  others: readonly string[]
): readonly string[] {
  return some.filter(one => !others.includes(one));
}

/** A store may use a name that CF has given up since: it is found by both. */
function variableText(variable: StoreVariable): string {
  const { name, longName } = variable;
  const written = variable.standardName;
  const current = written === null ? null : standardName(written);
  const texts = new Set([name, written, current, longName]);
  return [...texts].filter(text => text !== null).join(', ');
}

function gridText(
  { title, description }: Dataset,
  { variables, dimensions, cadence, resolutionDegrees }: ITraits
): string {
  const told = toldBy(`${title}. ${description}`);
  const units = new Set(variables.flatMap(variable => variable.units ?? []));
  return [
    ...units,
    ...dimensions,
    // What the record says itself is found in its own field.
    cadence === told.cadence ? null : cadence,
    resolutionDegrees === null || resolutionDegrees === told.resolutionDegrees
      ? null
      : `${String(resolutionDegrees)} degree`
  ]
    .filter(text => text !== null)
    .join(', ');
}
