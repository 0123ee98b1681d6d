import { singular } from '../words';

/** One slip in a short word, two in a longer one; three only in the longest, else it is another word. */
const SLIPS: readonly (readonly [number, number])[] = [
  [3, 0],
  [6, 1],
  [10, 2],
  [40, 3]
];

/** Any two words of two letters are two slips apart. */
const MIN_LENGTH = 3;

/** Longer ones are compared with none. */
const MAX_LENGTH = 60;

/** Misspelt words that are remembered. */
const MAX_ANSWERED = 200;

/** What is nearest to a misspelt word. */
export interface INearest {
  readonly words: readonly string[];
  /** As many slips each of them takes. */
  readonly slips: number;
}

/**
 * The words that a catalog knows, and which of them is nearest to one that it does not.
 */
export class WordList {
  /**
   * @param counts - Every word with the number of its uses.
   */
  constructor(counts: ReadonlyMap<string, number>) {
    this._counts = counts;
    this._sorted = [...counts.keys()].sort();
    this._letters = Uint32Array.from(this._sorted, lettersOf);
  }

  has(word: string): boolean {
    return this._counts.has(word);
  }

  /**
   * Whether a record has the word; the vocabulary alone does not count.
   */
  isRecorded(word: string): boolean {
    return this._count(word) > 0;
  }

  /**
   * Whether a known word begins like this: it may still be being typed.
   */
  hasBeginning(beginning: string): boolean {
    let low = 0;
    let high = this._sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this._sorted[middle] ?? '') < beginning) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this._sorted[low]?.startsWith(beginning) ?? false;
  }

  /**
   * The known words that take the fewest slips, the most usual one first; none when none is near.
   *
   * Abbreviations are left alone: in them every letter is another thing.
   */
  nearest(word: string, maxSlips = allowedSlips(word)): INearest {
    const key = `${String(maxSlips)} ${word}`;
    // Who goes on typing asks for the words before again.
    const before = this._answered.get(key);
    if (before !== undefined) {
      return before;
    }
    const answer = this._nearest(word, maxSlips);
    if (this._answered.size >= MAX_ANSWERED) {
      this._answered.clear();
    }
    this._answered.set(key, answer);
    return answer;
  }

  private _nearest(word: string, maxSlips: number): INearest {
    let found: string[] = [];
    let fewest = maxSlips;
    if (fewest === 0 || word.length > MAX_LENGTH) {
      return { words: [], slips: 0 };
    }
    const letters = lettersOf(word);
    for (const [index, known] of this._sorted.entries()) {
      if (
        known.length < MIN_LENGTH ||
        known.length > MAX_LENGTH ||
        Math.abs(known.length - word.length) > fewest ||
        // A slip changes two kinds of letters at most: tells most words apart without comparing them.
        bitCount(letters ^ (this._letters[index] ?? 0)) > 2 * fewest
      ) {
        continue;
      }
      const slips = distance(word, known, fewest);
      if (slips < fewest) {
        found = [known];
        fewest = slips;
      } else if (slips === fewest) {
        found.push(known);
      }
    }
    // The first letter is the one that people get right.
    const begins = (known: string): number => (known[0] === word[0] ? 0 : 1);
    return {
      words: found.sort(
        (a, b) => begins(a) - begins(b) || this._count(b) - this._count(a)
      ),
      slips: fewest
    };
  }

  /**
   * The two known words that were written as one, "sealevel"; null when there are none.
   */
  split(word: string): readonly [string, string] | null {
    for (let cut = word.length - 3; cut >= 3; cut--) {
      const [first, second] = [singular(word.slice(0, cut)), word.slice(cut)];
      if (this.has(first) && this.has(second)) {
        return [first, second];
      }
    }
    return null;
  }

  private _count(word: string): number {
    return this._counts.get(word) ?? 0;
  }

  private readonly _counts: ReadonlyMap<string, number>;
  private readonly _sorted: readonly string[];
  private readonly _answered = new Map<string, INearest>();
  /** Which letters each of the sorted words has. */
  private readonly _letters: Uint32Array;
}

/** A bit for each letter of a word; all that are none share what is left. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (letter & 3));
  }
  return bits >>> 0;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}

/**
 * How many slips a word may have: none where every letter is another thing, as in abbreviations and numbers.
 */
function allowedSlips(word: string): number {
  return /\d/.test(word)
    ? 0
    : (SLIPS.find(([longest]) => word.length <= longest)?.[1] ?? 0);
}

/** Rows of the table of distances, used again and again: no word is longer than forty letters. */
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/**
 * Letters that were left out, added, changed or swapped with their neighbour; anything above `limit` is `limit + 1`.
 *
 * Optimal string alignment (restricted Damerau-Levenshtein) distance of words of at most sixty letters.
 */
function distance(a: string, b: string, limit: number): number {
  let [beforeLast, last, row] = ROWS as [Uint8Array, Uint8Array, Uint8Array];
  const { length } = b;
  for (let j = 0; j <= length; j++) {
    last[j] = j;
  }
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    const before = i > 1 ? a.charCodeAt(i - 2) : -1;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (letter === other ? 0 : 1)
      );
      if (j > 1 && letter === b.charCodeAt(j - 2) && before === other) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) {
      return limit + 1;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[length] ?? limit + 1;
}
