import { NAME_SCHEMES } from '../cf/name-schemes';
import { standardName } from '../cf/standard-names';
import { GLOBAL, regionNames, type IRegion } from '../region/regions';
import {
  allOf,
  meanings,
  namesOf,
  phrasesOf,
  products,
  quantities,
  type ILine
} from './vocabulary-tables';
import { words } from '../words';

/** From so many lines on, a word alone says nothing about what a product holds. */
const MIN_WIDE = 4;

/** What a variable of a store says about itself. */
export interface INamedVariable {
  readonly name: string;
  readonly standardName: string | null;
  readonly longName: string | null;
}

const namedMeanings = phrasesOf(meanings, namesOf);
/** Meanings by all that people say for them. */
export const anyMeanings = phrasesOf(meanings, allOf);
/** Products by their names. */
export const namedProducts = phrasesOf(products, namesOf);
/** In how many meanings a word is. */
const meaningCounts = new Map<string, number>();
for (const line of meanings) {
  for (const word of new Set(words(allOf(line).join(' ')))) {
    meaningCounts.set(word, (meaningCounts.get(word) ?? 0) + 1);
  }
}

function isMeaning(addition: string): boolean {
  const all = words(addition);
  return anyMeanings
    .found(all)
    .some(({ words: phrase }) => phrase.length === all.length);
}

/** "Temperature" alone says nothing about what holds it. */
function isWide(addition: string): boolean {
  const [word = '', ...more] = words(addition);
  return more.length === 0 && (meaningCounts.get(word) ?? 0) >= MIN_WIDE;
}

/** What products hold and no meaning is; what is one is found by that. */
export const otherwiseHeld = phrasesOf(products, ({ additions }) =>
  additions.filter(
    addition => addition !== GLOBAL && !isMeaning(addition) && !isWide(addition)
  )
);

/** The products whose makers write a short name like this. */
export const namers: ReadonlyMap<string, readonly ILine[]> = readNamers();

function readNamers(): ReadonlyMap<string, readonly ILine[]> {
  const byName = new Map<string, ILine[]>();
  for (const scheme of NAME_SCHEMES.split('\n')) {
    const [product = '', names = ''] = scheme.split('|');
    const [line] = namedProducts.in(words(product));
    for (const name of line ? names.trim().split(' ') : []) {
      byName.set(name, [...(byName.get(name) ?? []), ...(line ? [line] : [])]);
    }
  }
  return byName;
}

const namedQuantities = phrasesOf(quantities, namesOf);
/** Quantities by standard and by short names. */
export const anyQuantities = phrasesOf(quantities, allOf);
const byShortName = new Map<string, ILine>(
  quantities.flatMap(line => line.additions.map(name => [name, line] as const))
);

/** A line, and the meanings that it belongs to. */
export function withMeanings(line: ILine): readonly ILine[] {
  return linesWithMeanings.get(line) ?? [line];
}

/** The meanings of that name; else those of which people say it. */
function seen(phrase: string): readonly ILine[] {
  const all = words(phrase);
  const named = namedMeanings.in(all);
  return named.length > 0 ? named : anyMeanings.in(all);
}

const linesWithMeanings = new Map(
  quantities.map(line => [line, [line, ...line.see.flatMap(seen)]])
);

/**
 * The lines that a record's text names, and those that its products are known to hold.
 */
export function keysOf(text: string): {
  named: string[];
  held: string[];
  /** Where its products are known to lie. */
  regions: IRegion[];
} {
  const found = words(text);
  const known = namedProducts.everywhereIn(found);
  const additions = [...new Set(known.flatMap(line => line.additions))].map(
    addition => words(addition)
  );
  const held = additions.flatMap(addition => anyMeanings.in(addition));
  return {
    named: keys([
      ...namedMeanings.in(found),
      ...known,
      ...known.flatMap(line => line.see.flatMap(seen)),
      // Without the quantity itself: a text that calls it so is no better match than one that uses another name.
      ...namedQuantities.in(found).flatMap(line => withMeanings(line).slice(1))
    ]),
    held: keys(held),
    regions: additions.flatMap(addition => regionNames.in(addition))
  };
}

/**
 * The lines that a variable belongs to: by its CF standard name, by what it is called in full, and by its short name.
 */
export function keysOfVariable(variable: INamedVariable): string[] {
  const { name, longName } = variable;
  const short = byShortName.get(name.toLowerCase());
  const texts = [
    variable.standardName === null
      ? null
      : (standardName(variable.standardName) ?? variable.standardName),
    longName,
    name
  ];
  const lines = texts
    .filter(text => text !== null)
    .map(text => words(text))
    .flatMap(text => [
      ...namedMeanings.in(text),
      ...namedQuantities.in(text).flatMap(withMeanings)
    ]);
  return keys([...(short ? withMeanings(short) : []), ...lines]);
}

function keys(lines: readonly ILine[]): string[] {
  return [...new Set(lines.map(({ key }) => key))];
}

/**
 * The words of a query that name products.
 */
export function namesProducts(query: readonly string[]): ReadonlySet<string> {
  return new Set(namedProducts.found(query).flatMap(({ words: name }) => name));
}
