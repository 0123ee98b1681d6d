import type { Dataset } from '../../contract';
import { expand } from './vocabulary';

/**
 * What is searched of a data set: a field for each kind of thing that people remember.
 */
export interface IDocument {
  readonly title: string;
  readonly tags: string;
  readonly description: string;
  readonly people: string;
  readonly stores: string;
  /** Other names of what the record names. */
  readonly same: string;
  /** What the products it names are known to hold. */
  readonly holds: string;
  /** Meanings that the record names, and those that its products hold: keys, not words. */
  readonly meanings: string;
  readonly heldMeanings: string;
}

/**
 * How much a word counts in each field. The title says what a data set is; `holds` is what we know and
 * not what the record says. `bench/catalog/quality.ts` measures a change.
 */
export const FIELD_WEIGHTS: Readonly<Record<keyof IDocument, number>> = {
  title: 6,
  tags: 3,
  same: 3,
  people: 2,
  stores: 2,
  holds: 1.5,
  meanings: 8,
  heldMeanings: 5,
  description: 1.5
};

/**
 * The searchable text of a data set.
 */
export function describe(dataset: Dataset): IDocument {
  const { title, description } = dataset;
  const tags = dataset.tags.join(', ');
  const stores = dataset.stores
    .map(({ name, id }) => `${name}, ${id}`)
    .join(', ');
  const providers = dataset.providers.map(({ name }) => name).join(', ');
  const maintainers = dataset.maintainers.map(({ name }) => name).join(', ');
  return {
    title,
    tags,
    description,
    people: `${providers}, ${maintainers}`,
    stores,
    ...expand([title, tags, description, stores, providers].join(', '))
  };
}
