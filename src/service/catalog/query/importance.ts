import { regionNames } from '../region/regions';
import { pointersOf } from '../vocabulary';

/** A data set may lie where it does not say so, so a place is no condition. */
const PLACE = 0.5;

/** Nor is how the data are. */
const QUALIFIER = 0.35;

/** Nor a year: few records say which they have. */
const NUMBER = 0.4;

/**
 * How much each word of a query says about which data set is meant, from 0 to 1.
 */
export function importanceOf(query: readonly string[]): readonly number[] {
  const places = new Set(
    regionNames.found(query).flatMap(({ words: named }) => named)
  );
  const pointers = pointersOf(query);
  return query.map(word => {
    const own = pointers.filter(({ words: stand }) => stand.includes(word));
    return places.has(word)
      ? PLACE
      : own.length > 0 && own.every(({ isQualifier }) => isQualifier)
        ? QUALIFIER
        : /^\d{4}$/.test(word)
          ? NUMBER
          : 1;
  });
}
