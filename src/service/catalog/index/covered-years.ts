import type { ICoveredYears } from '../../../contract';
import type { ITraits } from '../record/traits';

/**
 * Whether a data set begins by the first of these years and goes on to the last.
 */
export function coversYears(
  { first, last }: ICoveredYears,
  years: NonNullable<ITraits['years']>
): boolean {
  const has = (year: number | null): boolean =>
    year === null || (years.first <= year && years.last >= year);
  return has(first) && has(last);
}

/**
 * Whether a data set has any of the years asked for.
 */
export function meetsYears(
  { first, last }: ICoveredYears,
  years: NonNullable<ITraits['years']>
): boolean {
  return (
    (first === null || years.last >= first) &&
    (last === null || years.first <= last)
  );
}
