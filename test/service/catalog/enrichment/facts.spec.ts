import type { ArrayContents, Variable } from '../../../../src/contract';
import { cadenceOf } from '../../../../src/service/catalog/enrichment/cadence';
import { factsOf } from '../../../../src/service/catalog/enrichment/facts';

function variable(
  path: string,
  shape: readonly number[],
  fields: Partial<Variable> = {}
): Variable {
  return {
    path,
    dimensions: shape.map((_, axis) => ['time', 'lat', 'lon'][axis] ?? 'x'),
    shape: [...shape],
    dtype: 'float32',
    chunks: null,
    chunkCount: 1,
    bytes: null,
    packing: '',
    units: null,
    longName: null,
    standardName: null,
    fillValue: null,
    attributes: [],
    isCoordinate: false,
    noLook: null,
    ...fields
  };
}

function contents(
  attributes: Readonly<Record<string, string>>,
  variables: readonly Variable[] = []
): ArrayContents {
  return {
    kind: 'arrays',
    form: 'zarr',
    versions: null,
    format: 'Zarr format 2, consolidated',
    dimensions: [{ name: 'time', size: 480 }],
    variables: [...variables],
    variableCount: variables.length,
    attributes: Object.entries(attributes).map(([name, value]) => ({
      name,
      value
    })),
    bytes: 1000,
    chunkCount: 1,
    notes: []
  };
}

const axes = (rows: number, columns: number): Variable[] => [
  variable('lat', [rows], { isCoordinate: true }),
  variable('longitude', [columns], {
    isCoordinate: true,
    standardName: 'longitude'
  })
];

describe('factsOf', () => {
  it('tells variables from coordinates, and a standard name from a long one', () => {
    const { variables } = factsOf(
      contents({}, [
        variable('ocean/tos', [1, 2, 3], {
          standardName: 'sea_surface_temperature',
          longName: 'sea_surface_temperature',
          units: 'degC'
        }),
        ...axes(180, 360)
      ]),
      null
    );

    expect(variables).toEqual([
      {
        name: 'tos',
        standardName: 'sea_surface_temperature',
        longName: null,
        units: 'degC',
        dimensions: ['time', 'lat', 'lon']
      }
    ]);
  });

  it('believes declared times and grids', () => {
    expect(
      factsOf(
        contents({
          time_coverage_start: '1993-01-01T00:00:00Z',
          time_coverage_end: '2021-12-31',
          time_coverage_resolution: 'P1D',
          geospatial_lat_resolution: '0.25 degrees',
          geospatial_lat_min: '-80',
          geospatial_lat_max: '90',
          geospatial_lon_min: '-180',
          geospatial_lon_max: '180'
        }),
        null
      )
    ).toMatchObject({
      timeSpan: { start: '1993-01-01', end: '2021-12-31' },
      cadence: 'daily',
      resolutionDegrees: 0.25,
      extent: { west: -180, south: -80, east: 180, north: 90 }
    });
  });

  it('takes times from the time axis where nothing is declared', () => {
    expect(
      factsOf(contents({}), {
        first: '1981-01-16',
        last: '2020-12-16',
        stepMs: 30 * 86_400_000
      })
    ).toMatchObject({
      timeSpan: { start: '1981-01-16', end: '2020-12-16' },
      cadence: 'monthly'
    });
  });

  it.each([
    [720, 1440, 0.25],
    [721, 1440, 0.25],
    [180, 360, 1],
    [400, 300, null],
    [4, 8, null]
  ])(
    'knows the globe by its %i rows and %i columns',
    (rows, columns, degrees) => {
      expect(
        factsOf(contents({}, axes(rows, columns)), null).resolutionDegrees
      ).toBe(degrees);
    }
  );

  it('believes nothing that cannot be', () => {
    expect(
      factsOf(
        contents({
          time_coverage_start: '2021-01-01',
          time_coverage_end: '1993-01-01',
          geospatial_lat_resolution: '-1',
          geospatial_lat_min: '-900',
          geospatial_lat_max: '90',
          geospatial_lon_min: 'west',
          geospatial_lon_max: '180',
          frequency: '__proto__'
        }),
        null
      )
    ).toMatchObject({
      timeSpan: null,
      cadence: null,
      resolutionDegrees: null,
      extent: null
    });
  });

  it('B56 keeps two hundred of many variables, with names of a bearable length', () => {
    const many = Array.from({ length: 500 }, (_, number) =>
      variable(`${'v'.repeat(1000)}${String(number)}`, [1])
    );
    const { variables } = factsOf(contents({}, many), null);

    expect(variables).toHaveLength(200);
    expect(variables[0]?.name).toHaveLength(200);
  });
});

describe('cadenceOf', () => {
  it.each([
    [1800_000, 'sub-hourly'],
    [3_600_000, 'hourly'],
    [6 * 3_600_000, 'sub-daily'],
    [86_400_000, 'daily'],
    [8 * 86_400_000, 'weekly'],
    [31 * 86_400_000, 'monthly'],
    [360 * 86_400_000, 'yearly'],
    [90 * 86_400_000, null],
    [0, null],
    [NaN, null]
  ])('names a step of %i ms', (stepMs, name) => {
    expect(cadenceOf(stepMs)).toBe(name);
  });
});
