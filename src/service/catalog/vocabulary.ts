import { Phrases } from './phrases';
import { PRODUCTS } from './products';
import { MEANINGS } from './synonyms';
import { words } from './words';

/**
 * What else a record is found by, beyond its own words.
 */
export interface IExpansion {
  /** Other names of what it names. */
  readonly same: string;
  /** What the products it names are known to hold. */
  readonly holds: string;
  /** The meanings it names, as words that no text can contain. */
  readonly meanings: string;
  /** The meanings that its products are known to hold. */
  readonly heldMeanings: string;
}

/** A line of the table of meanings. */
interface IMeaning {
  readonly key: string;
  readonly text: string;
}

interface ILine {
  readonly names: readonly string[];
  readonly additions: readonly string[];
}

/** Lines `name, name | addition, addition`; `#` begins a heading. */
function readTable(table: string): ILine[] {
  const split = (list: string | undefined): string[] =>
    (list ?? '').split(',').map(name => name.trim());
  return table
    .split('\n')
    .filter(line => line.includes('|'))
    .map(line => {
      const [names, additions] = line.split('|');
      return { names: split(names), additions: split(additions) };
    });
}

const inRecords: (readonly [string, IMeaning])[] = [];
const inQueries: (readonly [string, IMeaning])[] = [];
for (const [number, { names, additions }] of readTable(MEANINGS).entries()) {
  const all = [...names, ...additions];
  const meaning = { key: `:${number}`, text: all.join(', ') };
  inRecords.push(...names.map(name => [name, meaning] as const));
  inQueries.push(...all.map(name => [name, meaning] as const));
}
const recordMeanings = new Phrases(inRecords);
const queryMeanings = new Phrases(inQueries);
const products = new Phrases(
  readTable(PRODUCTS).flatMap(line =>
    line.names.map(name => [name, line.additions] as const)
  )
);

/**
 * Other names for what a text speaks of.
 */
export function expand(text: string): IExpansion {
  const found = words(text);
  const named = recordMeanings.in(found);
  const holdings = products.everywhereIn(found).flat();
  const held = new Set(holdings.flatMap(name => queryMeanings.in(words(name))));
  return {
    same: textOf(named),
    holds: [...holdings, textOf([...held])].join(', '),
    meanings: keysOf(named),
    heldMeanings: keysOf([...held])
  };
}

/**
 * Every word of both tables: none of them is a spelling mistake, also where no record has it.
 */
export function vocabularyWords(): string[] {
  return words(`${MEANINGS} ${PRODUCTS}`);
}

/**
 * The meanings that a query names, as they are indexed.
 */
export function meaningsOf(query: readonly string[]): string[] {
  return queryMeanings.in(query).map(({ key }) => key);
}

function textOf(meanings: readonly IMeaning[]): string {
  return meanings.map(({ text }) => text).join(', ');
}

function keysOf(meanings: readonly IMeaning[]): string {
  return meanings.map(({ key }) => key).join(' ');
}
