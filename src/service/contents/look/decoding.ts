import type { IArray } from '../array';
import { numberAttribute } from '../attributes';

/**
 * From the number that is stored to the one that is meant; NaN: there are no data.
 */
export type Decode = (stored: number) => number;

/**
 * How the numbers of an array are meant by the CF conventions: as xarray reads them.
 *
 * @see https://cfconventions.org/cf-conventions/cf-conventions.html#packed-data
 */
export function decodingOf(array: IArray, fillIsMissing: boolean): Decode {
  const missing = missingValues(array, fillIsMissing);
  const scale = numberAttribute(array.attributes, 'scale_factor') ?? 1;
  const offset = numberAttribute(array.attributes, 'add_offset') ?? 0;
  if (scale === 1 && offset === 0) {
    return stored => (missing.has(stored) ? NaN : stored);
  }
  return stored => (missing.has(stored) ? NaN : stored * scale + offset);
}

function missingValues(array: IArray, fillIsMissing: boolean): Set<number> {
  const found = new Set<number>();
  const add = (value: unknown): void => {
    const number = readNumber(value, array.dtype);
    if (number !== null) {
      found.add(number);
    }
  };
  add(array.attributes.get('_FillValue'));
  if (fillIsMissing) {
    add(array.fillValue);
  }
  const missing = array.attributes.get('missing_value');
  for (const value of Array.isArray(missing)
    ? missing.slice(0, 100)
    : [missing]) {
    add(value);
  }
  return found;
}

/** For format 3, xarray writes a float as the base64 of its eight bytes. */
function readNumber(value: unknown, dtype: string): number | null {
  if (typeof value === 'string' && /^[A-Za-z0-9+/]{11}=$/.test(value)) {
    return rounded(Buffer.from(value, 'base64').readDoubleLE(0), dtype);
  }
  const number = numberAttribute(new Map([['value', value]]), 'value');
  return number === null ? null : rounded(number, dtype);
}

/** 1e20 is another number in single precision, and that one is stored. */
function rounded(value: number, dtype: string): number {
  return dtype === 'float32' ? Math.fround(value) : value;
}
