import type { Attribute } from '../../contract';
import { isObject, type JsonObject } from './json';

/** Attributes of a group or an array, by name. A map, since a name may be `__proto__`. */
export type Attributes = ReadonlyMap<string, unknown>;

/** More than anybody reads in a sidebar. */
const MAX_SHOWN = 100;
const MAX_VALUE = 600;
const MAX_NAME = 200;
const MAX_ITEMS = 50;

/**
 * The attributes in a JSON object.
 */
export function readAttributes(value: unknown): Attributes {
  return new Map(isObject(value) ? Object.entries(value) : []);
}

/**
 * One that is text; null when it is absent, empty or something else.
 */
export function textAttribute(
  attributes: Attributes,
  name: string
): string | null {
  const value = attributes.get(name);
  return typeof value === 'string' && value.trim() !== ''
    ? cut(value.trim(), MAX_VALUE)
    : null;
}

/**
 * One that is a number; null when it is absent or something else.
 */
export function numberAttribute(
  attributes: Attributes,
  name: string
): number | null {
  const value = attributes.get(name);
  const first: unknown =
    Array.isArray(value) && value.length === 1 ? value[0] : value;
  // `NaN` arrives as text, since JSON has none.
  const number =
    typeof first === 'string' && first.trim() !== '' ? Number(first) : first;
  return typeof number === 'number' ? number : null;
}

/**
 * What is shown of attributes: in their order, values in words.
 *
 * @param hidden - Those that say how the data are stored rather than what they are.
 */
export function shownAttributes(
  attributes: Attributes,
  hidden: ReadonlySet<string> = new Set()
): Attribute[] {
  return [...attributes]
    .filter(([name]) => !hidden.has(name))
    .slice(0, MAX_SHOWN)
    .map(([name, value]) => ({
      name: cut(name, MAX_NAME),
      value: valueText(value)
    }));
}

/**
 * A value in words, at most 600 characters.
 */
export function valueText(value: unknown): string {
  if (Array.isArray(value) && value.every(item => !isNested(item))) {
    const items = value.slice(0, MAX_ITEMS).map(plainText);
    const more = value.length > MAX_ITEMS ? ', …' : '';
    return cut(items.join(', ') + more, MAX_VALUE);
  }
  return cut(isNested(value) ? nestedText(value) : plainText(value), MAX_VALUE);
}

function isNested(value: unknown): value is JsonObject | unknown[] {
  return typeof value === 'object' && value !== null;
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}

function nestedText(value: JsonObject | unknown[]): string {
  try {
    return JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'bigint' ? String(inner) : inner
    );
  } catch {
    // Nested so deeply that it cannot be written out.
    return '…';
  }
}

/** Half a character at the cut is left out. */
function cut(text: string, maxLength: number): string {
  return text.length <= maxLength
    ? text.toWellFormed()
    : `${text.slice(0, maxLength - 1).toWellFormed()}…`;
}
