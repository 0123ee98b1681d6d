import type { Dataset, StoreVariable } from '../../contract';
import { standardName } from './cf/standard-names';
import { toldBy } from './told';
import type { ITraits } from './traits';
import { keysOf, keysOfVariable } from './vocabulary';

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
}

/**
 * Lines of the vocabulary that a data set belongs to: those its record names, those that its variables
 * are, and those that its products are known to hold. Keys with spaces between them, not words.
 */
export interface IKeyFields {
  readonly named: string;
  readonly measured: string;
  readonly held: string;
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
  named: 20,
  measured: 16,
  held: 14
};

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
    grid: gridText(dataset, traits)
  };
}

/**
 * The keys of a data set, from what its record says about the data. Its maintainers may be called anything.
 */
export function keyFields(
  dataset: Dataset,
  { variables }: ITraits
): IKeyFields {
  const { title, tags, description, stores, providers } = dataset;
  const { named, held } = keysOf(
    [
      title,
      tags.join(', '),
      description,
      ...stores.map(({ name, id }) => `${name}, ${id}`),
      ...providers.map(({ name }) => name)
    ].join(', ')
  );
  return {
    named: named.join(' '),
    measured: [...new Set(variables.flatMap(keysOfVariable))].join(' '),
    held: held.join(' ')
  };
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
