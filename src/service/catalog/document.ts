import type { Dataset } from '../../contract';
import { keysOf } from './vocabulary';

/**
 * What is searched of a data set: a field for each kind of thing that people remember.
 */
export interface IDocument {
  readonly title: string;
  readonly tags: string;
  readonly description: string;
  readonly people: string;
  readonly stores: string;
}

/**
 * Lines of the vocabulary that a data set belongs to: those its record names, and those that its
 * products are known to hold. Keys with spaces between them, not words.
 */
export interface IKeyFields {
  readonly named: string;
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
  named: 20,
  held: 14
};

/**
 * The searchable text of a data set.
 */
export function describe(dataset: Dataset): IDocument {
  const { title, description } = dataset;
  const people = [...dataset.providers, ...dataset.maintainers];
  return {
    title,
    tags: dataset.tags.join(', '),
    description,
    people: people.map(({ name }) => name).join(', '),
    stores: dataset.stores.map(({ name, id }) => `${name}, ${id}`).join(', ')
  };
}

/**
 * The keys of a data set, from what its record says about the data. Its maintainers may be called anything.
 */
export function keyFields(dataset: Dataset): IKeyFields {
  const { title, tags, description, stores } = describe(dataset);
  const providers = dataset.providers.map(({ name }) => name).join(', ');
  const { named, held } = keysOf(
    [title, tags, description, stores, providers].join(', ')
  );
  return { named: named.join(' '), held: held.join(' ') };
}
