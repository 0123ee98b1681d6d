import type { TranslationBundle } from '@jupyterlab/translation';
import type { CatalogForm, CatalogSource } from '../../../../contract';
import { formatCount } from '../../../format';
import type { IBadge } from '../words';

/**
 * What a catalog is written in.
 */
export function catalogFormText(
  form: CatalogForm,
  trans: TranslationBundle
): string {
  switch (form) {
    case 'records':
      return trans.__('Web catalog’s JSON');
    case 'feedstock':
      return trans.__('Feedstock');
    case 'stac':
      return trans.__('STAC catalog');
    case 'stac-api':
      return trans.__('STAC API');
    case 'intake-1':
      return trans.__('Intake catalog, version 1');
    case 'intake-2':
      return trans.__('Intake catalog, version 2');
    case 'addresses':
      return trans.__('List of stores');
  }
}

/**
 * How much is in a catalog.
 */
export function amountText(
  { datasets, stores }: Pick<CatalogSource, 'datasets' | 'stores'>,
  trans: TranslationBundle
): string {
  const sets = trans._n(
    '%2 data set',
    '%2 data sets',
    datasets,
    formatCount(datasets)
  );
  return trans._n(
    '%2 with %3 store',
    '%2 with %3 stores',
    stores,
    sets,
    formatCount(stores)
  );
}

/**
 * How good what is known of a source is: a mark, and the same in words.
 */
export function sourceBadge(
  { state }: CatalogSource,
  trans: TranslationBundle
): IBadge {
  switch (state) {
    case 'live':
      return { mark: '✓', level: 'good', text: trans.__('up to date') };
    case 'kept':
      return { mark: '⚠', level: 'bad', text: trans.__('an earlier copy') };
    case 'asked':
      return { mark: '…', level: 'unknown', text: trans.__('being fetched') };
    case 'refused':
      return { mark: '✕', level: 'bad', text: trans.__('not read') };
  }
}
