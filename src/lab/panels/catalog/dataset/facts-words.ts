import type { TranslationBundle } from '@jupyterlab/translation';
import type { CatalogHit, StoreKnowledge } from '../../../../contract';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';
import { cadenceText } from '../words';

/** As many names of variables fit beside the rest of a line. */
const MAX_NAMES = 4;

/** A store's own page has room for more. */
const MAX_STORE_NAMES = 12;

/**
 * Variables, resolution, time span and time step of a data set, as far as they are known.
 */
export function factsText(
  {
    variables,
    variableCount,
    resolutionDegrees,
    years,
    cadence
  }: Pick<
    CatalogHit,
    'variables' | 'variableCount' | 'resolutionDegrees' | 'years' | 'cadence'
  >,
  trans: TranslationBundle
): string {
  const names = variables.slice(0, MAX_NAMES).map(visible).join(', ');
  return [
    variableCount > MAX_NAMES ? trans.__('%1 …', names) : names,
    ...coverage(
      resolutionDegrees,
      years &&
        (years.first === years.last
          ? String(years.first)
          : trans.__('%1–%2', String(years.first), String(years.last))),
      cadence,
      trans
    )
  ]
    .filter(part => part !== '')
    .join(' · ');
}

/**
 * What is in one store, in two lines of several parts: its variables; its dimensions, resolution, time span and time
 * step. A line of which nothing is known is not there.
 */
export function storeFactsText(
  { facts, variableCount }: StoreKnowledge,
  trans: TranslationBundle
): readonly (readonly string[])[] {
  if (facts === null) {
    return [];
  }
  const { dimensions, resolutionDegrees, timeSpan, cadence } = facts;
  const names = facts.variables
    .slice(0, MAX_STORE_NAMES)
    .map(({ name }) => visible(name));
  const more = variableCount - names.length;
  const sizes = dimensions.map(
    ({ name, size }) => `${visible(name)} ${formatCount(size)}`
  );
  const list =
    more > 0
      ? trans.__('%1 and %2 more', names.join(', '), formatCount(more))
      : names.join(', ');
  return [
    list === '' ? [] : [list],
    [
      ...sizes,
      ...coverage(
        resolutionDegrees,
        timeSpan && trans.__('%1 to %2', timeSpan.start, timeSpan.end),
        cadence,
        trans
      )
    ]
  ].filter(line => line.length > 0);
}

function coverage(
  resolutionDegrees: number | null,
  span: string | null,
  cadence: CatalogHit['cadence'],
  trans: TranslationBundle
): string[] {
  return [
    resolutionDegrees === null
      ? null
      : trans.__('%1°', String(Number(resolutionDegrees.toPrecision(3)))),
    span,
    cadence === null ? null : cadenceText(cadence, trans)
  ].flatMap(part => part ?? []);
}
