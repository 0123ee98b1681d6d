import { withMeanings } from '../vocabulary/vocabulary';
import {
  allOf,
  meanings,
  quantities,
  type ILine
} from '../vocabulary/vocabulary-tables';
import { pointersOf } from './pointers';

/** The quantities that belong to a line, by its key. */
const quantitiesOf = new Map<string, ILine[]>();
for (const line of quantities) {
  for (const { key } of withMeanings(line)) {
    const known = quantitiesOf.get(key) ?? [];
    known.push(line);
    quantitiesOf.set(key, known);
  }
}
const meaningOf = new Map(meanings.map(line => [line.key, line]));

/**
 * What variables are called that a query asks for.
 */
export function variableNames(query: readonly string[]): {
  /** Short names and CF standard names. */
  short: ReadonlySet<string>;
  /** Names in words. */
  phrases: readonly string[];
} {
  const keysAsked = pointersOf(query).map(({ key }) => key);
  return {
    short: new Set(
      keysAsked.flatMap(key => (quantitiesOf.get(key) ?? []).flatMap(allOf))
    ),
    phrases: keysAsked.flatMap(key => meaningOf.get(key)?.names ?? [])
  };
}
