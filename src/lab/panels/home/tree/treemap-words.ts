import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeUsage } from '../../../../contract';
import { formatBytes } from '../../../format';
import { visible } from '../../../visible';
import type { Row } from './rows';
import { atLeast } from '../words';

/** How many of the largest are in the summary. */
const NAMED = 3;

/**
 * The picture in words: `What fills the home: data 62%, .cache 21%, runs 9%`.
 */
export function summaryOf(usage: HomeUsage, trans: TranslationBundle): string {
  const parts = usage.children
    .slice(0, NAMED)
    .map(({ name, usedBytes }) =>
      trans.__('%1 %2', visible(name), share(usedBytes, usage))
    );
  const list = new Intl.ListFormat(undefined, { type: 'unit' }).format(parts);
  return trans.__('Picture of what fills the home: %1', list);
}

/** The selected tile: `cmip6-work/runs: 14.2 GB, 45%`. */
export function captionOf(
  row: Row,
  usage: HomeUsage,
  trans: TranslationBundle
): string {
  switch (row.kind) {
    case 'entry': {
      const { usedBytes, complete } = row.entry;
      const path = visible(row.path);
      const size = atLeast(usedBytes, complete);
      // Of what? It still grows.
      return usage.phase === 'scanning'
        ? trans.__('%1: %2 so far', path, size)
        : trans.__(
            '%1: %2, %3 of the home',
            path,
            size,
            share(usedBytes, usage)
          );
    }
    case 'rest':
      return usage.phase === 'scanning'
        ? trans.__('Smaller ones: %1 so far', formatBytes(row.usedBytes))
        : trans.__('Smaller ones: %1 of the home', share(row.usedBytes, usage));
    case 'note':
      return '';
  }
}

function share(bytes: number, { usedBytes }: HomeUsage): string {
  return new Intl.NumberFormat(undefined, {
    style: 'percent',
    maximumFractionDigits: 0
  }).format(usedBytes > 0 ? Math.min(1, bytes / usedBytes) : 0);
}
