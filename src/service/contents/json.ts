import { LeapError } from '../../contract';

/** A JSON object from outside. Read it with `field` alone: it may have a key `__proto__`. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Read a JSON object. Numbers that Python's `json` writes and JSON has not (`NaN`, `Infinity`) become text.
 *
 * @param what - What it is, for the sentence.
 * @throws LeapError `bad-upstream` when it is none.
 */
export function parseObject(bytes: Uint8Array, what: string): JsonObject {
  const text = new TextDecoder().decode(bytes);
  const value = parseJson(text) ?? parseJson(withoutNaN(text));
  if (!isObject(value)) {
    throw new LeapError(
      'bad-upstream',
      `${what} cannot be read: it is not a JSON object.`
    );
  }
  return value;
}

/**
 * An own field of a value; undefined when it has none. Never one that objects inherit.
 */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The text of a value; null when it is none.
 */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * The value that a JSON text stands for; undefined when it is none.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller says so.
    return undefined;
  }
}

/**
 * Outside of strings alone. Piece by piece: a pattern of a whole string begins anew at each mark of one that does not end, and
 * remembers each of its characters.
 */
function withoutNaN(text: string): string {
  let isInString = false;
  return text.replace(/\\[^]|"|-?\b(?:NaN|Infinity)\b/g, match => {
    if (match === '"') {
      isInString = !isInString;
    }
    return isInString || /^["\\]/.test(match) ? match : `"${match}"`;
  });
}
