import type { ArrayContents, Slice, Variable } from '../../../src/contract';

/** A variable of a data set, with what a test is about in place of its own. */
function variable(change: Partial<Variable> = {}): Variable {
  return {
    path: 'sst',
    dimensions: ['time', 'lat', 'lon'],
    shape: [480, 720, 1440],
    dtype: 'float32',
    chunks: [12, 720, 1440],
    chunkCount: 40,
    bytes: 1_990_656_000,
    packing: 'zstd',
    units: 'degC',
    longName: 'sea surface temperature',
    standardName: null,
    fillValue: 'NaN',
    attributes: [{ name: 'cell_methods', value: 'time: mean' }],
    isCoordinate: false,
    noLook: null,
    ...change
  };
}

export const ARRAYS: ArrayContents = {
  kind: 'arrays',
  form: 'zarr',
  versions: null,
  format: 'Zarr format 3, consolidated',
  dimensions: [
    { name: 'time', size: 480 },
    { name: 'lat', size: 720 },
    { name: 'lon', size: 1440 }
  ],
  variables: [
    variable(),
    variable({
      path: 'note',
      dimensions: [],
      shape: [],
      noLook: 'Values of the type <U8 are not drawn.'
    }),
    variable({ path: 'lat', dimensions: ['lat'], isCoordinate: true })
  ],
  variableCount: 3,
  attributes: [{ name: 'title', value: '<img src=x onerror=alert(1)>\u202e' }],
  bytes: 1_990_656_000,
  chunkCount: 42,
  notes: []
};

/** Two rows of three cells, the last one without data. */
export function slice(change: Partial<Slice> = {}): Slice {
  const cells = Float32Array.from([1, 2, 3, 4, 5, NaN]);
  return {
    variable: 'sst',
    longName: 'sea surface temperature',
    units: 'degC',
    drawn: 'map',
    width: 3,
    height: 2,
    base64: Buffer.from(cells.buffer).toString('base64'),
    min: 1,
    max: 5,
    missing: 1 / 6,
    x: {
      name: 'lon',
      units: 'degrees_east',
      values: [0, 120, 240],
      texts: null,
      isIndex: false
    },
    y: {
      name: 'lat',
      units: 'degrees_north',
      values: [45, -45],
      texts: null,
      isIndex: false
    },
    at: [{ dimension: 'time', index: 0, size: 480, text: '1985-01-01' }],
    chunksRead: 1,
    bytesRead: 2_100_000,
    notes: [],
    ...change
  };
}
