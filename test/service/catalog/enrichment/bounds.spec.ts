import type { ArrayContents, Slice, Variable } from '../../../../src/contract';
import { readBounds } from '../../../../src/service/catalog/enrichment/bounds';
import { never } from '../../../support/service/never';

function axis(path: string, length: number, more: Partial<Variable> = {}) {
  return {
    path,
    dimensions: [path],
    shape: [length],
    chunkCount: 1,
    standardName: null,
    attributes: [],
    noLook: null,
    ...more
  };
}

/** What is told of a store whose axes end like this. */
async function bounds(
  ends: Readonly<Record<string, readonly [number | null, number | null]>>,
  variables = [axis('lat', 20), axis('lon', 20)]
) {
  const asked: string[] = [];
  const told = await readBounds(
    'https://data.test/a.zarr',
    { variables } as unknown as ArrayContents,
    query => {
      asked.push(query.variable);
      const [min, max] = ends[query.variable] ?? [null, null];
      return Promise.resolve({ min, max } as unknown as Slice);
    },
    never
  );
  return { told, asked };
}

describe('readBounds', () => {
  it('gives the outer edges of the cells, and their size', async () => {
    const { told } = await bounds({ lat: [-18.5, 0.5], lon: [-81.5, -62.5] });

    expect(told).toEqual({
      extent: { west: -82, south: -19, east: -62, north: 1 },
      resolutionDegrees: 1
    });
  });

  it('goes no farther than the poles', async () => {
    const { told } = await bounds({ lat: [-90, 90], lon: [0, 342] });

    expect(told?.extent).toMatchObject({ south: -90, north: 90 });
  });

  it.each([
    ['metres', { lat: [0, 5_000_000], lon: [0, 5_000_000] }],
    ['without values', { lat: [null, null], lon: [0, 10] }],
    ['with a jump at the date line', { lat: [-10, 9], lon: [-180, 179] }]
  ] as const)('says nothing of axes %s', async (_, ends) => {
    expect((await bounds(ends)).told).toBeNull();
  });

  it.each([
    ['too long', [axis('lat', 1_000_000), axis('lon', 20)]],
    ['too scattered', [axis('lat', 20), axis('lon', 20, { chunkCount: 99 })]],
    [
      'packed in an unknown way',
      [axis('lat', 20, { noLook: 'x' }), axis('lon', 20)]
    ],
    ['missing', [axis('lat', 20)]],
    [
      'of several lengths',
      [axis('lat', 20), axis('latitude', 9), axis('lon', 9)]
    ]
  ])('does not read what is %s', async (_, variables) => {
    expect(await bounds({}, variables as never)).toEqual({
      told: null,
      asked: []
    });
  });
});
