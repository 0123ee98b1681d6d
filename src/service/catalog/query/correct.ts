import type { WordList } from '../index/spelling';
import { pointersOf } from './pointers';

/** What is left of a name without its version. */
const MIN_NAME = 3;

/** As many are tried beside the others. */
const MAX_TRIED = 20;

/**
 * A word of a query as it was probably meant: itself as long as somebody may still be typing it, the two words that were
 * written as one, or the nearest word that is known.
 */
export function corrected(
  typed: readonly string[],
  index: number,
  known: WordList
): readonly string[] {
  const word = typed[index] ?? '';
  if (known.hasBeginning(word)) {
    return [word];
  }
  const { words: near, slips } = known.nearest(word);
  // One slip is likelier than a missing space, a missing space likelier than two slips.
  const parts =
    near.length > 0 && slips === 1
      ? null
      : (known.split(word) ?? splitNumber(word, known));
  return parts ?? [fitting(near, typed, index) ?? word];
}

/** Of the words that are as near, the one that makes sense beside the others: after "sea surface", "hight" is "height". */
function fitting(
  near: readonly string[],
  typed: readonly string[],
  index: number
): string | undefined {
  const meant =
    near.length < 2
      ? undefined
      : near
          .slice(0, MAX_TRIED)
          .find(other =>
            pointersOf(typed.with(index, other)).some(
              ({ weight, words: written }) =>
                weight === 1 && written.includes(other)
            )
          );
  return meant ?? near[0];
}

/** "oisstv2" is OISST in its second version. */
function splitNumber(word: string, known: WordList): readonly string[] | null {
  for (const cut of [/^(.*?)(v?\d[\d.]*)$/, /^(.*?)(v\d[\d.]*)$/]) {
    const [, name = '', version = ''] = cut.exec(word) ?? [];
    if (name.length >= MIN_NAME && known.has(name)) {
      return [name, version];
    }
  }
  return null;
}
