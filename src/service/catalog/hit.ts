import type { CatalogHit, Dataset, StoreVariable } from '../../contract';
import type { ITraits } from './traits';
import { keysOfVariable } from './vocabulary';
import { words } from './words';

/** What a line or two of the sidebar hold. */
const MAX_TAGS = 12;
const MAX_VARIABLES = 12;

/** Variables of one data set that are looked at for what was asked. */
const MAX_COMPARED = 60;

/** What a question points to. */
export interface IAsked {
  readonly words: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/**
 * What the result list shows of a data set's contents.
 */
export function makeHit(
  dataset: Dataset,
  traits: ITraits,
  asked: IAsked
): Omit<CatalogHit, 'score' | 'summary' | 'sources'> {
  const { id, title, tags, stores } = dataset;
  return {
    id,
    title,
    tags: tags.slice(0, MAX_TAGS),
    formats: [...new Set(stores.map(({ format }) => format))],
    storeCount: stores.length,
    variables: askedFirst(traits.variables, asked)
      .slice(0, MAX_VARIABLES)
      .map(({ name }) => name),
    variableCount: traits.variables.length,
    cadence: traits.cadence,
    resolutionDegrees: traits.resolutionDegrees,
    years: traits.years,
    opens: traits.opens
  };
}

function askedFirst(
  variables: readonly StoreVariable[],
  asked: IAsked
): readonly StoreVariable[] {
  if (asked.words.size === 0) {
    return variables;
  }
  const isAsked = (variable: StoreVariable): boolean =>
    keysOfVariable(variable).some(key => asked.keys.has(key)) ||
    words(`${variable.name} ${variable.longName ?? ''}`).some(word =>
      asked.words.has(word)
    );
  const compared = variables.slice(0, MAX_COMPARED);
  const wanted = new Set(compared.filter(isAsked));
  return [...wanted, ...variables.filter(variable => !wanted.has(variable))];
}
