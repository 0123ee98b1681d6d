import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  CatalogResults,
  CatalogSummary,
  StoreForm,
  StoreFormat,
  StoreReach
} from '../../../contract';
import { formatCount, formatInstant } from '../../format';
import { visible } from '../../visible';
import type { IShownStore } from './dataset/shown-stores';

/**
 * Whether a store opens from here: a mark, and the same in words.
 */
export interface IBadge {
  readonly mark: string;
  readonly text: string;
  readonly level: 'good' | 'bad' | 'unknown';
}

/**
 * The words for each outcome of a check.
 */
export function badgeOf(
  status: StoreReach['status'],
  trans: TranslationBundle
): IBadge {
  switch (status) {
    case 'anonymous':
      return { mark: '✓', level: 'good', text: trans.__('opens from here') };
    case 'hub':
      return {
        mark: '✓',
        level: 'good',
        text: trans.__('opens on this hub only')
      };
    case 'refused':
      return { mark: '✕', level: 'bad', text: trans.__('may not be read') };
    case 'missing':
      return { mark: '✕', level: 'bad', text: trans.__('is not there') };
    case 'unreachable':
      return { mark: '⚠', level: 'bad', text: trans.__('does not answer') };
    case 'unknown':
      return { mark: '?', level: 'unknown', text: trans.__('not checked') };
  }
}

/**
 * What a store is, as scientists call it.
 */
export function formatName(
  format: StoreFormat,
  trans: TranslationBundle
): string {
  switch (format) {
    case 'zarr':
      return trans.__('Zarr');
    case 'netcdf':
      return trans.__('NetCDF');
    case 'kerchunk':
      return trans.__('Kerchunk references');
    case 'icechunk':
      return trans.__('Icechunk');
    case 'parquet':
      return trans.__('Parquet');
    case 'intake-esm':
      return trans.__('intake-esm collection');
    case 'unknown':
      return trans.__('unknown format');
  }
}

/** What a store turned out to be. */
function formText(form: StoreForm, trans: TranslationBundle): string {
  switch (form) {
    case 'zarr2':
      return trans.__('Zarr, format 2');
    case 'zarr2-scattered':
      return trans.__('Zarr, format 2, metadata not consolidated');
    case 'zarr3':
      return trans.__('Zarr, format 3');
    case 'zarr3-scattered':
      return trans.__('Zarr, format 3, metadata not consolidated');
    case 'zarr-array':
      return trans.__('one Zarr array');
    case 'netcdf4':
      return trans.__('NetCDF 4');
    case 'netcdf3':
      return trans.__('NetCDF, classic format');
    case 'netcdf5':
      return trans.__('NetCDF, format CDF-5');
    case 'kerchunk-parquet':
      return trans.__('Kerchunk references in Parquet');
    case 'kerchunk':
    case 'icechunk':
    case 'parquet':
    case 'intake-esm':
      return formatName(form, trans);
  }
}

/**
 * What a store is, where, and when it last changed.
 */
export function placeText(
  { format, host, lastUpdatedAt, check }: IShownStore,
  trans: TranslationBundle
): string {
  const form = check?.form ?? null;
  const what =
    form === null ? formatName(format, trans) : formText(form, trans);
  const place = host === '' ? what : trans.__('%1 at %2', what, visible(host));
  return lastUpdatedAt === null
    ? place
    : trans.__('%1, changed %2', place, formatInstant(lastUpdatedAt));
}

/**
 * How many of several stores open from here.
 */
export function reachText(
  stores: readonly StoreReach[],
  trans: TranslationBundle
): string {
  const open = stores.filter(
    ({ status }) => badgeOf(status, trans).level === 'good'
  ).length;
  const all = formatCount(stores.length);
  if (open === stores.length) {
    return trans.__('All %1 open from here.', all);
  }
  return open === 0
    ? trans.__('None of the %1 opens from here.', all)
    : trans.__('%1 of %2 open from here.', formatCount(open), all);
}

/**
 * How many data sets were found, or how many there are.
 */
export function countText(
  { query, total, hits }: CatalogResults,
  isFiltered: boolean,
  trans: TranslationBundle
): string {
  if (total > hits.length) {
    return trans.__(
      'The best %1 of %2 data sets. One more word finds fewer.',
      formatCount(hits.length),
      formatCount(total)
    );
  }
  return query.trim() === '' && !isFiltered
    ? trans._n('%2 data set', '%2 data sets', total, formatCount(total))
    : trans._n(
        '%2 data set found',
        '%2 data sets found',
        total,
        formatCount(total)
      );
}

/**
 * Why what is shown is not the catalog of now; null when it is.
 */
export function staleness(
  { state, problem }: CatalogSummary,
  isRefreshing: boolean,
  trans: TranslationBundle
): string | null {
  if (state === 'live') {
    return null;
  }
  if (state === 'kept') {
    return isRefreshing
      ? null
      : (problem ?? trans.__('It may be out of date.'));
  }
  const sample = trans.__(
    'These are examples that come with the extension; their data do not exist.'
  );
  return isRefreshing
    ? trans.__('The catalog is being fetched. %1', sample)
    : trans.__('%1 %2', problem ?? trans.__('There is no catalog.'), sample);
}

/**
 * How often there is a value, in words; null for what is no such word.
 */
export function cadenceText(
  value: string,
  trans: TranslationBundle
): string | null {
  switch (value) {
    case 'sub-hourly':
      return trans.__('sub-hourly');
    case 'hourly':
      return trans.__('hourly');
    case 'sub-daily':
      return trans.__('several a day');
    case 'daily':
      return trans.__('daily');
    case 'weekly':
      return trans.__('weekly');
    case 'monthly':
      return trans.__('monthly');
    case 'yearly':
      return trans.__('yearly');
    default:
      return null;
  }
}
