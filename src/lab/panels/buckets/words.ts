import type { TranslationBundle } from '@jupyterlab/translation';
import type { Bucket, DatasetKind, ListingPage } from '../../../contract';
import { formatBytes, formatCount } from '../../format';
import type { IMeasured } from './measuring';

/**
 * What may be done in the open folder, and how long things stay there: one or two sentences.
 */
export function rules(
  bucket: Bucket | undefined,
  standing: ListingPage['standing'] | undefined,
  trans: TranslationBundle
): string {
  if (!bucket) {
    return trans.__('Read-only: this is not one of the buckets of this hub.');
  }
  if (bucket.access === 'read-only') {
    return trans.__('Read-only: nobody can change this bucket from here.');
  }
  const parts = [whose(bucket, standing, trans)];
  if (bucket.deleteAfterDays !== null) {
    parts.push(
      trans._n(
        'Each object is deleted %1 day after it was written.',
        'Each object is deleted %1 days after it was written.',
        bucket.deleteAfterDays
      )
    );
  }
  return parts.filter(part => part !== '').join(' ');
}

function whose(
  bucket: Bucket,
  standing: ListingPage['standing'] | undefined,
  trans: TranslationBundle
): string {
  if (bucket.ownPrefix === null) {
    return trans.__('Your own folder is not known: %1', bucket.ownPrefixSource);
  }
  switch (standing) {
    case 'own':
      return trans.__('Your folder.');
    case 'contains-own':
      return trans.__('You can read all folders and change only your own.');
    case 'other':
      return trans.__('Not your folder: you can read it, not change it.');
    case 'read-only':
    case undefined:
      return '';
  }
}

/**
 * The name of a kind of data set.
 */
export function datasetName(
  kind: DatasetKind,
  trans: TranslationBundle
): string {
  switch (kind) {
    case 'zarr2':
      return trans.__('Zarr store');
    case 'zarr3':
      return trans.__('Zarr 3 store');
    case 'icechunk':
      return trans.__('Icechunk repository');
    case 'parquet':
      return trans.__('Parquet data set');
    case 'kerchunk':
      return trans.__('Kerchunk references');
  }
}

/**
 * How many entries are shown of how many, with "+" where there are more.
 */
export function countText(
  shown: number,
  loaded: number,
  hasMore: boolean,
  trans: TranslationBundle
): string {
  const all = `${formatCount(loaded)}${hasMore ? '+' : ''}`;
  if (shown !== loaded) {
    return trans.__('%1 of %2 entries', formatCount(shown), all);
  }
  return trans._n('%2 entry', '%2 entries', loaded, all);
}

/**
 * A folder's size as far as it is known: `≥ 3.2 GB` while it is counted and when the count was stopped.
 */
export function sizeText(measured: IMeasured): string {
  const { value } = measured;
  if (!value) {
    return '…';
  }
  const bytes = formatBytes(value.bytes);
  return value.complete ? bytes : `≥ ${bytes}`;
}

/**
 * What was counted, in a sentence.
 */
export function measuredText(
  measured: IMeasured,
  trans: TranslationBundle
): string {
  const { value } = measured;
  const objects = trans._n(
    '%2 object',
    '%2 objects',
    value?.objects ?? 0,
    formatCount(value?.objects ?? 0)
  );
  if (measured.status === 'loading') {
    return value
      ? trans.__('Counting: %1 in %2 so far', sizeText(measured), objects)
      : trans.__('Counting…');
  }
  const found = trans.__('%1 in %2', sizeText(measured), objects);
  if (measured.status !== 'failed') {
    return found;
  }
  const isStopped = measured.error.code === 'cancelled';
  if (!value) {
    return isStopped
      ? trans.__('Stopped before anything was counted.')
      : measured.error.message;
  }
  return isStopped
    ? trans.__('Stopped: %1', found)
    : trans.__('%1 Counted until then: %2', measured.error.message, found);
}
