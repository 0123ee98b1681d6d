import { regionNames, type IRegion } from '../region/regions';
import type { WordList } from '../index/spelling';
import { inFull, queryWords } from '../words';
import { corrected } from './correct';
import { importanceOf } from './importance';
import { readQuoted } from './quoted';
import type { IToken } from './search-terms';
import { timeStepFactor } from './time-step';
import { askedYears, type IAskedYears } from './years';

/** Bits of a number. */
const MAX_WORDS = 30;

/** Shorter words come about by chance where two are put together. */
const MIN_GLUED = 4;

/** What a text asks for. */
export interface IQuery {
  /** Its telling words as they were typed. */
  readonly typed: readonly string[];
  /** The same as they were probably meant. */
  readonly words: readonly string[];
  /** The ways in which they may be read: as they are, and with two of them as one, "stream flow" as "streamflow". */
  readonly readings: readonly (readonly IToken[])[];
  /** How much each word says about which data set is meant. */
  readonly importance: readonly number[];
  /** Phrases in quotation marks. */
  readonly phrases: readonly (readonly string[])[];
  /** Places that it names. */
  readonly regions: readonly IRegion[];
  readonly years: IAskedYears | null;
  /** How well a time step fits that it asks for; null: it asks for none. */
  readonly timeStep: ReturnType<typeof timeStepFactor>;
}

/**
 * Read what somebody typed.
 *
 * @param known - The words of records and vocabulary.
 */
export function readQuery(text: string, known: WordList): IQuery {
  const quoted = readQuoted(text);
  const typed = queryWords(quoted.text);
  const whole = withGlued(typed, known);
  const meant = whole.flatMap((_, index) => corrected(whole, index, known));
  const query = meant.flatMap(inFull).slice(0, MAX_WORDS);
  let next = 0;
  const tokens = meant.map(word => {
    const { length } = inFull(word);
    const bits = ((2 ** length - 1) * 2 ** next) >>> 0;
    next += length;
    return { word, bits };
  });
  return {
    typed: typed.flatMap(inFull),
    words: query,
    readings: [
      query.map((word, index) => ({ word, bits: (1 << index) >>> 0 })),
      // "E obs" is a name, though "obs" is observations.
      ...(query.join(' ') === meant.join(' ') ? [] : [tokens]),
      ...glued(tokens, known)
    ],
    importance: importanceOf(query, word => known.isRecorded(word)),
    phrases: quoted.phrases,
    regions: regionNames.in(query),
    years: askedYears(quoted.text),
    timeStep: timeStepFactor(quoted.text)
  };
}

/** Two words of which one is none, "alti metry", are one. */
function withGlued(
  typed: readonly string[],
  known: WordList
): readonly string[] {
  const words: string[] = [];
  for (let index = 0; index < typed.length; index++) {
    const word = typed[index] ?? '';
    const next = typed[index + 1] ?? '';
    const isOne =
      next !== '' &&
      known.has(word + next) &&
      !(known.has(word) && known.has(next));
    words.push(isOne ? word + next : word);
    index += isOne ? 1 : 0;
  }
  return words;
}

function glued(
  tokens: readonly IToken[],
  known: WordList
): (readonly IToken[])[] {
  return tokens.slice(1).flatMap((second, index) => {
    const first = tokens[index];
    const word = (first?.word ?? '') + second.word;
    return first && word.length >= MIN_GLUED && known.has(word)
      ? [
          tokens
            .toSpliced(index, 2, { word, bits: first.bits | second.bits })
            .flatMap(inFullToken)
        ]
      : [];
  });
}

function inFullToken({ word, bits }: IToken): readonly IToken[] {
  return inFull(word).map(part => ({ word: part, bits }));
}
