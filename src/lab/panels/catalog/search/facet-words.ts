import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  CatalogFilter,
  CatalogSort,
  Facet,
  FacetName,
  ICoveredYears
} from '../../../../contract';
import { readCovered, StoreFormat, UNKNOWN } from '../../../../contract';
import { visible } from '../../../visible';
import { formatName, cadenceText } from '../words';

/**
 * What a facet asks.
 */
export function facetTitle(name: FacetName, trans: TranslationBundle): string {
  switch (name) {
    case 'opens':
      return trans.__('Opens from here');
    case 'format':
      return trans.__('Format');
    case 'tag':
      return trans.__('Tag');
    case 'region':
      return trans.__('Region');
    case 'cadence':
      return trans.__('Time step');
    case 'period':
      return trans.__('Time span');
    case 'resolution':
      return trans.__('Resolution');
    case 'place':
      return trans.__('Where it lives');
    case 'provider':
      return trans.__('Provider');
    case 'licence':
      return trans.__('Licence');
    case 'maintainer':
      return trans.__('Maintainer');
    case 'source':
      return trans.__('Source');
  }
}

/**
 * A value as people read it.
 *
 * @param label - What the service calls it; where it is a code, the code.
 */
export function valueText(
  { facet, value }: CatalogFilter,
  label: string,
  trans: TranslationBundle
): string {
  if (value === UNKNOWN && (facet === 'region' || facet === 'period')) {
    return trans.__('not known');
  }
  switch (facet) {
    case 'opens':
      return value === 'yes'
        ? trans.__('opens from here')
        : trans.__('does not open');
    case 'format': {
      const format = StoreFormat.safeParse(value);
      return format.success ? formatName(format.data, trans) : visible(label);
    }
    case 'place':
      return placeText(value, trans) ?? visible(label);
    case 'cadence':
      return cadenceText(value, trans) ?? visible(label);
    case 'period':
      return periodText(value, trans) ?? visible(label);
    case 'resolution':
      return resolutionText(value, trans) ?? visible(label);
    case 'region':
      return regionText(value, trans) ?? visible(label);
    case 'tag':
    case 'provider':
    case 'licence':
    case 'maintainer':
    case 'source':
      return visible(label);
  }
}

/**
 * A chosen filter in words, also when the results at hand do not list it.
 */
export function filterText(
  filter: CatalogFilter,
  facets: readonly Facet[],
  trans: TranslationBundle
): string {
  const values = facets.find(({ name }) => name === filter.facet)?.values;
  const known = values?.find(({ value }) => value === filter.value);
  return valueText(filter, known?.label ?? filter.value, trans);
}

function placeText(value: string, trans: TranslationBundle): string | null {
  switch (value) {
    case 'hub':
      return trans.__('this hub’s buckets');
    case 'google':
      return trans.__('Google Cloud');
    case 'amazon':
      return trans.__('Amazon S3');
    case 'osn':
      return trans.__('Open Storage Network');
    default:
      return null;
  }
}

function periodText(value: string, trans: TranslationBundle): string | null {
  const covered = readCovered(value);
  if (covered) {
    return coveredText(covered, trans);
  }
  switch (value) {
    case 'before-1850':
      return trans.__('before 1850');
    case 'from-2030':
      return trans.__('2030 and later');
    default: {
      const [, first = '', last = ''] =
        /^(\d{3,4})?-(\d{3,4})?$/.exec(value) ?? [];
      return first === ''
        ? last === ''
          ? null
          : trans.__('until %1', last)
        : last === ''
          ? trans.__('from %1 on', first)
          : trans.__('%1 to %2', first, last);
    }
  }
}

function coveredText(
  { first, last }: ICoveredYears,
  trans: TranslationBundle
): string {
  if (first === null) {
    return trans.__('goes on to %1', String(last));
  }
  return last === null
    ? trans.__('begins by %1', String(first))
    : trans.__('covers %1 to %2', String(first), String(last));
}

/** Only the widest has a name that is a word; the others are names of places. */
function regionText(value: string, trans: TranslationBundle): string | null {
  return value === 'global' ? trans.__('global') : null;
}

function resolutionText(
  value: string,
  trans: TranslationBundle
): string | null {
  const [, degrees] = /^up-to-([\d.]+)$/.exec(value) ?? [];
  if (degrees !== undefined) {
    return trans.__('%1° or finer', degrees);
  }
  return value === 'over-1' ? trans.__('coarser than 1°') : null;
}

/**
 * How results are sorted, in words.
 */
export function sortText(sort: CatalogSort, trans: TranslationBundle): string {
  switch (sort) {
    case 'best':
      return trans.__('best first');
    case 'title':
      return trans.__('by title');
    case 'updated':
      return trans.__('newest first');
  }
}
