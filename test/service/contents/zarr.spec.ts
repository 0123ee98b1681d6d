import type { ArrayContents } from '../../../src/contract';
import type { ISource } from '../../../src/service/contents/source';
import { summarise } from '../../../src/service/contents/summary';
import { openZarr } from '../../../src/service/contents/zarr/open-zarr';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { MemorySource } from '../../support/data-sets/memory-source';
import { WrittenDataSets } from '../../support/data-sets/written';
import { never } from '../../support/service/never';

interface IStored {
  readonly dimensions: Record<string, number>;
  readonly variables: Record<string, Record<string, unknown>>;
  readonly title: string;
}

async function look(
  source: ISource
): Promise<Omit<ArrayContents, 'form' | 'versions'>> {
  const store = await openZarr(source, never);
  if (store === null) {
    throw new Error('No store.');
  }
  return summarise(store, () => null);
}

const HALF = `{"a":"${'\\"'.repeat(500_000)}`;

describe('Zarr stores that xarray wrote', () => {
  let written: WrittenDataSets;

  beforeAll(() => {
    written = new WrittenDataSets('write_zarr.py');
  });

  afterAll(() => {
    written.remove();
  });

  const expected = (name: string): IStored =>
    (written.expected as { stores: Record<string, IStored> }).stores[
      name
    ] as IStored;

  it.each(['v2', 'v2-loose', 'v3', 'v3-loose', 'v3-shards'])(
    'says of %s what xarray says',
    async name => {
      const source = new DirectorySource(written.at(name));
      const { dimensions, variables, attributes, notes } = await look(source);
      const known = expected(name);
      expect(
        Object.fromEntries(dimensions.map(({ name: of, size }) => [of, size]))
      ).toEqual(known.dimensions);
      const told = variables.map(
        ({ path, dimensions: along, shape, dtype, chunks, units }) => [
          path,
          { dimensions: along, shape, dtype, chunks, units }
        ]
      );
      expect(Object.fromEntries(told)).toEqual(known.variables);
      expect(attributes).toContainEqual({ name: 'title', value: known.title });
      expect(attributes).toContainEqual({
        name: 'history',
        value: 'made, checked'
      });
      expect(notes).toEqual([]);
    }
  );

  it('reads metadata alone: one round trip where they are consolidated', async () => {
    const source = new DirectorySource(written.at('v2'));
    await look(source);
    expect(source.asked).toEqual([
      'zarr.json',
      '.zmetadata',
      '.zarray',
      '.zgroup'
    ]);
  });

  it('tells data from coordinates, and how much there is', async () => {
    const { variables, bytes, chunkCount } = await look(
      new DirectorySource(written.at('v2'))
    );
    const kinds = variables.map(({ path, isCoordinate }) => [
      path,
      isCoordinate
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      sst: false,
      mask: false,
      count: false,
      time: true,
      lat: true,
      lon: true,
      month: true
    });
    const sst = variables.find(({ path }) => path === 'sst');
    expect(sst).toMatchObject({
      bytes: 12 * 45 * 90 * 2,
      chunkCount: 3 * 3 * 3,
      packing: 'blosc (lz4)',
      longName: 'sea surface temperature',
      standardName: 'sea_surface_temperature',
      fillValue: '-32768'
    });
    expect(bytes).toBe(
      12 * 45 * 90 * 2 + 45 * 90 + 4 + 12 * 8 + 45 * 8 + 90 * 8 + 12 * 32
    );
    expect(chunkCount).toBe(27 + 1 + 1 + 4);
  });

  it('says that a store without consolidated metadata cannot be listed over the web', async () => {
    const { variables, notes } = await look(
      new DirectorySource(written.at('v2-loose'), false)
    );
    expect(variables).toEqual([]);
    expect(notes[0]).toContain('not consolidated');
  });

  it('finds nothing where there is no store', async () => {
    const source = new DirectorySource(written.at('v2/sst/0.0.0'));
    expect(await openZarr(source, never)).toBeNull();
  });
});

