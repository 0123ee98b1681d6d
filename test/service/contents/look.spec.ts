import type { Slice, SliceQuery } from '../../../src/contract';
import type { Looks } from '../../../src/service/contents/looks';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import {
  expectSame,
  rowsOf,
  type Picture
} from '../../support/data-sets/pictures';
import { WrittenDataSets } from '../../support/data-sets/written';
import { noOther } from '../../support/data-sets/no-other';
import { readingThreads } from '../../support/contents/reader-bundle';
import { never } from '../../support/service/never';

interface IExpected {
  readonly pictures: Record<string, Picture>;
  readonly odd: Record<string, Picture>;
}

describe('A quick look at stores that xarray wrote', () => {
  let written: WrittenDataSets;
  let threads: ReturnType<typeof readingThreads>;
  let source: DirectorySource;

  beforeAll(() => {
    written = new WrittenDataSets('write_zarr.py');
    threads = readingThreads();
  });

  afterAll(() => {
    threads.dispose();
    written.remove();
  });

  const looks = (name: string): Looks => {
    source = new DirectorySource(written.at(name));
    return looksAt({ name, folder: source, object: null }, noOther, threads);
  };
  const query = (
    name: string,
    variable: string,
    at: Record<string, number> = {}
  ): SliceQuery => ({
    place: { url: `gs://test/${name}` },
    variable,
    positions: Object.entries(at).map(([dimension, index]) => ({
      dimension,
      index
    }))
  });
  const look = (
    name: string,
    variable: string,
    at?: Record<string, number>
  ): Promise<Slice> => looks(name).slice(query(name, variable, at), never);
  const expected = (): IExpected => written.expected as IExpected;

  it.each(['v2', 'v2-loose', 'v3', 'v3-loose', 'v3-shards'])(
    'draws of %s what xarray reads',
    async name => {
      const slice = await look(name, 'sst', { time: 7 });
      expect(slice).toMatchObject({
        drawn: 'map',
        units: 'degC',
        longName: 'sea surface temperature',
        at: [{ dimension: 'time', index: 7, size: 12, text: '2024-08-01' }],
        notes: []
      });
      expectSame(rowsOf(slice), expected().pictures[name]);
      const { min, max, missing, x, y } = slice;
      const values = rowsOf(slice)
        .flat()
        .filter(value => value !== null);
      expect(min).toBeCloseTo(Math.min(...values), 4);
      expect(max).toBeCloseTo(Math.max(...values), 4);
      expect(missing).toBeCloseTo((4 * 20) / (45 * 90), 6);
      expect(x).toMatchObject({ name: 'lon', units: 'degrees_east' });
      expect([x.values[0], x.values.at(-1)]).toEqual([-178, 178]);
      expect([y?.values[0], y?.values.at(-1)]).toEqual([88, -88]);
    }
  );

  it.each([
    ['south first, north up', 'south', { y: 2 }],
    ['latitude behind longitude, big-endian', 'turned', { y: 1 }],
    ['64-bit integers', 'whole', {}]
  ])('draws %s', async (_, variable, at) => {
    const slice = await look('odd', variable, at);
    expect(slice.drawn).toBe('map');
    expectSame(rowsOf(slice), expected().odd[variable]);
  });

  it('draws the means of a grid that is larger than the picture', async () => {
    const slice = await look('odd', 'large', { time: 1 });
    expect([slice.width, slice.height]).toEqual([360, 180]);
    expectSame(rowsOf(slice), expected().odd['large']);
    expect(slice.at).toMatchObject([{ text: '2001-02-01' }]);
  });

  it('draws a line, with a gap where there are no data', async () => {
    const slice = await look('odd', 'line');
    expect(slice).toMatchObject({
      drawn: 'line',
      y: null,
      x: { texts: ['2001-01-01', '2001-02-01'] }
    });
    expect(rowsOf(slice)).toEqual([[1.5, null]]);
  });

  it('says beforehand what it reads, to the byte, and reads no more', async () => {
    const wanted = query('v2', 'sst', { time: 7 });
    const cost = await looks('v2').cost(wanted, never);
    expect(cost).toMatchObject({
      chunks: 9,
      isExact: true,
      part: null,
      sliders: [{ name: 'time', size: 12 }]
    });
    // Another data set by name, so that nothing of it is kept from another test.
    const place = { url: 'gs://test/counted' };
    const slice = await looks('v2').slice({ ...wanted, place }, never);
    expect(slice.chunksRead).toBe(9);
    const chunks = source.asked.filter(key => /^sst\/\d/.test(key));
    expect([...new Set(chunks)].sort()).toEqual(
      ['0', '1', '2']
        .flatMap(y => ['0', '1', '2'].map(x => `sst/1.${y}.${x}`))
        .sort()
    );
    const coordinates = slice.bytesRead - cost.bytes;
    expect(coordinates).toBeGreaterThan(0);
    expect(coordinates).toBeLessThan(2000);
  });

  it('reads nothing again while the slider stays within a chunk', async () => {
    const some = looks('v3');
    const place = { url: 'gs://test/slid' };
    const first = await some.slice(
      { ...query('v3', 'sst', { time: 5 }), place },
      never
    );
    const second = await some.slice(
      { ...query('v3', 'sst', { time: 6 }), place },
      never
    );
    expect(first.bytesRead).toBeGreaterThan(0);
    expect(second.bytesRead).toBe(0);
  });

  it.each([
    ['text', 'month', 'not drawn'],
    ['a single value', 'count', 'single value']
  ])('refuses %s in words', async (_, variable, words) => {
    await expect(look('v2', variable)).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining(words) as string
    });
  });

  it('says that a variable is not there', async () => {
    await expect(look('v2', '__proto__')).rejects.toMatchObject({
      code: 'not-found'
    });
  });

  it('ends when nobody waits any more', async () => {
    const controller = new AbortController();
    const asked = looks('v2').slice(
      { ...query('v2', 'sst'), place: { url: 'gs://test/ended' } },
      controller.signal
    );
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});
