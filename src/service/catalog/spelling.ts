import { singular } from './words';

/** One slip in a short word, two in a longer one; three only in the longest, else it is another word. */
const SLIPS: readonly (readonly [number, number])[] = [
  [3, 0],
  [6, 1],
  [10, 2],
  [40, 3]
];

/** Any two words of two letters are two slips apart. */
const MIN_LENGTH = 3;

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
  }

  has(word: string): boolean {
    return this._counts.has(word);
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
  nearest(word: string, maxSlips = allowedSlips(word)): readonly string[] {
    let found: string[] = [];
    let fewest = maxSlips;
    for (const known of maxSlips > 0 ? this._counts.keys() : []) {
      if (
        known.length < MIN_LENGTH ||
        Math.abs(known.length - word.length) > fewest
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
    return found.sort(
      (a, b) => begins(a) - begins(b) || this._count(b) - this._count(a)
    );
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
}

/**
 * How many slips a word may have: none where every letter is another thing, as in abbreviations and numbers.
 */
export function allowedSlips(word: string): number {
  return /\d/.test(word)
    ? 0
    : (SLIPS.find(([longest]) => word.length <= longest)?.[1] ?? 0);
}

/**
 * Letters that were left out, added, changed or swapped with their neighbour; anything above `limit` is `limit + 1`.
 *
 * Optimal string alignment (restricted Damerau-Levenshtein) distance.
 */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + change
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) {
      return limit + 1;
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
