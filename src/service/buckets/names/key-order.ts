/**
 * Order of keys as Google Storage has it: by the bytes of UTF-8, which is by code points and differs from
 * JavaScript's `<` beyond U+FFFF.
 *
 * @returns Negative, zero or positive.
 */
export function compareKeys(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) {
      return rank(a) - rank(b);
    }
  }
  return left.length - right.length;
}

/** Puts surrogates, which stand for U+10000 and more, behind U+E000–U+FFFF. */
function rank(unit: number): number {
  if (unit < 0xd800) {
    return unit;
  }
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/**
 * The first key behind everything that begins with `prefix`; null: there is no such key.
 */
export function endOfPrefix(prefix: string): string | null {
  const points = Array.from(prefix);
  for (;;) {
    const last = points.pop();
    if (last === undefined) {
      return null;
    }
    const code = last.codePointAt(0) ?? 0;
    if (code < 0x10ffff) {
      // U+D800–U+DFFF are no characters.
      const next = code === 0xd7ff ? 0xe000 : code + 1;
      return points.join('') + String.fromCodePoint(next);
    }
  }
}

/**
 * How many characters two keys share at their beginning.
 */
export function commonLength(
  left: readonly string[],
  right: readonly string[]
): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) {
    at += 1;
  }
  return at;
}
