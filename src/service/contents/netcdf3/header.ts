import type { Attributes } from '../attributes';
import { HeaderBytes, nonsense, textOf } from './header-bytes';

/** Far more than anybody's file has; what claims more is damaged. */
const MAX_ITEMS = 50_000;
const MAX_DIMENSIONS = 64;

/** Values of an attribute that are kept: nobody reads more in a sidebar. */
const MAX_VALUES = 1000;

const DIMENSION = 10;
const VARIABLE = 11;
const ATTRIBUTE = 12;
const CHAR = 2;

/** How the header numbers its types, with the letters that Zarr has for them. */
const TYPES: Readonly<
  Record<number, { readonly letters: string; readonly bytes: number }>
> = {
  1: { letters: '|i1', bytes: 1 },
  [CHAR]: { letters: '|S1', bytes: 1 },
  3: { letters: '>i2', bytes: 2 },
  4: { letters: '>i4', bytes: 4 },
  5: { letters: '>f4', bytes: 4 },
  6: { letters: '>f8', bytes: 8 },
  7: { letters: '|u1', bytes: 1 },
  8: { letters: '>u2', bytes: 2 },
  9: { letters: '>u4', bytes: 4 },
  10: { letters: '>i8', bytes: 8 },
  11: { letters: '>u8', bytes: 8 }
};

/**
 * A variable as the header has it.
 */
export interface IHeaderVariable {
  readonly name: string;
  /** Indexes of dimensions. */
  readonly dimensions: readonly number[];
  readonly attributes: Attributes;
  /** As Zarr writes it: `>f4`. */
  readonly type: string;
  readonly itemBytes: number;
  /** Where its data begin in the file, in bytes. */
  readonly begin: number;
}

/**
 * The header of a classic NetCDF file.
 */
export interface IHeader {
  /** 1: classic; 2: with 64-bit offsets; 5: with 64-bit sizes. */
  readonly version: 1 | 2 | 5;
  /** Null: whoever wrote it did not say; as many as there is room for. */
  readonly records: number | null;
  /** Length 0: the one that grows, whose steps are the records. */
  readonly dimensions: readonly {
    readonly name: string;
    readonly length: number;
  }[];
  readonly attributes: Attributes;
  readonly variables: readonly IHeaderVariable[];
}

/**
 * Read a header from the beginning of a file.
 *
 * @throws MoreNeeded when it goes on beyond these bytes; LeapError `bad-upstream` when it makes no sense.
 * @see https://docs.unidata.ucar.edu/netcdf-c/current/file_format_specifications.html
 */
export function readHeader(bytes: Uint8Array): IHeader {
  const version = bytes[3];
  if (version !== 1 && version !== 2 && version !== 5) {
    throw nonsense();
  }
  const from = new HeaderBytes(bytes, version === 5);
  return {
    version,
    records: from.countOrNone(),
    dimensions: readList(from, DIMENSION, () => ({
      name: from.name(),
      length: from.count(Number.MAX_SAFE_INTEGER)
    })),
    attributes: readAttributes(from),
    variables: readList(from, VARIABLE, () => readVariable(from, version))
  };
}

function readList<T>(from: HeaderBytes, tag: number, read: () => T): T[] {
  const found = from.word();
  const count = from.count(MAX_ITEMS);
  if (found !== tag && (found !== 0 || count !== 0)) {
    throw nonsense();
  }
  return Array.from({ length: count }, read);
}

function readVariable(from: HeaderBytes, version: number): IHeaderVariable {
  const name = from.name();
  const dimensions = Array.from({ length: from.count(MAX_DIMENSIONS) }, () =>
    from.count(MAX_ITEMS)
  );
  const attributes = readAttributes(from);
  const { letters, bytes } = readType(from);
  // Its size follows from its shape, and is wrong here where it is large.
  from.countOrNone();
  const begin = from.offset(version !== 1);
  return {
    name,
    dimensions,
    attributes,
    type: letters,
    itemBytes: bytes,
    begin
  };
}

function readAttributes(from: HeaderBytes): Attributes {
  return new Map(
    readList(from, ATTRIBUTE, (): [string, unknown] => {
      const name = from.name();
      const { letters, bytes } = readType(from);
      const count = from.count(Number.MAX_SAFE_INTEGER / 8);
      const values = from.padded(count * bytes);
      return [
        name,
        letters === '|S1' ? textOf(values) : numbersOf(values, letters)
      ];
    })
  );
}

function readType(from: HeaderBytes): { letters: string; bytes: number } {
  const type = TYPES[from.word()];
  if (!type) {
    throw nonsense();
  }
  return type;
}

/** One number by itself, as other formats have it. */
function numbersOf(bytes: Uint8Array, letters: string): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Number(letters.slice(2));
  const length = Math.min(MAX_VALUES, bytes.length / size);
  const values = Array.from({ length }, (_, at) =>
    numberAt(view, at * size, letters)
  );
  return values.length === 1 ? values[0] : values;
}

function numberAt(
  view: DataView,
  at: number,
  letters: string
): number | bigint {
  switch (letters.slice(1)) {
    case 'i1':
      return view.getInt8(at);
    case 'u1':
      return view.getUint8(at);
    case 'i2':
      return view.getInt16(at);
    case 'u2':
      return view.getUint16(at);
    case 'i4':
      return view.getInt32(at);
    case 'u4':
      return view.getUint32(at);
    case 'f4':
      return view.getFloat32(at);
    case 'f8':
      return view.getFloat64(at);
    case 'i8':
      return plain(view.getBigInt64(at));
    default:
      return plain(view.getBigUint64(at));
  }
}

function plain(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
