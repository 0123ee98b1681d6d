import { compareKeys } from './key-order';

/** Positions behind the first change that are still worth a digit of the estimate. */
const EXTRA_POSITIONS = 2;

/** Keys of a page whose letters are looked at. */
const SAMPLED_KEYS = 100;

const DIGITS = Array.from('0123456789');
const LOWER = Array.from('abcdefghijklmnopqrstuvwxyz');
const UPPER = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/**
 * Where to cut a range of keys in two.
 */
export interface ISplit {
  readonly key: string;
  /** How many pages like the last one would fit in the range if its keys went on as they do: for comparing ranges. */
  readonly pages: number;
}

/**
 * Choose a key behind the last page of a range and before its end, from that page's keys alone.
 *
 * Keys are read as numbers, each position with the alphabet it seems to have, so that one page shows how wide
 * pages are. Where the range could hold very many, the end is mostly a guess (`run-0012/` does not say that
 * `run-9999/` exists), so the cut is at the geometric mean: a few cuts find the order of magnitude.
 *
 * @param page - Names of the last page, in order.
 * @returns Null when there is nothing to cut, or too little.
 */
export function chooseSplit(
  page: readonly string[],
  end: string | null,
  leastPages: number
): ISplit | null {
  const first = page[0];
  const last = page.at(-1);
  if (first === undefined || last === undefined || first === last) {
    return null;
  }
  const lastPoints = Array.from(last);
  const changed = commonLength(Array.from(first), lastPoints);
  const endPoints = end === null ? null : Array.from(end);
  const from = endPoints === null ? 0 : commonLength(lastPoints, endPoints);
  if (from > changed) {
    return null;
  }
  const upTo = Math.min(lastPoints.length, changed + 1 + EXTRA_POSITIONS);
  const alphabets = alphabetsOf(page, lastPoints, changed, from, upTo);
  const here = valueOf(lastPoints, alphabets, from);
  const before = valueOf(Array.from(first), alphabets, from);
  const limit =
    endPoints === null
      ? sizeOf(alphabets)
      : valueOf(endPoints, alphabets, from);
  const width = here > before ? here - before : 1n;
  const pages = limit > here ? (limit - here) / width : 0n;
  if (pages < BigInt(leastPages)) {
    return null;
  }
  const points = write(here + middle(pages) * width, alphabets);
  const key = lastPoints.slice(0, from).join('') + points;
  const isInside =
    compareKeys(key, last) > 0 && (end === null || compareKeys(key, end) < 0);
  return isInside ? { key, pages: Number(pages) } : null;
}

/** Half of a few, the square root of many. */
function middle(pages: bigint): bigint {
  const bits = pages.toString(2).length;
  return bits > 7 ? 1n << BigInt(bits >> 1) : (pages + 1n) / 2n;
}

function commonLength(
  left: readonly string[],
  right: readonly string[]
): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) {
    at += 1;
  }
  return at;
}

/**
 * The characters that each position may hold: those seen in the word that changes, else all of the kind
 * that stands there.
 */
function alphabetsOf(
  page: readonly string[],
  last: readonly string[],
  changed: number,
  from: number,
  upTo: number
): readonly (readonly string[])[] {
  const word = wordAt(last, changed);
  const seen = seenIn(page, word.start);
  const alphabets: (readonly string[])[] = [];
  for (let at = from; at < upTo; at += 1) {
    const point = last[at] ?? '';
    const isInWord = at >= word.start && at < word.end;
    const kind = kindOf(point);
    alphabets.push(
      isInWord && seen.includes(point) && kind.length > 1
        ? widen(seen, kind)
        : kind
    );
  }
  return alphabets;
}

/** The run of letters and digits around a position. */
function wordAt(
  points: readonly string[],
  at: number
): { start: number; end: number } {
  const isWord = (index: number): boolean =>
    kindOf(points[index] ?? '').length > 1;
  let start = at;
  while (start > 0 && isWord(start - 1)) {
    start -= 1;
  }
  let end = at;
  while (end < points.length && isWord(end)) {
    end += 1;
  }
  return { start, end };
}

/** Characters of the word at `start` over a sample of the page, in order. */
function seenIn(page: readonly string[], start: number): readonly string[] {
  const seen = new Set<string>();
  const step = Math.max(1, Math.floor(page.length / SAMPLED_KEYS));
  for (let index = 0; index < page.length; index += step) {
    const points = Array.from(page[index] ?? '');
    for (let at = start; at < points.length; at += 1) {
      const point = points[at] ?? '';
      if (kindOf(point).length === 1) {
        break;
      }
      seen.add(point);
    }
  }
  return [...seen].sort(compareKeys);
}

/** Digits alone may be any digit; a mixture such as that of a hash is what it is. */
function widen(
  seen: readonly string[],
  kind: readonly string[]
): readonly string[] {
  const isOneKind = seen.every(point => kind.includes(point));
  return isOneKind
    ? kind
    : [...new Set([...seen, ...DIGITS])].sort(compareKeys);
}

function kindOf(point: string): readonly string[] {
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
  return Array.from({ length: 64 }, (_, index) =>
    String.fromCodePoint(start + index)
  );
}

function sizeOf(alphabets: readonly (readonly string[])[]): bigint {
  return alphabets.reduce((size, { length }) => size * BigInt(length), 1n);
}

/** The key as a number of these digits; what sorts behind an alphabet counts as one more than its last digit. */
function valueOf(
  points: readonly string[],
  alphabets: readonly (readonly string[])[],
  from: number
): bigint {
  let value = 0n;
  let isPast = false;
  alphabets.forEach((alphabet, index) => {
    const point = points[from + index];
    const digit =
      isPast || point === undefined
        ? 0
        : alphabet.filter(letter => compareKeys(letter, point) < 0).length;
    value = value * BigInt(alphabet.length) + BigInt(digit);
    // Behind the alphabet, the positions that follow say nothing.
    isPast ||= digit === alphabet.length;
  });
  return value;
}

function write(
  value: bigint,
  alphabets: readonly (readonly string[])[]
): string {
  let rest = value;
  let text = '';
  for (const alphabet of [...alphabets].reverse()) {
    const radix = BigInt(alphabet.length);
    text = (alphabet[Number(rest % radix)] ?? '') + text;
    rest /= radix;
  }
  return text;
}
