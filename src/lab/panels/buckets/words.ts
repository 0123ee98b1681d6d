import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  Bucket,
  DatasetKind,
  DeletionRule,
  FolderSize,
  ListingPage
} from '../../../contract';
import { formatBytes, formatCount, formatInstant } from '../../format';
import { visible } from '../../visible';
import type { IMeasured } from './folder/measuring';
import type { IBucketsState } from './state';

/**
 * What may be done in the open folder, and how long things stay there: one or two sentences.
 */
export function rules(
  bucket: Bucket | undefined,
  listed: Pick<ListingPage, 'standing' | 'rule'> | null,
  trans: TranslationBundle
): string {
  const parts = [standingText(bucket, listed?.standing, trans)];
  if (listed) {
    parts.push(ruleText(listed.rule, trans));
  }
  return parts.filter(part => part !== '').join(' ');
}

function standingText(
  bucket: Bucket | undefined,
  standing: ListingPage['standing'] | undefined,
  trans: TranslationBundle
): string {
  if (!bucket) {
    return trans.__('Read-only: this is not one of the buckets of this hub.');
  }
  return bucket.access === 'read-only'
    ? trans.__('Read-only: nobody can change this bucket from here.')
    : whose(bucket, standing, trans);
}

/** Where the rule is known from stands with it: a configuration may be out of date. */
function ruleText(
  { deleteAfterDays, source, hasOtherRules }: DeletionRule,
  trans: TranslationBundle
): string {
  const parts: string[] = [];
  if (deleteAfterDays !== null) {
    parts.push(
      source === 'bucket'
        ? trans._n(
            'Each object is deleted %1 day after it was written (the bucket says so).',
            'Each object is deleted %1 days after it was written (the bucket says so).',
            deleteAfterDays
          )
        : trans._n(
            'Each object is deleted %1 day after it was written (this hub says so; the bucket did not tell).',
            'Each object is deleted %1 days after it was written (this hub says so; the bucket did not tell).',
            deleteAfterDays
          )
    );
  }
  if (hasOtherRules) {
    parts.push(
      trans.__('The bucket deletes some things here by other rules as well.')
    );
  }
  return parts.join(' ');
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
 * What the order covers, where not everything is loaded; empty: all of it, or it goes on. Names come in their order.
 */
export function sortText(
  { sort, rows, listing }: Pick<IBucketsState, 'sort' | 'rows' | 'listing'>,
  trans: TranslationBundle
): string {
  const isAsListed = sort.by === 'name' && !sort.descending;
  const isWhole = listing.status === 'loading' || rows?.cursor === null;
  return isAsListed || !rows || isWhole
    ? ''
    : trans.__('Only what is loaded is sorted.');
}

/**
 * What is in a folder beside bytes and objects: its age and its storage classes. Empty: there is nothing to say.
 */
export function contentText(
  { oldestAt, newestAt, classes, goingSoon }: FolderSize,
  trans: TranslationBundle
): string {
  const parts: string[] = [];
  if (oldestAt !== null && newestAt !== null) {
    const oldest = formatInstant(oldestAt);
    const newest = formatInstant(newestAt);
    parts.push(
      oldest === newest
        ? trans.__('Written %1.', newest)
        : trans.__('Written between %1 and %2.', oldest, newest)
    );
  }
  if (goingSoon && goingSoon.objects > 0) {
    parts.push(
      trans.__('%1 of it goes within 48 hours.', formatBytes(goingSoon.bytes))
    );
  }
  if (
    classes.length > 1 ||
    (classes[0]?.storageClass ?? 'STANDARD') !== 'STANDARD'
  ) {
    parts.push(
      trans.__(
        'By storage class: %1.',
        classes
          .map(one => `${one.storageClass} ${formatBytes(one.bytes)}`)
          .join(', ')
      )
    );
  }
  return parts.join(' ');
}

/**
 * The largest folders and objects in a folder; empty: there is one at most.
 */
export function largestText(
  { children }: FolderSize,
  trans: TranslationBundle
): string {
  return children.length < 2
    ? ''
    : trans.__(
        'Largest in it: %1.',
        children
          .slice(0, 3)
          .map(({ name, bytes }) => `${visible(name)} ${formatBytes(bytes)}`)
          .join(', ')
      );
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
    return value?.phase === 'stopped'
      ? trans.__(
          '%1, and more: as much was counted as this hub allows at once.',
          found
        )
      : found;
  }
  const isStopped = measured.error.code === 'cancelled';
  if (!value || value.objects === 0) {
    return isStopped
      ? trans.__('Stopped before anything was counted.')
      : measured.error.message;
  }
  return isStopped
    ? trans.__('Stopped: at least %1 in %2', formatBytes(value.bytes), objects)
    : trans.__('%1 Counted until then: %2', measured.error.message, found);
}
