import { readFileSync, statSync } from 'node:fs';
import { LeapError, type ArrayContents } from '../../../src/contract';
import { openContents } from '../../../src/service/contents/open-contents';
import { damagedCopies } from '../../support/data-sets/damaged';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { fileTarget } from '../../support/data-sets/file-target';
import { MemorySource } from '../../support/data-sets/memory-source';
import {
  expectSame,
  rowsOf,
  type Picture
} from '../../support/data-sets/pictures';
import { never } from '../../support/service/never';

interface IExpected {
  readonly globe: Picture;
  readonly bands: readonly Picture[];
  readonly small: Picture;
  readonly levelMin: number;
  readonly levelMax: number;
}

describe('Rasters that tifffile and Pillow wrote', () => {
  const data = dataSets('write_tiff.py');

  const expected = (): IExpected => data.written.expected as IExpected;
  const source = () => new DirectorySource(data.written.folder);
  const looks = (name: string, from = source()) =>
    looksAt(fileTarget(name, from), data.openers, data.threads);
  const query = (name: string, band = 0, variable = 'band_data') => ({
    place: { url: `gs://test/${name}` },
    variable,
    positions: [{ dimension: 'band', index: band }]
  });
  const describeFile = async (name: string) =>
    (await openContents(
      fileTarget(name, source()),
      data.openers,
      never
    )) as ArrayContents;

  it.each(['globe.tif', 'strips.tif'])(
    'draws %s where it lies, without its nodata',
    async name => {
      const slice = await looks(name).slice(query(name), never);
      expect(slice).toMatchObject({
        drawn: 'map',
        x: { name: 'x', units: 'degrees_east' },
        y: { name: 'y', units: 'degrees_north' }
      });
      expect([slice.x.values[0], slice.x.values.at(-1)]).toEqual([-179, 179]);
      expect([slice.y?.values[0], slice.y?.values.at(-1)]).toEqual([89, -89]);
      expectSame(rowsOf(slice), expected().globe);
    }
  );

  it.each(['bands-contig.tif', 'bands-separate.tif'])(
    'draws one band of %s',
    async name => {
      const some = looks(name);
      expect(await some.cost(query(name), never)).toMatchObject({
        sliders: [{ name: 'band', size: 3 }]
      });
      const slice = await some.slice(query(name, 2), never);
      expectSame(rowsOf(slice), expected().bands[2]);
    }
  );

  it.each(['lzw.tif', 'packbits.tif'])('unpacks %s', async name => {
    const slice = await looks(name).slice(query(name), never);
    expect(slice).toMatchObject({ drawn: 'grid', x: { units: null } });
    expectSame(rowsOf(slice), expected().small);
  });

  it('has metres on its axes where the map has, at the middles of cells', async () => {
    const slice = await looks('utm.tif').slice(query('utm.tif'), never);
    expect(slice).toMatchObject({ drawn: 'grid', x: { units: 'm' } });
    expect(slice.x.values.slice(0, 2)).toEqual([500_000, 500_030]);
    expect(slice.y?.values.slice(0, 2)).toEqual([4_649_800, 4_649_770]);
  });

  it('reads the smallest overview that fills the picture', async () => {
    const name = 'overviews.tif';
    const from = source();
    const some = looks(name, from);
    const cost = await some.cost(query(name), never);
    const { length } = from.asked;
    expect(length).toBeLessThan(8);
    const header = from.bytesRead;
    const slice = await some.slice(query(name), never);
    expect(slice.min).toBeCloseTo(expected().levelMin, 3);
    expect(slice.max).toBeCloseTo(expected().levelMax, 3);
    expect(slice.x.values.at(-1)).toBeCloseTo(180 - 0.5 * 0.9, 1);
    const whole = statSync(data.written.at(name)).size;
    expect(from.bytesRead - header).toBeLessThan(whole / 5);
    // What was said before, but for headers and the tiles' own edges.
    expect(cost.isExact).toBe(false);
    expect(slice.bytesRead).toBeGreaterThan(cost.bytes * 0.8);
    expect(slice.bytesRead).toBeLessThan(cost.bytes * 1.5 + 5 * (16 << 10));
    expect(await describeFile(name)).toMatchObject({
      variables: [{ path: 'band_data' }, { path: 'y' }, { path: 'x' }],
      attributes: expect.arrayContaining([
        {
          name: 'overviews',
          value: '400 × 800, 200 × 400, 100 × 200'
        }
      ]) as unknown[]
    });
  });

  it('says why it draws no JPEG', async () => {
    const [variable] = (await describeFile('jpeg.tif')).variables;
    expect(variable?.noLook).toContain('JPEG');
  });

  it('T18 says in a sentence what is wrong with damaged files', async () => {
    const bytes = readFileSync(data.written.at('globe.tif'));
    const outcomes = new Set<string>();
    let copy = 0;
    for (const damaged of damagedCopies(bytes, { head: 700, copies: 120 })) {
      copy += 1;
      const name = `damaged-${String(copy)}.tif`;
      const object = new MemorySource({ '': damaged });
      try {
        await looksAt(
          { name, folder: null, object },
          data.openers,
          data.threads
        ).slice(query(name), never);
        outcomes.add('drawn');
      } catch (reason) {
        expect(reason).toBeInstanceOf(LeapError);
        outcomes.add((reason as LeapError).code);
      }
    }
    expect(outcomes).toContain('drawn');
    expect(outcomes).toContain('bad-upstream');
    expect(outcomes).not.toContain('internal');
  });
});
