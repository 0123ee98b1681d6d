import { COMMON_NAMES } from '../cf/common-names';
import { standardNameWords } from '../cf/standard-names';
import { LANGUAGES } from './languages';
import { Phrases } from '../phrases';
import { PRODUCTS } from './products';
import { QUALIFIERS } from './qualifiers';
import { regionWords } from '../region/regions';
import { MEANINGS } from './synonyms';
import { TOPICS } from './topics';
import { isTelling, words } from '../words';

/** A line of one of the tables. Records and queries that fit it meet at its key, a word that no text can contain. */
export interface ILine {
  readonly key: string;
  readonly names: readonly string[];
  readonly additions: readonly string[];
  /** Meanings that the line belongs to. */
  readonly see: readonly string[];
}

/** Marks that begin a key, one a table. */
const QUALIFIER_MARK = ';';

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

/** What data are of, and how they are. */
export const meanings: readonly ILine[] = [
  ...readTable(MEANINGS, ':'),
  ...readTable(QUALIFIERS, QUALIFIER_MARK)
];

/** What well-known products hold. */
export const products: readonly ILine[] = readTable(PRODUCTS, '|');

/** Read in whole phrases alone: single words of a standard name say little. */
export const quantities: readonly ILine[] = [
  ...readTable(COMMON_NAMES, '='),
  ...readTable(LANGUAGES, '~'),
  ...readTable(TOPICS, '^')
];

/**
 * Whether a line says how data are, not what they are of.
 */
export function isQualifier({ key }: Pick<ILine, 'key'>): boolean {
  return key.startsWith(QUALIFIER_MARK);
}

/** What is written in a record: the names of a line. */
export const namesOf = ({ names }: ILine): readonly string[] => names;

/** What is asked: its names, and what people say instead. */
export const allOf = ({ names, additions }: ILine): readonly string[] => [
  ...names,
  ...additions
];

/**
 * The phrases of lines. A query loses its small words, a record keeps them: "air pressure at sea level" is found in both.
 */
export function phrasesOf(
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

/**
 * Every word of the tables: none of them is a spelling mistake, also where no record has it.
 */
export function vocabularyWords(): string[] {
  const tables = [
    MEANINGS,
    QUALIFIERS,
    PRODUCTS,
    COMMON_NAMES,
    LANGUAGES,
    TOPICS
  ];
  return [
    ...tables.flatMap(table => table.split('\n').flatMap(line => words(line))),
    ...standardNameWords(),
    ...regionWords()
  ];
}
