/** Bits that one pass sorts by. */
const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Numbers in the order of their keys, the smallest first, those with the same key as they were.
 *
 * Digit by digit and not by comparing: 100,000 rows are sorted again with each page that comes, while somebody scrolls.
 *
 * @param keyOf - A whole number from 0 to `Number.MAX_SAFE_INTEGER`.
 */
export function sortedBy(
  numbers: readonly number[],
  keyOf: (number: number) => number
): number[] {
  let sorted = new Uint32Array(numbers);
  let keys = new Float64Array(numbers.length);
  let largest = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keyOf(sorted[at] ?? 0);
    keys[at] = key;
    largest = Math.max(largest, key);
  }
  for (let unit = 1; unit <= largest; unit *= DIGITS) {
    [sorted, keys] = byDigit(sorted, keys, unit);
  }
  return Array.from(sorted);
}

/** One pass: by the digit that counts this unit, what was sorted by the digits before it staying so. */
function byDigit(
  numbers: Uint32Array<ArrayBuffer>,
  keys: Float64Array<ArrayBuffer>,
  unit: number
): [Uint32Array<ArrayBuffer>, Float64Array<ArrayBuffer>] {
  const digits = new Uint16Array(keys.length);
  const ends = new Uint32Array(DIGITS);
  for (let at = 0; at < keys.length; at += 1) {
    const digit = Math.floor((keys[at] ?? 0) / unit) % DIGITS;
    digits[at] = digit;
    ends[digit] = (ends[digit] ?? 0) + 1;
  }
  for (let digit = 1; digit < DIGITS; digit += 1) {
    ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
  }
  const nextNumbers = new Uint32Array(keys.length);
  const nextKeys = new Float64Array(keys.length);
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? 0;
    const to = (ends[digit] ?? 0) - 1;
    ends[digit] = to;
    nextNumbers[to] = numbers[at] ?? 0;
    nextKeys[to] = keys[at] ?? 0;
  }
  return [nextNumbers, nextKeys];
}