describe('Zarr metadata that somebody made up', () => {
  const array = (change: object) => ({
    zarr_format: 2,
    shape: [4, 5],
    chunks: [2, 5],
    dtype: '<f4',
    fill_value: null,
    order: 'C',
    filters: null,
    compressor: null,
    ...change
  });
  const one = (change: object, attributes: object | string = {}) =>
    look(
      new MemorySource({
        '.zgroup': { zarr_format: 2 },
        '.zmetadata': `{"metadata":{"x/.zarray":${JSON.stringify(array(change))},"x/.zattrs":${
          typeof attributes === 'string'
            ? attributes
            : JSON.stringify(attributes)
        }}}`
      })
    );

  it('T18 does not count what an absurd shape claims', async () => {
    const { variables, bytes } = await one({
      shape: [9e15, 9e15],
      chunks: [1, 1]
    });
    expect(variables[0]).toMatchObject({ bytes: null, chunkCount: null });
    expect(bytes).toBeNull();
  });

  it.each([
    ['a shape of a million dimensions', { shape: Array(1e5).fill(1) }],
    ['a shape that does not fit the chunks', { chunks: [2] }],
    ['chunks of no length', { chunks: [0, 5] }],
    ['a negative shape', { shape: [-1, 5] }],
    ['a shape of text', { shape: ['4', 5] }],
    ['a shape beyond all numbers', { shape: [1e300, 5] }],
    ['no shape', { shape: null }]
  ])('T18 leaves out an array with %s, and says so', async (_, change) => {
    const { variables, notes } = await one(change);
    expect(variables).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('“x”')]);
  });

  it('T19 keeps names that objects have anyway apart from data', async () => {
    const { variables } = await one(
      {},
      '{"__proto__":{"units":"evil"},"constructor":"c","toString":1}'
    );
    expect(variables[0]?.units).toBeNull();
    expect(variables[0]?.attributes).toEqual([
      { name: '__proto__', value: '{"units":"evil"}' },
      { name: 'constructor', value: 'c' },
      { name: 'toString', value: '1' }
    ]);
    expect(Object.hasOwn(Object.prototype, 'units')).toBe(false);
  });

  it('T19 reads numbers that only Python writes, and leaves them in text alone', async () => {
    const { variables } = await one(
      {},
      '{"a": NaN, "b": [-Infinity, 1], "c": "NaN \\" Infinity"}'
    );
    expect(variables[0]?.attributes).toEqual([
      { name: 'a', value: 'NaN' },
      { name: 'b', value: '-Infinity, 1' },
      { name: 'c', value: 'NaN " Infinity' }
    ]);
  });

  it('B56 reads a string of 4 MB beside such a number', async () => {
    const { variables } = await one(
      {},
      `{"a": NaN, "b": "${'\\n'.repeat(2_000_000)}"}`
    );
    expect(variables[0]?.attributes[0]).toEqual({ name: 'a', value: 'NaN' });
  });

  it('T19 survives attributes nested without end', async () => {
    const deep = `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const { variables } = await one({}, deep);
    expect(variables[0]?.attributes[0]?.value.length).toBeLessThan(700);
  });

  it('cuts what is too long to be read, never in the middle of a character', async () => {
    const { variables } = await one({}, { note: '🧊'.repeat(5000) });
    const value = variables[0]?.attributes[0]?.value ?? '';
    expect(value.length).toBeLessThanOrEqual(600);
    // Throws for half a character.
    expect(decodeURIComponent(encodeURIComponent(value))).toBe(value);
  });

  it.each([
    ['something that is not JSON', '<html>'],
    ['a list', '[]'],
    ['nothing', ''],
    // It took hours once, in which the service answered nobody.
    ['B56 a string of a million marks that does not end', HALF],
    ['B56 millions of marks in a string', `{"a":"${'\\"'.repeat(8_000_000)}"`]
  ])('refuses metadata that are %s', async (_, text) => {
    await expect(
      look(new MemorySource({ 'zarr.json': text }))
    ).rejects.toMatchObject({
      code: 'bad-upstream',
      message: expect.stringContaining('zarr.json') as string
    });
  });
});
