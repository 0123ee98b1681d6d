import { rowsOf } from '../rows';
import type { IZarrArray } from '../zarr/zarr-array';
import { readDataType2 } from '../zarr/data-type';
import { nonsense } from './header-bytes';
import type { IHeader, IHeaderVariable } from './header';

/** Records of several variables lie one behind the other: so much is read at once to get the small ones of one of them. */
const TOGETHER_BYTES = 1 << 20;

/** Records of this size are worth a request of their own. */
const SMALL_BYTES = 4 << 10;

/** What the library writes where nobody wrote anything, by type. */
const UNWRITTEN: Readonly<Record<string, number>> = {
  '>i2': -32767,
  '>i4': -2147483647,
  '>f4': Math.fround(9.969209968386869e36),
  '>f8': 9.969209968386869e36
};

/**
 * A variable of a classic NetCDF file, with where its data lie.
 */
export interface INetcdf3Array extends IZarrArray {
  readonly begin: number;
  /** From one record to the next, in bytes; null: it has no records, and its data lie in one piece. */
  readonly recordStep: number | null;
}

/**
 * Where the data of each variable lie: the pieces that are read at once are the chunks of an array that is not packed.
 *
 * @throws LeapError `bad-upstream` when the header contradicts itself.
 */
export function layOut(header: IHeader, fileBytes: number): INetcdf3Array[] {
  const isGrowing = (variable: IHeaderVariable): boolean =>
    variable.dimensions.length > 0 &&
    header.dimensions[variable.dimensions[0] ?? -1]?.length === 0;
  const growing = header.variables.filter(isGrowing);
  const sizes = growing.map(variable => recordBytes(header, variable));
  // A single one lies without gaps.
  const step =
    sizes.length === 1
      ? (sizes[0] ?? 0)
      : sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / 4) * 4, 0);
  const first = Math.min(...growing.map(({ begin }) => begin));
  const records =
    header.records ??
    Math.max(0, Math.floor((fileBytes - first) / Math.max(1, step)));
  return header.variables.map(variable =>
    arrayOf(header, variable, isGrowing(variable) ? step : null, records)
  );
}

function arrayOf(
  header: IHeader,
  variable: IHeaderVariable,
  recordStep: number | null,
  records: number
): INetcdf3Array {
  const { name, attributes, type, itemBytes, begin } = variable;
  const inner = innerShape(header, variable);
  const shape = recordStep === null ? inner : [records, ...inner];
  const chunks =
    recordStep === null
      ? rowsOf(shape, itemBytes)
      : recordChunks(inner, itemBytes, recordStep, records);
  const { name: dtype } = readDataType2(type);
  return {
    path: name,
    shape,
    chunks,
    gridChunks: chunks,
    storedChunks: recordStep === null ? null : [1, ...inner],
    isSharded: false,
    dimensions: variable.dimensions.map(at =>
      (header.dimensions[at]?.name ?? '').slice(0, 200)
    ),
    dtype,
    itemBytes,
    fillValue: attributes.get('_FillValue') ?? UNWRITTEN[type] ?? null,
    attributes,
    packing: '',
    zarrFormat: 2,
    metadata: {
      zarr_format: 2,
      shape,
      chunks,
      dtype: type,
      compressor: null,
      filters: null,
      order: 'C',
      fill_value: null
    },
    begin,
    recordStep
  };
}

/** The lengths of its dimensions but for the one that grows. */
function innerShape(header: IHeader, variable: IHeaderVariable): number[] {
  const lengths = variable.dimensions.map(
    at => header.dimensions[at]?.length ?? NaN
  );
  const inner = lengths[0] === 0 ? lengths.slice(1) : lengths;
  const items = inner.reduce((product, length) => product * length, 1);
  if (inner.includes(0) || !(items * 8 <= Number.MAX_SAFE_INTEGER)) {
    throw nonsense();
  }
  return inner;
}

function recordBytes(header: IHeader, variable: IHeaderVariable): number {
  return innerShape(header, variable).reduce(
    (bytes, length) => bytes * length,
    variable.itemBytes
  );
}

/** Small records are read several at once, large ones some rows at a time. */
function recordChunks(
  inner: readonly number[],
  itemBytes: number,
  recordStep: number,
  records: number
): number[] {
  const bytes = inner.reduce((product, length) => product * length, itemBytes);
  const together =
    bytes > SMALL_BYTES
      ? 1
      : Math.floor(TOGETHER_BYTES / Math.max(1, recordStep));
  return together > 1
    ? [Math.max(1, Math.min(together, records)), ...inner]
    : [1, ...rowsOf(inner, itemBytes)];
}
