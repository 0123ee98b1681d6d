import { standardName } from './cf/standard-names';
import { regionNames, type IRegion } from './region/regions';
import {
  allOf,
  isQualifier,
  meanings,
  namesOf,
  phrasesOf,
  products,
  quantities,
  type ILine
} from './vocabulary-tables';
import { root, words } from './words';

/** A word in more lines than this, as "ocean" is, says nothing about any of them. */
const MAX_LINES = 8;

/** A line that has one of the words may be about something else. */
const PART_WEIGHT = 1;

/** All the more so where the word is part of a phrase that means something else. */
const TOGETHER_WEIGHT = 0.3;

/** From so many lines on, a word alone says nothing about what a product holds. */
const MIN_WIDE = 4;

/** From this length on, what is being typed may be completed to a word of the vocabulary. */
const MIN_BEGINNING = 3;

/** What a variable of a store says about itself. */
export interface INamedVariable {
  readonly name: string;
  readonly standardName: string | null;
  readonly longName: string | null;
}

/**
 * A line of the vocabulary that a query points to.
 */
export interface IPointer {
  readonly key: string;
  /** 1: a name of it was written out. Less: a word of it, the less the more lines have that word. */
  readonly weight: number;
  /** The words of the query that stand for it. */
  readonly words: readonly string[];
  /** It says how data are, not what they are of. */
  readonly isQualifier: boolean;
}

const namedMeanings = phrasesOf(meanings, namesOf);
const anyMeanings = phrasesOf(meanings, allOf);
const namedProducts = phrasesOf(products, namesOf);
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
const otherwiseHeld = phrasesOf(products, ({ additions }) =>
  additions.filter(addition => !isMeaning(addition) && !isWide(addition))
);

const namedQuantities = phrasesOf(quantities, namesOf);
const anyQuantities = phrasesOf(quantities, allOf);
const byShortName = new Map<string, ILine>(
  quantities.flatMap(line => line.additions.map(name => [name, line] as const))
);

/** Where the words of a query are looked for. */
const QUERY_PHRASES = [
  anyMeanings,
  namedProducts,
  otherwiseHeld,
  anyQuantities
];

/** A line, and the meanings that it belongs to. */
function withMeanings(line: ILine): readonly ILine[] {
  return linesWithMeanings.get(line) ?? [line];
}

const linesWithMeanings = new Map(
  quantities.map(line => [
    line,
    [line, ...line.see.flatMap(phrase => anyMeanings.in(words(phrase)))]
  ])
);

/** Which lines have a word, as it is and by its root. */
const linesByWord = new Map<string, Set<ILine>>();
for (const line of [...meanings, ...products]) {
  for (const word of words(allOf(line).join(' '))) {
    for (const form of new Set([word, root(word)])) {
      linesByWord.set(form, (linesByWord.get(form) ?? new Set()).add(line));
    }
  }
}
const sortedWords = [...linesByWord.keys()].sort();

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
      ...namedQuantities.in(found).flatMap(withMeanings)
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
 * The lines that a query points to.
 *
 * @param query - Its words; the last one may still be being typed.
 */
export function pointersOf(query: readonly string[]): IPointer[] {
  const pointers = new Map<string, IPointer>();
  const point = (
    line: ILine,
    weight: number,
    stand: readonly string[]
  ): void => {
    const { key } = line;
    const known = pointers.get(key);
    pointers.set(key, {
      key,
      isQualifier: isQualifier(line),
      weight: Math.max(weight, known?.weight ?? 0),
      words: [...(known?.words ?? []), ...stand]
    });
  };
  /** Words that are part of a phrase say together what they mean: in "soil water" nobody asks for water. */
  const together = new Set<string>();
  /** Words that say how data are, in whatever other phrase they stand as well. */
  const qualifying = new Set<string>();
  for (const phrases of QUERY_PHRASES) {
    for (const { value, words: written } of phrases.found(query)) {
      for (const line of withMeanings(value)) {
        point(line, 1, written);
      }
      for (const word of written) {
        if (written.length > 1) {
          together.add(word);
        }
        if (isQualifier(value)) {
          qualifying.add(word);
        }
      }
    }
  }
  for (const { words: place } of regionNames.found(query)) {
    for (const word of place) {
      together.add(word);
    }
  }
  for (const [index, word] of query.entries()) {
    const lines = qualifying.has(word)
      ? []
      : linesWith(word, index === query.length - 1);
    const weight = together.has(word) ? TOGETHER_WEIGHT : PART_WEIGHT;
    for (const line of lines) {
      point(line, weight / lines.length, [word]);
    }
  }
  return [...pointers.values()];
}

/**
 * The words of a query that name products.
 */
export function namesProducts(query: readonly string[]): ReadonlySet<string> {
  return new Set(namedProducts.found(query).flatMap(({ words: name }) => name));
}

/** As many other products are looked for in place of one that is not there. */
const MAX_ALTERNATIVES = 8;

/** Products that share less of what they hold are of another kind. */
const MIN_ALIKE = 0.08;

/**
 * The lines of products that hold much of what those hold which a query names: "MERRA-2" leads to other reanalyses.
 *
 * @param isThere - Whether a record has a line; where one has the product itself, nothing takes its place.
 */
export function alternativesTo(
  query: readonly string[],
  isThere: (key: string) => boolean
): IPointer[] {
  return namedProducts
    .found(query)
    .filter(({ value }) => !isThere(value.key))
    .flatMap(({ value, words: name }) =>
      products
        .map(line => ({ line, share: alike(line, value) }))
        .filter(({ line, share }) => share >= MIN_ALIKE && isThere(line.key))
        .sort((a, b) => b.share - a.share)
        .slice(0, MAX_ALTERNATIVES)
        .map(({ line, share }) => ({
          key: line.key,
          weight: share,
          words: name,
          isQualifier: false
        }))
    );
}

/** The share of what the smaller one holds that the other holds too. */
function alike(a: ILine, b: ILine): number {
  const held = new Set(a.additions);
  const both = b.additions.filter(addition => held.has(addition)).length;
  return both / Math.max(b.additions.length, 1);
}

/** The quantities that belong to a line, by its key. */
const quantitiesOf = new Map<string, ILine[]>();
for (const line of quantities) {
  for (const { key } of withMeanings(line)) {
    const known = quantitiesOf.get(key) ?? [];
    known.push(line);
    quantitiesOf.set(key, known);
  }
}
const meaningOf = new Map(meanings.map(line => [line.key, line]));

/**
 * What variables are called that a query asks for.
 */
export function variableNames(query: readonly string[]): {
  /** Short names and CF standard names. */
  short: ReadonlySet<string>;
  /** Names in words. */
  phrases: readonly string[];
} {
  const keysAsked = pointersOf(query).map(({ key }) => key);
  return {
    short: new Set(
      keysAsked.flatMap(key => (quantitiesOf.get(key) ?? []).flatMap(allOf))
    ),
    phrases: keysAsked.flatMap(key => meaningOf.get(key)?.names ?? [])
  };
}

function linesWith(word: string, mayBeBegun: boolean): readonly ILine[] {
  const lines = linesByWord.get(word) ?? linesByWord.get(root(word));
  const found =
    lines ?? (mayBeBegun ? new Set(begunLines(word)) : new Set<ILine>());
  return found.size <= MAX_LINES ? [...found] : [];
}

function begunLines(beginning: string): ILine[] {
  return beginning.length < MIN_BEGINNING
    ? []
    : sortedWords
        .filter(word => word.startsWith(beginning))
        .flatMap(word => [...(linesByWord.get(word) ?? [])]);
}
