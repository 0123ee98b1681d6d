import { words } from '../words';

/** No question needs more phrases. */
const MAX_PHRASES = 8;

/** What was typed, and what of it was asked for word by word. */
export interface IQuoted {
  /** All of it, without the quotation marks. */
  readonly text: string;
  /** The words of each exact phrase. */
  readonly phrases: readonly (readonly string[])[];
}

/**
 * Take out what stands between quotation marks, straight or curly. A mark without its partner is none:
 * it is still being typed.
 */
export function readQuoted(typed: string): IQuoted {
  const phrases: (readonly string[])[] = [];
  const text = typed.replace(
    /["“”„]([^"“”„]*)["“”„]/g,
    (_marked, phrase: string) => {
      const parts = words(phrase);
      if (parts.length > 0 && phrases.length < MAX_PHRASES) {
        phrases.push(parts);
      }
      return ` ${phrase} `;
    }
  );
  return { text, phrases };
}

/**
 * Whether one of these texts has the words of the phrase side by side.
 */
export function hasPhrase(
  texts: readonly string[],
  phrase: readonly string[]
): boolean {
  const wanted = ` ${phrase.join(' ')} `;
  return texts.some(text => ` ${words(text).join(' ')} `.includes(wanted));
}
