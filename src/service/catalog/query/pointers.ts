import { regionNames } from '../region/regions';
import {
  anyMeanings,
  anyQuantities,
  namedProducts,
  namers,
  otherwiseHeld,
  withMeanings
} from '../vocabulary/vocabulary';
import {
  allOf,
  isQualifier,
  meanings,
  products,
  type ILine
} from '../vocabulary/vocabulary-tables';
import { root, words } from '../words';

/** A word in more lines than this, as "ocean" is, says nothing about any of them. */
const MAX_LINES = 8;

/** A line that has one of the words may be about something else. */
const PART_WEIGHT = 1;

/** All the more so where the word is part of a phrase that means something else. */
const TOGETHER_WEIGHT = 0.3;

/** A product is known to have it, and is not called so. */
const HELD_WEIGHT = 0.7;

/** Its makers call it so. */
const NAMER_WEIGHT = 0.45;

/** The words of a phrase stand apart. */
const SCATTERED_WEIGHT = 0.3;

/** Of a phrase all but some letters was written. */
const BEGUN_WEIGHT = 0.8;

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

/** Which lines have a word, as it is and by its root. */
const linesByWord = new Map<string, Set<ILine>>();
for (const line of [...meanings, ...products]) {
  for (const word of words(allOf(line).join(' '))) {
    for (const form of new Set([word, root(word), family(word)])) {
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
  const pointers = new Pointers();
  /** Words that are part of a phrase say together what they mean: in "soil water" nobody asks for water. */
  const together = new Set<string>();
  for (const { value, words: written, weight } of phrasesIn(query)) {
    for (const line of withMeanings(value)) {
      pointers.add(line, weight, written);
    }
    if (written.length > 1 && weight > SCATTERED_WEIGHT) {
      addAll(together, written);
    }
  }
  for (const { words: place } of regionNames.found(query)) {
    addAll(together, place);
  }
  for (const [index, word] of query.entries()) {
    // A word that says how data are, as "daily" does, says so in whatever phrase it stands, and points to no other.
    const lines = pointers.isQualifying(word)
      ? []
      : linesWith(word, index === query.length - 1);
    const weight = together.has(word) ? TOGETHER_WEIGHT : PART_WEIGHT;
    for (const line of lines) {
      pointers.add(line, weight / lines.length, [word]);
    }
  }
  return pointers.list();
}

/** A line with the words of the query that say it, and how surely they do. */
interface ISaid {
  readonly value: ILine;
  readonly words: readonly string[];
  readonly weight: number;
}

function* phrasesIn(query: readonly string[]): Generator<ISaid> {
  for (const phrases of [anyMeanings, namedProducts, anyQuantities]) {
    for (const found of phrases.found(query)) {
      yield { ...found, weight: 1 };
    }
  }
  for (const found of otherwiseHeld.found(query)) {
    yield { ...found, weight: HELD_WEIGHT };
  }
  if ((query.at(-1)?.length ?? 0) >= MIN_BEGINNING) {
    for (const phrases of [anyMeanings, namedProducts]) {
      for (const found of phrases.begunIn(query)) {
        yield { ...found, weight: BEGUN_WEIGHT };
      }
    }
  }
  for (const word of query) {
    for (const value of namers.get(word) ?? []) {
      yield { value, words: [word], weight: NAMER_WEIGHT };
    }
  }
  if (query.length > 1) {
    for (const found of anyMeanings.scatteredIn(query)) {
      yield { ...found, weight: SCATTERED_WEIGHT };
    }
  }
}

/** Gathers pointers: of a line that is said twice, the surer one counts. */
class Pointers {
  add(line: ILine, weight: number, stand: readonly string[]): void {
    const { key } = line;
    const known = this._byKey.get(key);
    const qualifies = isQualifier(line);
    this._byKey.set(key, {
      key,
      isQualifier: qualifies,
      weight: Math.max(weight, known?.weight ?? 0),
      words: [...(known?.words ?? []), ...stand]
    });
    if (qualifies) {
      addAll(this._qualifying, stand);
    }
  }

  isQualifying(word: string): boolean {
    return this._qualifying.has(word);
  }

  list(): IPointer[] {
    return [...this._byKey.values()];
  }

  private readonly _byKey = new Map<string, IPointer>();
  private readonly _qualifying = new Set<string>();
}

function addAll(set: Set<string>, words: readonly string[]): void {
  for (const word of words) {
    set.add(word);
  }
}

/** "CanESM5" is a CanESM. */
function family(word: string): string {
  return /^[a-z]{4,}\d{1,2}$/.test(word) ? word.replace(/\d+$/, '') : word;
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
