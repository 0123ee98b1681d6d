import { invalid } from './failure';
import { isRecord } from './json';

/**
 * What a `fields` parameter selects: the fields by name, each with the selection below it; null selects everything.
 */
export type Mask = ReadonlyMap<string, Mask> | null;

/**
 * Read a `fields` parameter: `items(name,size),nextPageToken`, `items/name`, `*`.
 *
 * @throws Failure 400 when it cannot be read.
 */
export function parseFields(text: string | null): Mask {
  if (text === null) {
    return null;
  }
  const reader = { text: text.replaceAll(/\s/g, ''), at: 0 };
  const mask = readList(reader);
  if (reader.at < reader.text.length) {
    throw invalidSelection(text);
  }
  return mask;
}

interface IReader {
  readonly text: string;
  at: number;
}

function readList(reader: IReader): Mask {
  const fields = new Map<string, Mask>();
  let hasStar = false;
  for (;;) {
    const name = readName(reader);
    const below = readBelow(reader);
    hasStar ||= name === '*' && below === null;
    fields.set(name, merge(fields.get(name), below));
    if (reader.text[reader.at] !== ',') {
      return hasStar ? null : fields;
    }
    reader.at++;
  }
}

function readName(reader: IReader): string {
  const match = /^[\w*.-]+/.exec(reader.text.slice(reader.at));
  if (match === null) {
    throw invalidSelection(reader.text);
  }
  reader.at += match[0].length;
  return match[0];
}

function readBelow(reader: IReader): Mask {
  const next = reader.text[reader.at];
  if (next === '/') {
    reader.at++;
    return new Map([[readName(reader), readBelow(reader)]]);
  }
  if (next !== '(') {
    return null;
  }
  reader.at++;
  const mask = readList(reader);
  if (reader.text[reader.at] !== ')') {
    throw invalidSelection(reader.text);
  }
  reader.at++;
  return mask;
}

function merge(known: Mask | undefined, more: Mask): Mask {
  if (known === undefined) {
    return more;
  }
  return known === null || more === null ? null : new Map([...known, ...more]);
}

function invalidSelection(text: string): Error {
  return invalid(`Invalid field selection ${text}`, 'fields');
}

/**
 * The selection below one field; undefined: the field is not selected.
 */
export function below(mask: Mask, name: string): Mask | undefined {
  if (mask === null) {
    return null;
  }
  return mask.get(name) ?? (mask.has(name) ? null : mask.get('*'));
}

/**
 * Refuse a selection that names a field which the resource does not have, as Google does.
 *
 * @throws Failure 400
 */
export function checkFields(mask: Mask, known: ReadonlySet<string>): void {
  for (const name of mask?.keys() ?? []) {
    if (name !== '*' && !known.has(name)) {
      throw invalidSelection(name);
    }
  }
}

/**
 * The selected part of a resource.
 */
export function select(
  resource: Record<string, unknown>,
  mask: Mask
): Record<string, unknown> {
  const selected: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(resource)) {
    const partMask = below(mask, name);
    if (partMask !== undefined) {
      selected[name] = selectPart(part, partMask);
    }
  }
  return selected;
}

/**
 * The selected part of any JSON value; of an array, that of each entry.
 */
export function selectPart(value: unknown, mask: Mask): unknown {
  if (mask === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(entry => selectPart(entry, mask));
  }
  return isRecord(value) ? select(value, mask) : value;
}
