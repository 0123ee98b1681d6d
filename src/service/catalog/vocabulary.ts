import { Phrases } from './phrases';
import { PRODUCTS } from './products';
import { MEANINGS } from './synonyms';
import { root, words } from './words';

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

/** Lines `name, name | addition, addition`; `#` begins a heading. */
function readTable(table: string, mark: string): ILine[] {
  const split = (list = ''): string[] =>
    list.split(',').map(name => name.trim());
  return table
    .split('\n')
    .filter(line => line.includes('|'))
    .map((line, number) => {
      const [names, additions] = line.split('|');
      return {
        key: `${mark}${String(number)}`,
        names: split(names),
        additions: split(additions)
      };
    });
}

const meanings = readTable(MEANINGS, ':');
const products = readTable(PRODUCTS, '|');

function phrasesOf(
  lines: readonly ILine[],
  phrases: (line: ILine) => readonly string[]
): Phrases<ILine> {
  return new Phrases(
    lines.flatMap(line => phrases(line).map(phrase => [phrase, line] as const))
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

/** Where the words of a query are looked for. */
const QUERY_PHRASES = [anyMeanings, namedProducts, otherwiseHeld];

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
    named: [...namedMeanings.in(found), ...known].map(({ key }) => key),
    held: [...new Set(held)].map(({ key }) => key)
  };
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
      point(value, 1, written);
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
 * Every word of both tables: none of them is a spelling mistake, also where no record has it.
 */
export function vocabularyWords(): string[] {
  return words(`${MEANINGS} ${PRODUCTS}`);
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
