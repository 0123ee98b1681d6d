import { words } from './words';

/** A phrase and what it stands for. */
export interface IPhrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** A phrase where it stands in a text. */
export interface IFoundPhrase<T> extends IPhrase<T> {
  /** The number of its first word. */
  readonly start: number;
}

/**
 * Finds known phrases in a text, in one pass whatever the number of phrases.
 */
export class Phrases<T> {
  /**
   * What each phrase stands for; one phrase may stand for several things.
   */
  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of phrases) {
      this._add(words(phrase), value);
    }
  }

  /**
   * The phrases in these words, with what they stand for.
   *
   * The longest phrase wins: "sea surface temperature" is no "surface temperature".
   */
  found(text: readonly string[]): IFoundPhrase<T>[] {
    const found: IFoundPhrase<T>[] = [];
    for (let index = 0; index < text.length;) {
      // Most words begin no phrase.
      const phrases = this._byFirstWord.has(text[index] ?? '')
        ? this._longestAt(text, index)
        : [];
      for (const phrase of phrases) {
        found.push({ ...phrase, start: index });
      }
      index += phrases[0]?.words.length ?? 1;
    }
    return found;
  }

  /**
   * What the phrases in these words stand for, each once.
   */
  in(text: readonly string[]): T[] {
    return [...new Set(this.found(text).map(({ value }) => value))];
  }

  /**
   * As `in`, but a phrase inside a longer one counts as well.
   */
  everywhereIn(text: readonly string[]): T[] {
    const found = text.flatMap((_, index) => this._at(text, index));
    return [...new Set(found.map(({ value }) => value))];
  }

  /**
   * The phrases of several words that a text has in another order, or with others between them: "moisture of the upper
   * soil" is soil moisture.
   */
  scatteredIn(text: readonly string[]): IPhrase<T>[] {
    const all = new Set(text);
    return text.flatMap(word =>
      (this._byLongestWord.get(word) ?? []).filter(({ words: parts }) =>
        parts.every(part => all.has(part))
      )
    );
  }

  /**
   * The phrases of several words with which a text ends, where the last word is only begun: "sea surface temper".
   */
  begunIn(text: readonly string[]): IFoundPhrase<T>[] {
    const last = text.at(-1) ?? '';
    for (let start = 0; start < text.length - 1; start++) {
      const written = text.slice(start);
      const begun = (this._byFirstWord.get(text[start] ?? '') ?? []).filter(
        ({ words: parts }) =>
          parts.length === written.length &&
          parts.at(-1)?.startsWith(last) === true &&
          parts.slice(0, -1).every((part, offset) => written[offset] === part)
      );
      if (begun.length > 0) {
        return begun.map(({ value }) => ({ words: written, value, start }));
      }
    }
    return [];
  }

  private _longestAt(
    text: readonly string[],
    index: number
  ): readonly IPhrase<T>[] {
    const fitting = this._at(text, index);
    const longest = Math.max(0, ...fitting.map(phrase => phrase.words.length));
    return fitting.filter(phrase => phrase.words.length === longest);
  }

  private _at(text: readonly string[], index: number): readonly IPhrase<T>[] {
    const candidates = this._byFirstWord.get(text[index] ?? '') ?? [];
    return candidates.filter(({ words: parts }) =>
      parts.every((part, offset) => text[index + offset] === part)
    );
  }

  private _add(phrase: readonly string[], value: T): void {
    const [first] = phrase;
    if (first !== undefined) {
      const known = this._byFirstWord.get(first) ?? [];
      known.push({ words: phrase, value });
      this._byFirstWord.set(first, known);
    }
    if (phrase.length > 1) {
      const [longest = ''] = [...phrase].sort((a, b) => b.length - a.length);
      const known = this._byLongestWord.get(longest) ?? [];
      known.push({ words: phrase, value });
      this._byLongestWord.set(longest, known);
    }
  }

  private readonly _byFirstWord = new Map<string, IPhrase<T>[]>();
  private readonly _byLongestWord = new Map<string, IPhrase<T>[]>();
}
