import type { CatalogHit, CatalogResults } from '../contract';
import { printable } from './terminal';

/**
 * What `leap search` prints: a title and a line about each data set, best first.
 */
export function resultsText(results: CatalogResults): string {
  const { hits, total, suggestion } = results;
  if (total === 0) {
    const hint = suggestion === null ? '' : ` Try: ${printable(suggestion)}`;
    return `Nothing found.${hint}\n`;
  }
  const heading =
    suggestion === null ? '' : `Results for: ${printable(suggestion)}\n\n`;
  const left = total - hits.length;
  const more = left > 0 ? `\n${left} more: use --limit.\n` : '';
  return `${heading}${hits.map(hitText).join('\n')}${more}`;
}

function hitText({ title, summary, formats, storeCount }: CatalogHit): string {
  const kinds = formats.filter(format => format !== 'unknown').join(', ');
  const stores = storeCount === 1 ? '1 store' : `${storeCount} stores`;
  return [
    printable(title),
    summary === '' ? null : `  ${printable(summary)}`,
    `  ${[stores, kinds].filter(Boolean).join(', ')}`
  ]
    .filter(line => line !== null)
    .map(line => `${line}\n`)
    .join('');
}
