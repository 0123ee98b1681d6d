import type { ArrayContents, Dimension, Variable } from '../../contract';
import {
  bytesOf,
  chunkCountOf,
  nameOf,
  type IArray,
  type IArrays
} from './array';
import { shownAttributes, textAttribute, valueText } from './attributes';

/** More are not readable in a sidebar, and each is a kilobyte on the wire. */
const MAX_VARIABLES = 500;

/** Of a name that a look can be asked for. */
const MAX_PATH = 1024;

/** How the data are stored, shown elsewhere. */
const HIDDEN: ReadonlySet<string> = new Set([
  '_ARRAY_DIMENSIONS',
  '_FillValue',
  '_Netcdf4Coordinates',
  '_Netcdf4Dimid',
  '_NCProperties',
  'CLASS',
  'NAME',
  'DIMENSION_LIST',
  'REFERENCE_LIST'
]);

/**
 * What a data set holds, as it is shown: data before coordinates, as xarray does.
 */
export function summarise<A extends IArray>(
  dataset: IArrays<A>,
  noLook: (array: A) => string | null
): Omit<ArrayContents, 'form' | 'versions'> {
  const coordinates = coordinatePaths(dataset.arrays);
  const variables = dataset.arrays.map(array =>
    describe(array, coordinates.has(array.path), noLook(array))
  );
  const ordered = [
    ...variables.filter(({ isCoordinate }) => !isCoordinate),
    ...variables.filter(({ isCoordinate }) => isCoordinate)
  ];
  return {
    kind: 'arrays',
    format: dataset.format,
    dimensions: dimensionsOf(dataset.arrays),
    variables: ordered.slice(0, MAX_VARIABLES),
    variableCount: variables.length,
    attributes: shownAttributes(dataset.attributes, HIDDEN),
    bytes: total(variables.map(({ bytes }) => bytes)),
    chunkCount: total(variables.map(({ chunkCount }) => chunkCount)),
    notes: [...dataset.notes]
  };
}

/** Which arrays give positions: those named like their only dimension, and those that others name in `coordinates`. */
function coordinatePaths(arrays: readonly IArray[]): Set<string> {
  const paths = new Set<string>();
  const known = new Set(arrays.map(({ path }) => path));
  for (const array of arrays) {
    const name = nameOf(array);
    if (array.dimensions.length === 1 && array.dimensions[0] === name) {
      paths.add(array.path);
    }
    const group = array.path.slice(0, array.path.length - name.length);
    const named = [
      textAttribute(array.attributes, 'coordinates'),
      textAttribute(array.attributes, 'bounds')
    ];
    for (const text of named) {
      for (const word of text?.split(/\s+/) ?? []) {
        if (known.has(group + word)) {
          paths.add(group + word);
        }
      }
    }
  }
  return paths;
}

function describe(
  array: IArray,
  isCoordinate: boolean,
  noLook: string | null
): Variable {
  const { attributes } = array;
  const standardName = textAttribute(attributes, 'standard_name');
  const chunks =
    array.storedChunks === undefined ? array.chunks : array.storedChunks;
  const fill = array.fillValue ?? attributes.get('_FillValue') ?? null;
  return {
    path: array.path,
    dimensions: [...array.dimensions],
    shape: [...array.shape],
    dtype: array.dtype,
    chunks: chunks && [...chunks],
    chunkCount: believable(chunkCountOf({ ...array, chunks })),
    bytes: believable(bytesOf(array)),
    packing: array.packing,
    units: textAttribute(attributes, 'units'),
    longName: textAttribute(attributes, 'long_name') ?? standardName,
    standardName,
    fillValue: fill === null ? null : valueText(fill),
    attributes: shownAttributes(attributes, HIDDEN),
    isCoordinate,
    noLook:
      array.path.length > MAX_PATH
        ? 'Its name is too long to be asked for.'
        : noLook
  };
}

/** In the order of the largest arrays, as one writes them; where arrays of other groups differ in size, the first is kept. */
function dimensionsOf(arrays: readonly IArray[]): Dimension[] {
  const sizes = new Map<string, number>();
  const widest = arrays.toSorted((a, b) => b.shape.length - a.shape.length);
  for (const { dimensions, shape } of widest) {
    dimensions.forEach((name, axis) => {
      if (!sizes.has(name)) {
        sizes.set(name, shape[axis] ?? 0);
      }
    });
  }
  return [...sizes]
    .slice(0, MAX_VARIABLES)
    .map(([name, size]) => ({ name, size }));
}

/** What an absurd shape claims cannot be counted. */
function believable(number: number | null): number | null {
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

function total(numbers: readonly (number | null)[]): number | null {
  let sum: number | null = 0;
  for (const number of numbers) {
    sum = sum === null || number === null ? null : sum + number;
  }
  return believable(sum);
}
