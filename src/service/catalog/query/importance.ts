import { regionNames } from '../region/regions';
import { namesProducts } from '../vocabulary/vocabulary';
import { pointersOf } from './pointers';

/** Who names a product or a model wants that one, whatever else is asked of it. */
const PRODUCT = 1.6;

/** A data set may lie where it does not say so, so a place is no condition. */
const PLACE = 0.5;

/** Nor is how the data are. */
const QUALIFIER = 0.35;

/** Nor a number: few records say which years they have, and "Sentinel-3" is found by its name. */
const NUMBER = 0.4;

/** Nor a word that no record has and that says nothing by itself. */
const UNHEARD = 0.5;

/** Pointers that are surer than this know what the word says. */
const SAID = 0.7;

/**
 * How much each word of a query says about which data set is meant; most words say 1.
 *
 * @param isRecorded - Whether a record has the word.
 */
export function importanceOf(
  query: readonly string[],
  isRecorded: (word: string) => boolean
): readonly number[] {
  const places = new Set(
    regionNames.found(query).flatMap(({ words: named }) => named)
  );
  const products = namesProducts(query);
  const pointers = pointersOf(query);
  return query.map(word => {
    const own = pointers.filter(({ words: stand }) => stand.includes(word));
    if (products.has(word)) {
      // Of one that is not there only others of the kind are found.
      return isRecorded(word) ? PRODUCT : UNHEARD;
    }
    if (places.has(word)) {
      return PLACE;
    }
    if (own.length > 0 && own.every(({ isQualifier }) => isQualifier)) {
      return QUALIFIER;
    }
    if (/^\d{1,4}$/.test(word)) {
      return NUMBER;
    }
    return isRecorded(word) || own.some(({ weight }) => weight >= SAID)
      ? 1
      : UNHEARD;
  });
}
