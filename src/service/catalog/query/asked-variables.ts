import type { StoreVariable } from '../../../contract';
import { standardName } from '../cf/standard-names';
import { variableNames } from './variable-names';

/** Shorter words are in every long name. */
const MIN_LENGTH = 3;

/**
 * Whether a variable is among those that a query asks for: by its short name, its standard name, or words of its long name.
 *
 * It is asked of a thousand variables at every keystroke, so it compares and does not take apart.
 */
export function askedVariables(
  query: readonly string[]
): (variable: StoreVariable) => boolean {
  if (query.length === 0) {
    return () => false;
  }
  const { short, phrases } = variableNames(query);
  const telling = [
    ...phrases,
    ...query.filter(word => word.length >= MIN_LENGTH)
  ];
  return ({ name, standardName: written, longName }) => {
    const own = name.toLowerCase();
    if (short.has(own) || query.includes(own)) {
      return true;
    }
    if (
      written !== null &&
      (short.has(written) || short.has(standardName(written) ?? ''))
    ) {
      return true;
    }
    const full = longName?.toLowerCase() ?? '';
    return full !== '' && telling.some(word => full.includes(word));
  };
}
