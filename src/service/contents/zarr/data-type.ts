import { field, textOf } from '../json';

/**
 * A type of items: its name as NumPy writes it, and its size.
 */
export interface IDataType {
  readonly name: string;
  /** Null: it differs from item to item, or is not known. */
  readonly itemBytes: number | null;
}

/** NumPy's letters, those of unicode text and times apart. */
const KINDS: Readonly<Record<string, string>> = {
  i: 'int',
  u: 'uint',
  f: 'float',
  c: 'complex'
};

/**
 * The type of a format 2 array: NumPy's short form, `<f4`.
 *
 * @see https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html#data-type-encoding
 */
export function readDataType2(value: unknown): IDataType {
  const [, letter = '', size = '', unit = ''] =
    /^[<>|]([A-Za-z])(\d{0,9})(\[\d*[a-zA-Z]+\])?$/.exec(textOf(value) ?? '') ??
    [];
  const bytes = Number(size);
  const kind = Object.hasOwn(KINDS, letter) ? KINDS[letter] : undefined;
  if (kind !== undefined && bytes > 0) {
    return { name: `${kind}${String(bytes * 8)}`, itemBytes: bytes };
  }
  switch (letter) {
    case 'b':
      return { name: 'bool', itemBytes: 1 };
    case 'M':
      return { name: `datetime64${unit}`, itemBytes: 8 };
    case 'm':
      return { name: `timedelta64${unit}`, itemBytes: 8 };
    case 'U':
      return { name: `<U${size}`, itemBytes: bytes * 4 };
    case 'S':
    case 'V':
      return { name: `${letter}${size}`, itemBytes: bytes };
    case 'O':
      return { name: 'object', itemBytes: null };
    default:
      return Array.isArray(value)
        ? { name: 'structured', itemBytes: null }
        : { name: 'unknown', itemBytes: null };
  }
}

/**
 * The type of a format 3 array: a name, or a name with a configuration.
 *
 * @see https://zarr-specs.readthedocs.io/en/latest/v3/data-types/index.html
 */
export function readDataType3(value: unknown): IDataType {
  const name = textOf(value) ?? textOf(field(value, 'name')) ?? 'unknown';
  const configuration = field(value, 'configuration');
  const plain = /^(?:u?int|b?float|complex)(\d{1,3})$/.exec(name);
  if (plain) {
    return { name, itemBytes: Math.ceil(Number(plain[1]) / 8) };
  }
  const raw = /^r(\d{1,6})$/.exec(name);
  if (raw) {
    return { name, itemBytes: Math.ceil(Number(raw[1]) / 8) };
  }
  switch (name) {
    case 'bool':
      return { name, itemBytes: 1 };
    case 'numpy.datetime64':
    case 'numpy.timedelta64': {
      const unit = textOf(field(configuration, 'unit')) ?? 'generic';
      return { name: `${name.slice(6)}[${unit.slice(0, 10)}]`, itemBytes: 8 };
    }
    case 'fixed_length_utf32':
      return sized('<U', 4, configuration);
    case 'null_terminated_bytes':
      return sized('S', 1, configuration);
    case 'raw_bytes':
      return sized('V', 1, configuration);
    default:
      return { name: name.slice(0, 40), itemBytes: null };
  }
}

/** NumPy counts characters where Zarr counts bytes. */
function sized(
  letter: string,
  bytesEach: number,
  configuration: unknown
): IDataType {
  const bytes = field(configuration, 'length_bytes');
  return typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0
    ? { name: letter + String(bytes / bytesEach), itemBytes: bytes }
    : { name: letter, itemBytes: null };
}
