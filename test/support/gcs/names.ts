import { Failure } from './failure';

/**
 * The order in which Cloud Storage lists: that of the names' UTF-8 bytes, which is that of their code points.
 *
 * JavaScript's own order is that of UTF-16 units, in which the surrogates of U+10000 and above stand before U+E000–FFFF.
 */
export function compareNames(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const unitA = a.charCodeAt(index);
    const unitB = b.charCodeAt(index);
    if (unitA !== unitB) {
      return weight(unitA) - weight(unitB);
    }
  }
  return a.length - b.length;
}

function weight(unit: number): number {
  if (unit < 0xd800) {
    return unit;
  }
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

const MOST_NAME_BYTES = 1024;

/**
 * Refuse what Cloud Storage refuses as an object's name.
 *
 * @throws Failure 400
 */
export function checkObjectName(name: string): void {
  if (name === '') {
    throw new Failure(400, 'required', 'Required parameter: name');
  }
  if (Buffer.byteLength(name) > MOST_NAME_BYTES) {
    throw new Failure(
      400,
      'invalid',
      `The maximum object length is ${String(MOST_NAME_BYTES)} characters, but got a name with ${String(Buffer.byteLength(name))} characters.`
    );
  }
  if (/[\r\n\0\p{Surrogate}]/u.test(name)) {
    throw new Failure(
      400,
      'invalid',
      'Disallowed unicode characters present in object name.'
    );
  }
  if (
    name === '.' ||
    name === '..' ||
    name.startsWith('.well-known/acme-challenge/')
  ) {
    throw new Failure(400, 'invalid', `Invalid object name: '${name}'`);
  }
}

/**
 * The first index at which `isPast` holds; it must be false up to there and true from there on.
 */
export function firstIndex(
  length: number,
  isPast: (index: number) => boolean,
  from = 0
): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
