import { COMMON_NAMES } from './cf/common-names';
import { standardName, standardNameWords } from './cf/standard-names';
import { LANGUAGES } from './languages';
import { Phrases } from './phrases';
import { PRODUCTS } from './products';
import { MEANINGS } from './synonyms';
import { isTelling, root, words } from './words';

/** A word in more lines than this, as "ocean" is, says nothing about any of them. */
const MAX_LINES = 8;

/** A line that has one of the words may be about something else. */
const PART_WEIGHT = 1;

/** From this length on, what is being typed may be completed to a word of the vocabulary. */
const MIN_BEGINNING = 3;

/** A line of one of the tables. Records and queries that fit it meet at its key, a word that no text can contain. */
interface ILine {
  readonly key: string;
  readonly names: readonly string[];
  readonly additions: readonly string[];
  /** Meanings that the line belongs to. */
  readonly see: readonly string[];
}

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
}

/** Lines `name, name | addition, addition | meaning, meaning`; `#` begins a heading. */
function readTable(table: string, mark: string): ILine[] {
  const split = (list = ''): string[] =>
    list
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '');
  return table
    .split('\n')
    .filter(line => line.includes('|'))
    .map((line, number) => {
      const [names, additions, see] = line.split('|');
      return {
        key: `${mark}${String(number)}`,
        names: split(names),
        additions: split(additions),
        see: split(see)
      };
    });
}

const meanings = readTable(MEANINGS, ':');
const products = readTable(PRODUCTS, '|');
/** Read in whole phrases alone: single words of a standard name say little. */
const quantities = [
  ...readTable(COMMON_NAMES, '='),
  ...readTable(LANGUAGES, '~')
];

/** A query loses its small words, a record keeps them: "air pressure at sea level" is found in both. */
function phrasesOf(
  lines: readonly ILine[],
  phrases: (line: ILine) => readonly string[]
): Phrases<ILine> {
  return new Phrases(
    lines.flatMap(line => {
      const written = phrases(line);
      const short = written.flatMap(phrase => {
        const all = words(phrase);
        const telling = all.filter(isTelling);
        // One word of a phrase is another thing than the phrase.
        return telling.length > 1 || all.length === 1 ? telling.join(' ') : [];
      });
      return [...new Set([...written, ...short])].map(
        phrase => [phrase, line] as const
      );
    })
  );
}

const namesOf = ({ names }: ILine): readonly string[] => names;
const allOf = ({ names, additions }: ILine): readonly string[] => [
  ...names,
  ...additions
];
const namedMeanings = phrasesOf(meanings, namesOf);
const anyMeanings = phrasesOf(meanings, allOf);
const namedProducts = phrasesOf(products, namesOf);
/** What products hold and no meaning covers; what one covers is found by that. */
const otherwiseHeld = phrasesOf(products, ({ additions }) =>
  additions.filter(addition => anyMeanings.in(words(addition)).length === 0)
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
function withMeanings(line: ILine): ILine[] {
  return [line, ...line.see.flatMap(phrase => anyMeanings.in(words(phrase)))];
}

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
export function keysOf(text: string): { named: string[]; held: string[] } {
  const found = words(text);
  const known = namedProducts.everywhereIn(found);
  const held = known
    .flatMap(({ additions }) => additions)
    .flatMap(addition => anyMeanings.in(words(addition)));
  return {
    named: keys([
      ...namedMeanings.in(found),
      ...known,
      ...namedQuantities.in(found).flatMap(withMeanings)
    ]),
    held: keys(held)
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
    { key }: ILine,
    weight: number,
    stand: readonly string[]
  ): void => {
    const known = pointers.get(key);
    pointers.set(key, {
      key,
      weight: Math.max(weight, known?.weight ?? 0),
      words: [...(known?.words ?? []), ...stand]
    });
  };
  for (const phrases of QUERY_PHRASES) {
    for (const { value, words: written } of phrases.found(query)) {
      for (const line of withMeanings(value)) {
        point(line, 1, written);
      }
    }
  }
  for (const [index, word] of query.entries()) {
    const lines = linesWith(word, index === query.length - 1);
    for (const line of lines) {
      point(line, PART_WEIGHT / lines.length, [word]);
    }
  }
  return [...pointers.values()];
}

/**
 * Every word of the tables: none of them is a spelling mistake, also where no record has it.
 */
export function vocabularyWords(): string[] {
  const tables = [MEANINGS, PRODUCTS, COMMON_NAMES, LANGUAGES];
  return [...tables.flatMap(allWords), ...standardNameWords()];
}

function allWords(table: string): string[] {
  return table.split('\n').flatMap(line => words(line));
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
