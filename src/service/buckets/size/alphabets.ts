import { commonLength, compareKeys } from '../names/key-order';
import type { ISizedObjects } from '../store/sized-objects';
import type { IListedPage } from './page-span';
import { OUTSIDE, slotsOf, wordOf } from './slots';

/** Keys of a page that are looked at, evenly spread over it. */
const SAMPLED_KEYS = 64;

/** So many pages teach nearly all there is; from then on, one in some does. */
const EAGER_PAGES = 100;
const LATER_EVERY = 8;

/** So many guesses are enough to change a mind. */
const MOST_TRUST = 3;

/** A wrong guess costs a request, a right one only saves time. */
const COST_OF_ERROR = 2;

const DIGITS = Array.from('0123456789');
const LOWER = Array.from('abcdefghijklmnopqrstuvwxyz');
const UPPER = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/**
 * The characters that a position of a key may hold, in the order of keys.
 */
export interface IAlphabet {
  readonly letters: readonly string[];
  /** All of them were seen to come and go; otherwise it is a guess from what stands there. */
  readonly isSure: boolean;
  /** Nothing else was ever seen there. */
  readonly isConstant: boolean;
}

/** A position, counted from the last slash and from the last mark such as `-` or `.`: alike names have it alike. */
interface ISlot {
  readonly seen: Set<string>;
  /** It went back to a lower character while keys grew: it has counted to its end at least once. */
  hasWrapped: boolean;
  /** Looked for in vain, and not seen since. */
  readonly absent: Set<string>;
  /** What was looked for in vain came after all: that it is absent says nothing. */
  isOpen: boolean;
  sorted: readonly string[] | null;
}

/**
 * What the keys listed so far say about the characters of those to come.
 */
export class Alphabets {
  constructor(private readonly _prefix: string) {}

  /**
   * Take in names of a page: of as many `keys` as there are from `from` on, which are in order.
   *
   * @param before - The last name of the page just before this one; null: there is none, or it was not taken in.
   * @returns Whether it was taken in: of many pages, some are enough.
   */
  learn(
    objects: Pick<ISizedObjects, 'nameAt'>,
    { from, keys }: Pick<IListedPage, 'from' | 'keys'>,
    before: string | null
  ): boolean {
    this._pages += 1;
    if (this._pages > EAGER_PAGES && this._pages % LATER_EVERY > 0) {
      return false;
    }
    const step = Math.max(1, Math.floor(keys / SAMPLED_KEYS));
    let last = before === null ? null : Array.from(before);
    for (let at = from; at < from + keys; at += step) {
      const points = Array.from(objects.nameAt(at));
      this._compare(last, points);
      last = points;
    }
    return true;
  }

  /**
   * A guess was right: there are keys from `key` on.
   */
  confirm(last: string, key: string): void {
    const { word } = this._choice(last, key);
    this._trust.set(word, Math.min(MOST_TRUST, this._trustIn(word) + 1));
  }

  /**
   * A guess was wrong: nothing lies between these two keys, although what is before them looked as if.
   */
  refute(last: string, key: string, end: string | null): void {
    const { at, id, word } = this._choice(last, key);
    this._trust.set(
      word,
      Math.max(-MOST_TRUST, this._trustIn(word) - COST_OF_ERROR)
    );
    const slot = this._slots.get(id);
    const first = Array.from(key)[at] ?? '';
    const points = Array.from(last).slice(0, at).join('');
    const stop = end?.startsWith(points) === true ? Array.from(end)[at] : null;
    for (const point of kindOf(first)) {
      const isInGap =
        compareKeys(point, first) > 0 &&
        (typeof stop !== 'string' || compareKeys(point, stop) < 0);
      if (isInGap && slot?.seen.has(point) === false) {
        slot.absent.add(point);
      }
    }
  }

  /**
   * The alphabets of the positions `from` to `upTo` of keys that look like this one.
   */
  of(
    points: readonly string[],
    from: number,
    upTo: number
  ): readonly IAlphabet[] {
    const ids = slotsOf(points, this._prefix.length, from);
    const alphabets: IAlphabet[] = [];
    for (let at = from; at < upTo; at += 1) {
      alphabets.push(
        this._alphabet(ids[at - from] ?? OUTSIDE, points[at] ?? '')
      );
    }
    return alphabets;
  }

