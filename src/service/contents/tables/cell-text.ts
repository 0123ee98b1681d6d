import { isUtf8 } from 'node:buffer';
import { valueText } from '../attributes';

const MAX_CELL = 80;

/**
 * A value of a table in words.
 *
 * @param within - Where in the value, `latitude` of a position; empty: all of it.
 * @param isDay - It is a date, without a time.
 */
export function cellText(
  value: unknown,
  within: string,
  isDay: boolean
): string {
  let inner = value;
  for (const name of within === '' ? [] : within.split('.')) {
    if (isRecord(inner) && Object.hasOwn(inner, name)) {
      inner = inner[name];
    }
  }
  const text = isDay ? inWords(inner).slice(0, 10) : inWords(inner);
  return text.length <= MAX_CELL
    ? text
    : `${text.slice(0, MAX_CELL - 1).toWellFormed()}…`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Date) {
    return instant(value);
  }
  if (value instanceof Uint8Array) {
    return isText(value)
      ? Buffer.from(value).toString()
      : `${String(value.length)} bytes`;
  }
  return Array.isArray(value)
    ? `[${value.slice(0, 20).map(inWords).join(', ')}${value.length > 20 ? ', …' : ''}]`
    : valueText(value);
}

/** Older writers do not mark text as text. */
function isText(bytes: Uint8Array): boolean {
  return (
    bytes.length > 0 &&
    isUtf8(bytes) &&
    !bytes.subarray(0, 4 * MAX_CELL).some(byte => byte < 32)
  );
}

/** `2024-03-01 12:30:00`. */
function instant(date: Date): string {
  if (Number.isNaN(date.getTime())) {
    return '?';
  }
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
