import type { TranslationBundle } from '@jupyterlab/translation';
import { visible } from '../../../visible';
import { entryCount } from '../folder/listed';
import { beginningOf, isPattern } from '../folder/name-filter';
import type { IBucketsState } from '../state';

/** As much of a filter is quoted. */
const MAX_QUOTED = 100;

/**
 * A filter as it is quoted: whoever pasted a page into it sees where it begins.
 */
function filterText(filter: string): string {
  const text = filter.trim();
  return text.length > MAX_QUOTED
    ? `${visible(text.slice(0, MAX_QUOTED))}…`
    : visible(text);
}

/**
 * What a filter covers, where not everything is loaded; empty: all of it.
 */
export function matchText(
  { filter, matches, listing }: IBucketsState,
  trans: TranslationBundle
): string {
  const beginning = beginningOf(filter);
  if (beginning === '' || matches?.text !== beginning || !listing.value) {
    return '';
  }
  const text = filterText(beginning);
  switch (matches.listing.status) {
    case 'loading':
    case 'idle':
      return trans.__(
        'Asking the bucket for names that begin with “%1”…',
        text
      );
    case 'failed':
      return trans.__(
        'Only what is loaded was searched: %1',
        matches.listing.error.message
      );
    case 'ready':
      if (entryCount(matches.listing.value) === 0) {
        return trans.__('Nothing in this folder begins with “%1”.', text);
      }
      return matches.listing.value.cursor === null
        ? trans.__('All names that begin with “%1” are here.', text)
        : trans.__(
            'The first 10,000 names that begin with “%1” are here. Type on to see fewer.',
            text
          );
  }
}

/**
 * That a filter lets nothing through: beyond what is loaded a bucket is asked for beginnings of names alone.
 */
export function nothingText(
  filter: string,
  isWhole: boolean,
  trans: TranslationBundle
): string {
  const text = filterText(filter);
  if (isPattern(filter)) {
    return isWhole
      ? trans.__('No name here is of the form “%1”.', text)
      : trans.__('Nothing that is loaded is of the form “%1”.', text);
  }
  return isWhole
    ? trans.__('No name here contains “%1”.', text)
    : trans.__('Nothing that is loaded contains “%1”.', text);
}
