import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeChange, HomeHistory } from '../../../contract';
import { formatBytes, formatDate } from '../../format';

/**
 * A change in words: `3.1 GB more than yesterday`.
 */
export function changeText(
  { period, since, changedBytes }: HomeChange,
  trans: TranslationBundle
): string {
  const size = formatBytes(Math.abs(changedBytes));
  const day = dayOf(since);
  if (changedBytes === 0) {
    return period === 'start'
      ? trans.__('As much as when this server started')
      : trans.__('As much as on %1', day);
  }
  const isMore = changedBytes > 0;
  switch (period) {
    case 'day':
      return isMore
        ? trans.__('%1 more than a day ago', size)
        : trans.__('%1 less than a day ago', size);
    case 'week':
      return isMore
        ? trans.__('%1 more than a week ago (%2)', size, day)
        : trans.__('%1 less than a week ago (%2)', size, day);
    case 'start':
      return isMore
        ? trans.__('%1 more since this server started', size)
        : trans.__('%1 less since this server started', size);
  }
}

/**
 * What the line shows, for those who do not see it.
 */
export function lineText(
  { points }: HomeHistory,
  trans: TranslationBundle
): string {
  const [first] = points;
  const last = points.at(-1);
  return first && last
    ? trans.__(
        'Used, from %1 on %2 to %3 on %4',
        formatBytes(first.usedBytes),
        dayOf(first.at),
        formatBytes(last.usedBytes),
        dayOf(last.at)
      )
    : '';
}

/** Since when the folders are compared: `Grown most since 16 Nov`. */
export function grownTitle(since: string, trans: TranslationBundle): string {
  return trans.__('Grown most since %1', dayOf(since));
}

function dayOf(at: string): string {
  return formatDate(at.slice(0, 10), Date.now());
}
