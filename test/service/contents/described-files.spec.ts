import { readFileSync } from 'node:fs';
import {
  LeapError,
  type ArrayContents,
  type TableContents
} from '../../../src/contract';
import { openContents } from '../../../src/service/contents/open-contents';
import type { ByteRange } from '../../../src/service/contents/source';
import { damagedCopies } from '../../support/data-sets/damaged';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { MemorySource } from '../../support/data-sets/memory-source';
import {
  expectSame,
  rowsOf,
  type Picture
} from '../../support/data-sets/pictures';
import { never } from '../../support/service/never';

interface IExpected {
  readonly netcdf: Record<string, Record<string, unknown>>;
  readonly picture: Picture;
  readonly parquet: unknown;
  readonly tiff: unknown;
}

describe('Files that a library describes', () => {
  const data = dataSets('write_files.py');
  const expected = (): IExpected => data.written.expected as IExpected;
  const bytes = (name: string): Buffer => readFileSync(data.written.at(name));

  const folder = () => new DirectorySource(data.written.folder);
  const target = (name: string, source = folder()) => ({
    name,
    folder: null,
    object: {
      read: (_: string, maxBytes: number) => source.read(name, maxBytes),
      readRange: (_: string, range: ByteRange) => source.readRange(name, range),
      sizeOf: () => source.sizeOf(name),
      list: () => Promise.resolve(null)
    }
  });

  it('says of NetCDF 4 what xarray says, from a fraction of the file', async () => {
    const source = folder();
    const contents = await openContents(
      target('sst.nc', source),
      data.openers,
      never
    );
    expect(contents).toMatchObject({
      kind: 'arrays',
      format: 'NetCDF 4 (HDF5)',
      attributes: [
        { name: 'title', value: 'Sample monthly sea surface temperature' }
      ]
    });
    const told = contents as ArrayContents;
    expect(
      Object.fromEntries(
        told.variables.map(({ path, dimensions, shape, dtype, units }) => [
          path,
          { dimensions, shape, dtype, units }
        ])
      )
    ).toEqual(expected().netcdf);
    expect(told.variables[0]).toMatchObject({
      path: 'sst',
      chunks: [1, 90, 180],
      chunkCount: 5,
      packing: 'deflate',
      noLook: null
    });
    expect(source.bytesRead).toBeLessThan(3 * (64 << 10));
  });

  it('draws of NetCDF 4 what xarray reads', async () => {
    const looks = looksAt(target('sst.nc'), data.openers, data.threads);
    const query = {
      place: { url: 'gs://test/sst.nc' },
      variable: 'sst',
      positions: [{ dimension: 'time', index: 3 }]
    };
    const cost = await looks.cost(query, never);
    const slice = await looks.slice(query, never);
    expect(cost.isExact).toBe(false);
    // Beside the chunk, blocks with metadata.
    expect(slice.bytesRead).toBeGreaterThan(cost.bytes * 0.8);
    expect(slice.bytesRead).toBeLessThan(cost.bytes * 1.2 + 3 * (64 << 10));
    expect(slice).toMatchObject({ drawn: 'map', units: 'degree_Celsius' });
    expectSame(rowsOf(slice), expected().picture);
    expect(slice.at).toMatchObject([{ text: '2024-04-01 04:48' }]);
  });

  it.each(['sst.nc', 'table.parquet', 'raster.tif'])(
    'T18 says of %s with a damaged middle that it is damaged',
    async name => {
      const damaged = Buffer.from(bytes(name));
      damaged.fill(255, 8);
      const file = target(name);
      file.object.readRange = (_, range) =>
        new MemorySource({ '': damaged }).readRange('', range);
      await expect(
        openContents(file, data.openers, never)
      ).rejects.toMatchObject({ code: 'bad-upstream' });
    }
  );

  it('T18 says in a sentence what is wrong with damaged NetCDF 4', async () => {
    const outcomes = new Set<string>();
    const whole = bytes('sst.nc');
    for (const damaged of damagedCopies(whole, { head: 6000, copies: 60 })) {
      const place = target('sst.nc');
      const source = new MemorySource({ '': damaged });
      place.object.readRange = (_, range) => source.readRange('', range);
      place.object.sizeOf = () => Promise.resolve(damaged.length);
      try {
        outcomes.add((await openContents(place, data.openers, never)).kind);
      } catch (reason) {
        expect(reason).toBeInstanceOf(LeapError);
        outcomes.add((reason as LeapError).code);
      }
    }
    expect(outcomes).toContain('arrays');
    expect(outcomes).toContain('bad-upstream');
    expect(outcomes).not.toContain('internal');
  });

  it('says of Parquet what pyarrow says, from its footer', async () => {
    const contents = await openContents(
      target('table.parquet'),
      data.openers,
      never
    );
    const { columns, rowCount } = contents as TableContents;
    expect({ columns, rowCount }).toEqual(expected().parquet);
  });

  it('says of GeoTIFF what tifffile says, from its headers', async () => {
    const source = folder();
    const contents = await openContents(
      target('raster.tif', source),
      data.openers,
      never
    );
    const [array] = (contents as ArrayContents).variables;
    expect({
      shape: array?.shape,
      dtype: array?.dtype,
      chunks: array?.chunks
    }).toEqual(expected().tiff);
    expect((contents as ArrayContents).attributes).toContainEqual({
      name: 'crs',
      value: 'EPSG:4326'
    });
    expect(source.bytesRead).toBeLessThan(4 * (64 << 10));
  });
});
