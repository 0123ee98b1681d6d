import { regionNames } from '../region/regions';
import {
  anyMeanings,
  anyQuantities,
  namedProducts,
  otherwiseHeld,
  withMeanings
} from '../vocabulary';
import {
  allOf,
  isQualifier,
  meanings,
  products,
  type ILine
} from '../vocabulary-tables';
import { root, words } from '../words';

/** A word in more lines than this, as "ocean" is, says nothing about any of them. */
const MAX_LINES = 8;

/** A line that has one of the words may be about something else. */
const PART_WEIGHT = 1;

/** All the more so where the word is part of a phrase that means something else. */
const TOGETHER_WEIGHT = 0.3;

/** From this length on, what is being typed may be completed to a word of the vocabulary. */
const MIN_BEGINNING = 3;

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

/** Where the words of a query are looked for. */
const QUERY_PHRASES = [
  anyMeanings,
  namedProducts,
  otherwiseHeld,
  anyQuantities
];

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
