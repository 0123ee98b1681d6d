// What a keystroke and the index cost at 10,000 data sets with 50,000 stores, as ratios to other ways in the same run.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Dataset, StoreFacts, StoreVariable } from '../../src/contract';
import { COMMON_NAMES } from '../../src/service/catalog/cf/common-names';
import { readRecords } from '../../src/service/catalog/record/records';
import { CatalogIndex } from '../../src/service/catalog/search';
import { MEANINGS } from '../../src/service/catalog/vocabulary/synonyms';
import type { KnownStores } from '../../src/service/catalog/record/traits';
import { readQuestions } from '../../test/support/catalog/relevance';
import { FlexSearchSearch } from './flexsearch';
import { PlainMiniSearch } from './plain-minisearch';
import { RegularExpressionSearch } from './regular-expression';

const DATASETS = 10_000;
const STORES_EACH = 5;
const VARIABLES_EACH = 8;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words that nobody has heard, each rarer than the one before it, as words of a language are. */
function madeUpWords(random: () => number): () => string {
  const syllables = [
    'ka',
    'lo',
    'mi',
    'ren',
    'su',
    'ta',
    'vor',
    'el',
    'na',
    'pi'
  ];
  const made = Array.from({ length: 8000 }, (_, number) =>
    Array.from(String(number), digit => syllables[Number(digit)] ?? '').join('')
  );
  // Inverse of Zipf's law: the n-th word has the n-th part of the first one's uses.
  return () => made[Math.floor(made.length ** random()) - 1] ?? 'ka';
}

/**
 * Records of the shape that real ones have: each speaks of a few of the 300 things that climate data are
 * about, in sentences of other words.
 */
function manyDatasets(): readonly Dataset[] {
  const random = seeded(7);
  const word = madeUpWords(random);
  const things = MEANINGS.split('\n')
    .filter(line => line.includes('|'))
    .flatMap(line => line.split(/[,|]/))
    .map(name => name.trim());
  const thing = (): string =>
    things[Math.floor(random() * things.length)] ?? '';
  const sentence = (): string =>
    `${thing()} ${Array.from({ length: 18 }, word).join(' ')}.`;
  const records = Array.from({ length: DATASETS }, (_, number) => ({
    title: `${thing()} ${word()} ${String(number)}`,
    description: `${sentence()} ${sentence()} ${sentence()}`,
    tags: [thing(), word(), word(), `project-${String(number % 211)}`],
    maintainers: [{ name: `${word()} ${word()}`, github: null }],
    provenance: { providers: [{ name: `${word()} institute` }] },
    links: null,
    stores: Array.from({ length: STORES_EACH }, (_none, store) => ({
      id: `${thing()}-r${String(store)}i1p1`,
      name: `${thing()}, ${word()}`,
      url: `https://data.example.org/${String(number)}/${String(store)}.zarr`
    }))
  }));
  return readRecords(JSON.stringify(records), new Set()).datasets;
}

/**
 * What the stores' own metadata say: eight variables each, by the names that models and reanalyses use, as the hub's have.
 */
function factsOf(datasets: readonly Dataset[]): KnownStores {
  const random = seeded(11);
  const word = madeUpWords(random);
  const quantities = COMMON_NAMES.split('\n')
    .filter(line => line.includes('|'))
    .map(line => line.split('|').map(part => part.split(',')));
  const variable = (): StoreVariable => {
    const line = quantities[Math.floor(random() * quantities.length)];
    const pick = (list: readonly string[] = []): string =>
      list[Math.floor(random() * list.length)]?.trim() ?? 'v';
    return {
      name: `${pick(line?.[1])}${random() < 0.3 ? word() : ''}`,
      standardName: random() < 0.5 ? pick(line?.[0]) : null,
      longName: `${word()} ${word()} ${word()}`,
      units: 'K',
      dimensions: ['time', 'lat', 'lon']
    };
  };
  return new Map(
    datasets.flatMap(({ stores }) => {
      // The stores of one data set mostly hold the same.
      const variables = Array.from({ length: VARIABLES_EACH }, variable);
      const first = 1950 + Math.floor(random() * 60);
      const west = -180 + Math.floor(random() * 300);
      const facts: StoreFacts = {
        variables,
        dimensions: ['time', 'lat', 'lon'].map(name => ({ name, size: 360 })),
        timeSpan: { start: `${String(first)}-01-01`, end: '2020-12-31' },
        cadence: 'daily',
        resolutionDegrees: 0.25,
        extent: { west, south: -30, east: west + 60, north: 30 },
        bytes: null
      };
      return stores.map(
        ({ url }) =>
          [
            url,
            { facts, isOpen: true, checkedAt: '2026-11-26T08:00:00Z' }
          ] as const
      );
    })
  );
}

function heapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Milliseconds of each call, in ascending order. */
function times(
  run: (text: string) => unknown,
  texts: readonly string[]
): number[] {
  return texts
    .map(text => {
      const start = performance.now();
      run(text);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** So many questions are asked letter by letter: the slowest way takes a tenth of a second for each. */
const QUESTIONS = 80;

// Every letter of questions from all over the list, as it is typed.
const questions = readQuestions(
  'relevance',
  join(process.cwd(), 'test/support/catalog')
);
const each = Math.max(Math.floor(questions.length / QUESTIONS), 1);
const keystrokes = questions
  .filter((_question, index) => index % each === 0)
  .flatMap(({ query }) =>
    Array.from(query, (_letter, index) => query.slice(0, index + 1))
  );
const ways: readonly (readonly [
  string,
  (
    datasets: readonly Dataset[],
    known: KnownStores
  ) => { search(text: string): unknown }
])[] = [
  ['this search', datasets => new CatalogIndex(datasets)],
  [
    'with store facts',
    (datasets, known) => new CatalogIndex(datasets, { known })
  ],
  ['plain MiniSearch', datasets => new PlainMiniSearch(datasets)],
  ['FlexSearch', datasets => new FlexSearchSearch(datasets)],
  ['regular expression', datasets => new RegularExpressionSearch(datasets)]
];

const Measured = z.object({
  name: z.string(),
  buildMs: z.number(),
  bytes: z.number(),
  p50: z.number(),
  p95: z.number(),
  /** User and system time of a keystroke: other programs of the machine add nothing to it. */
  cpuMs: z.number()
});
type Measured = z.infer<typeof Measured>;

function measureWay([name, make]: (typeof ways)[number]): Measured {
  const datasets = manyDatasets();
  const known = factsOf(datasets);
  const before = heapBytes();
  const start = performance.now();
  const index = make(datasets, known);
  const buildMs = performance.now() - start;
  const bytes = heapBytes() - before;
  const search = (text: string): unknown => index.search(text);
  times(search, keystrokes.slice(0, 100));
  const cpuBefore = process.cpuUsage();
  const sorted = times(search, keystrokes);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    name,
    buildMs,
    bytes,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    cpuMs: (user + system) / 1000 / sorted.length
  };
}

/** In a process of its own, so that none pays for another's garbage. */
function measureApart(name: string): Measured {
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', __filename, name],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
  );
  return Measured.parse(JSON.parse(stdout));
}

function printRow({ name, buildMs, bytes, p50, p95, cpuMs }: Measured): void {
  console.log(
    `  ${name.padEnd(20)} keystroke p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, processor time ${cpuMs.toFixed(2)} ms; index ${(bytes / 1e6).toFixed(1)} MB, built in ${buildMs.toFixed(0)} ms`
  );
}

function printRatios([ours, ...others]: readonly Measured[]): void {
  for (const { name, bytes, p50, p95, cpuMs } of others) {
    if (ours) {
      console.log(
        `  ratio to ${name.padEnd(20)} keystroke p50 ${(ours.p50 / p50).toFixed(2)}, p95 ${(ours.p95 / p95).toFixed(2)}, processor time ${(ours.cpuMs / cpuMs).toFixed(2)}, index ${(ours.bytes / bytes).toFixed(2)}`
      );
    }
  }
}

/** Each row as soon as it is known: the slowest ways take a minute. */
function measureAll(): void {
  console.log(
    `  ${String(DATASETS)} data sets, ${String(DATASETS * STORES_EACH)} stores, ${String(keystrokes.length)} keystrokes`
  );
  const measured = ways.map(([name]) => {
    const row = measureApart(name);
    printRow(row);
    return row;
  });
  printRatios(measured);
}

const wanted = ways.find(([name]) => name === process.argv[2]);
if (wanted) {
  console.log(JSON.stringify(measureWay(wanted)));
} else {
  measureAll();
}
