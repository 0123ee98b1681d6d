// How often the search puts the right data set first, on the hub's own catalog, beside two other ways.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords } from '../../src/service/catalog/record/records';
import { CatalogIndex } from '../../src/service/catalog/search';
import { measure, readQuestions } from '../../test/support/catalog/relevance';
import { FlexSearchSearch } from './flexsearch';
import { PlainMiniSearch } from './plain-minisearch';
import { RegularExpressionSearch } from './regular-expression';

const catalog =
  process.env['LEAP_HUB_CATALOG'] ?? '../shared/data/leap-catalog.json';

if (existsSync(catalog)) {
  const { datasets } = readRecords(readFileSync(catalog, 'utf8'), new Set());
  const index = new CatalogIndex(datasets);
  const plain = new PlainMiniSearch(datasets);
  const flexSearch = new FlexSearchSearch(datasets);
  const expression = new RegularExpressionSearch(datasets);
  const ways = [
    [
      'this search',
      (text: string) => index.search(text).hits.map(hit => hit.id)
    ],
    ['plain MiniSearch', (text: string) => plain.search(text)],
    ['FlexSearch', (text: string) => flexSearch.search(text)],
    ['regular expression', (text: string) => expression.search(text)]
  ] as const;
  for (const [file, kind] of [
    ['relevance', 'seen while tuning'],
    ['held-out', 'never tuned on']
  ] as const) {
    const asked = readQuestions(
      file,
      join(process.cwd(), 'test/support/catalog')
    );
    console.log(`${String(asked.length)} questions ${kind}`);
    for (const [name, find] of ways) {
      const { meanReciprocalRank, recallAt5, unanswered } = measure(
        asked,
        find
      );
      console.log(
        `  ${name.padEnd(20)} MRR ${meanReciprocalRank.toFixed(3)}  recall@5 ${recallAt5.toFixed(3)}  nothing right for ${String(unanswered)}`
      );
    }
    // What was never tuned on stays unseen.
    if (
      file === 'relevance' &&
      process.env['LEAP_BENCH_MISSES'] !== undefined
    ) {
      printMisses(asked);
    }
  }

  function printMisses(asked: ReturnType<typeof readQuestions>): void {
    for (const { query, expected } of asked) {
      const found = ways[0][1](query);
      if (!expected.includes(found[0] ?? '')) {
        console.log(`    ${query}: ${found.slice(0, 5).join(', ')}`);
      }
    }
  }
} else {
  console.log(
    `  skipped: there is no ${catalog}. Put the hub's catalog there, or name it in LEAP_HUB_CATALOG.`
  );
}
