import type { Slice } from '../../../src/contract';
import { Bins } from '../../../src/service/contents/look/bins';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { fileTarget } from '../../support/data-sets/file-target';
import { rowsOf } from '../../support/data-sets/pictures';
import { never } from '../../support/service/never';

describe('A grid that follows neither latitudes nor longitudes', () => {
  const data = dataSets('write_curved.py');

  const looks = (name: string) => {
    const target = name.endsWith('.nc')
      ? fileTarget(name, new DirectorySource(data.written.folder))
      : {
          name,
          folder: new DirectorySource(data.written.at(name)),
          object: null
        };
    return looksAt(target, data.openers, data.threads);
  };
  const query = (name: string, variable: string) => ({
    place: { url: `gs://test/${name}` },
    variable,
    positions: []
  });
  const look = (name: string, variable: string): Promise<Slice> =>
    looks(name).slice(query(name, variable), never);

  it.each(['atlantic.nc', 'atlantic.zarr'])(
    'is drawn of %s where its cells lie, north up',
    async name => {
      const north = await look(name, 'north');
      expect(north).toMatchObject({
        drawn: 'map',
        x: { name: 'lon', units: 'degrees_east', isIndex: false },
        y: { name: 'lat', units: 'degrees_north', isIndex: false },
        notes: [expect.stringContaining('gathered')]
      });
      expectEachCell(north, (_, row) => north.y?.values[row]);
      const east = await look(name, 'east');
      expectEachCell(east, column => east.x.values[column]);
      expect(east.x.values[0]).toBeCloseTo(-30 - 20 * 1.366, 0);
      expect(east.y?.values[0]).toBeCloseTo(40 + 20 * 1.366, 0);
      // The grid is turned: the corners of the map are outside of it.
      expect(rowsOf(east)[0]?.[0]).toBeNull();
      expect(east.missing).toBe(0);
      expect(north.missing).toBeCloseTo(400 / 8000, 5);
    }
  );

  it('is one piece across the date line', async () => {
    const { x } = await look('date-line.zarr', 'east');
    expect(x.values[0]).toBeCloseTo(180 - 20 * 1.366, 0);
    expect(x.values.at(-1)).toBeCloseTo(180 + 20 * 1.366, 0);
  });

  it('says beforehand what is read, its positions included', async () => {
    const cost = await looks('atlantic.zarr').cost(
      query('atlantic.zarr', 'north'),
      never
    );
    const place = { url: 'gs://test/counted-positions' };
    const slice = await looks('atlantic.zarr').slice(
      { ...query('atlantic.zarr', 'north'), place },
      never
    );
    expect(cost).toMatchObject({
      chunks: 4,
      isExact: true,
      sliders: [{ name: 'time', size: 2 }]
    });
    expect(slice.bytesRead).toBe(cost.bytes);
  });

  it('has nothing where its positions make no sense', () => {
    const none = new Float32Array(6).fill(NaN);
    const bins = new Bins({
      columns: 3,
      rows: 2,
      latitudes: none,
      longitudes: Float32Array.from({ length: 6 }, () => Infinity)
    });
    bins.add(0, 0, 1);
    expect(bins.missing).toBe(1);
    expect([...bins.result()].every(Number.isNaN)).toBe(true);
  });
});

/** The values say where they lie: each must stand there, give or take the cells beside it. */
function expectEachCell(
  slice: Slice,
  where: (column: number, row: number) => number | undefined
): void {
  const axis = slice.y?.values ?? [];
  const step = Math.abs((axis[0] ?? 0) - (axis[1] ?? 0));
  let drawn = 0;
  rowsOf(slice).forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value !== null) {
        drawn += 1;
        expect(Math.abs(value - (where(column, row) ?? NaN))).toBeLessThan(
          step * 5
        );
      }
    });
  });
  expect(drawn).toBeGreaterThan(slice.width * slice.height * 0.4);
}
