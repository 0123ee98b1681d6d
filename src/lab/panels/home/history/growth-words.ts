import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeChange, HomeHistory } from '../../../../contract';
import { formatBytes, formatDate } from '../../../format';

/** A change of less is no news: a program that keeps its settings makes it. */
export const LEAST_BYTES = 1_000_000;

/**
 * What the card is about: what grew, else what became of the home.
 */
export function cardTitle(
  changes: readonly HomeChange[],
  trans: TranslationBundle
): string {
  if (changes.some(({ changedBytes }) => changedBytes >= LEAST_BYTES)) {
    return trans.__('What grew');
  }
  return changes.some(({ changedBytes }) => changedBytes <= -LEAST_BYTES)
    ? trans.__('Less than before')
    : trans.__('Nothing grew');
}

/**
 * A change in words: `3.1 GB more than yesterday`.
 */
export function changeText(
  { period, since, changedBytes }: HomeChange,
  trans: TranslationBundle
): string {
  const size = formatBytes(Math.abs(changedBytes));
  const day = dayOf(since);
  if (Math.abs(changedBytes) < LEAST_BYTES) {
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

/**
 * What stands at the two ends of the line: `Nov 20: 280 MB`.
 */
export function endTexts(
  { points }: HomeHistory,
  trans: TranslationBundle
): readonly string[] {
  return [points[0], points.at(-1)].flatMap(point =>
    point
      ? [trans.__('%1: %2', dayOf(point.at), formatBytes(point.usedBytes))]
      : []
  );
}

/** Since when the folders are compared: `Grown most since 16 Nov`. */
export function grownTitle(
  since: string,
  changes: readonly HomeChange[],
  trans: TranslationBundle
): string {
  const isStart = changes.every(({ period }) => period === 'start');
  return isStart
    ? trans.__('Grown most since this server started')
    : trans.__('Grown most since %1', dayOf(since));
}

function dayOf(at: string): string {
  return formatDate(at.slice(0, 10), Date.now());
}