  /** The first position where a guess differs from the last key that was listed. */
  private _choice(
    last: string,
    key: string
  ): { readonly at: number; readonly id: number; readonly word: number } {
    const points = Array.from(last);
    const at = Array.from(key).findIndex((one, index) => one !== points[index]);
    const [id = OUTSIDE] = slotsOf(
      points,
      this._prefix.length,
      Math.max(0, at)
    );
    return { at, id, word: wordOf(id) };
  }

  private _trustIn(word: number): number {
    return this._trust.get(word) ?? 0;
  }

  /** Take in a key; what it shares with the one before it was taken in with that one. */
  private _compare(
    before: readonly string[] | null,
    points: readonly string[]
  ): void {
    const common = before === null ? 0 : commonLength(before, points);
    const start = this._prefix.length;
    const stood = new Map<number, string>();
    if (before !== null) {
      slotsOf(before, start, common).forEach((id, index) => {
        stood.set(id, before[common + index] ?? '');
      });
    }
    slotsOf(points, start, common).forEach((id, index) => {
      this._see(id, points[common + index] ?? '', stood.get(id));
    });
  }

  private _see(id: number, point: string, before: string | undefined): void {
    let slot = this._slots.get(id);
    if (slot === undefined) {
      slot = {
        seen: new Set(),
        hasWrapped: false,
        absent: new Set(),
        isOpen: false,
        sorted: null
      };
      this._slots.set(id, slot);
    }
    if (!slot.seen.has(point)) {
      slot.seen.add(point);
      // Seen although it was ruled out: it had only not been reached yet, as in numbered folders of different sizes.
      slot.isOpen ||= slot.absent.has(point);
      slot.sorted = null;
    }
    if (before !== undefined && compareKeys(before, point) > 0) {
      slot.hasWrapped = true;
      const word = wordOf(id);
      const pool = this._pools.get(word) ?? new Set<string>();
      this._pools.set(word, pool);
      for (const one of slot.seen) {
        pool.add(one);
      }
    }
  }

  private _alphabet(id: number, point: string): IAlphabet {
    const slot = this._slots.get(id);
    if (slot === undefined) {
      return { letters: [point], isSure: false, isConstant: true };
    }
    const isTrusted = this._trustIn(wordOf(id)) >= 0;
    if (slot.hasWrapped && slot.seen.has(point)) {
      slot.sorted ??= [...slot.seen].sort(compareKeys);
      return { letters: slot.sorted, isSure: isTrusted, isConstant: false };
    }
    const mixture = this._mixture(id, point);
    const kin = mixture ?? (kindOf(point) === DIGITS ? DIGITS : []);
    const letters = [...new Set([...slot.seen, ...kin])].filter(
      one => one === point || slot.isOpen || !slot.absent.has(one)
    );
    return {
      letters: letters.sort(compareKeys),
      isSure: mixture !== null && isTrusted,
      isConstant: slot.seen.size < 2 && slot.seen.has(point)
    };
  }

  /** Of a word such as a hash, which mixes kinds: what was seen anywhere in it. Null: it is no such word. */
  private _mixture(id: number, point: string): readonly string[] | null {
    const kind = kindOf(point);
    const pool = this._pools.get(wordOf(id));
    if (kind.length === 1 || pool?.has(point) !== true) {
      return null;
    }
    const others = [...pool].filter(one => kindOf(one).length > 1);
    return others.some(one => !kind.includes(one)) ? others : null;
  }

  private _pages = 0;
  private readonly _slots = new Map<number, ISlot>();
  /** Of each word, how much more often guesses about it were right than wrong. */
  private readonly _trust = new Map<number, number>();
  /** Characters of the slots of a word that have wrapped. */
  private readonly _pools = new Map<number, Set<string>>();
}

/** The characters among which one usually stands: all digits, all letters of its case, its block of Unicode, or itself alone. */
export function kindOf(point: string): readonly string[] {
  const code = point.codePointAt(0) ?? 0;
  if (code >= 0x80) {
    return block(code);
  }
  if (point >= '0' && point <= '9') {
    return DIGITS;
  }
  if (point >= 'a' && point <= 'z') {
    return LOWER;
  }
  return point >= 'A' && point <= 'Z' ? UPPER : [point];
}

/** The 64 characters that share all but the last byte of UTF-8. */
function block(code: number): readonly string[] {
  const start = code - (code % 64);
  let found = BLOCKS.get(start);
  if (found === undefined) {
    found = Array.from({ length: 64 }, (_, index) =>
      String.fromCodePoint(start + index)
    );
    BLOCKS.set(start, found);
  }
  return found;
}
const BLOCKS = new Map<number, readonly string[]>();
