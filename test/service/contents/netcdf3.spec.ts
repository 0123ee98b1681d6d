import { readFileSync } from 'node:fs';
import { LeapError, type ArrayContents } from '../../../src/contract';
import {
  openArrays,
  openContents,
  type IOpenedArrays
} from '../../../src/service/contents/open-contents';
import type { ByteRange } from '../../../src/service/contents/source';
import { chunkKey } from '../../../src/service/contents/zarr/chunk-key';
import { damagedCopies } from '../../support/data-sets/damaged';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { fileTarget } from '../../support/data-sets/file-target';
import { MemorySource } from '../../support/data-sets/memory-source';
import { noOther } from '../../support/data-sets/no-other';
import {
  expectSame,
  rowsOf,
  type Picture
} from '../../support/data-sets/pictures';
import { hasModules } from '../../support/python-code/installed-modules';
import { never } from '../../support/service/never';

interface IExpected {
  readonly stored: Record<string, Record<string, unknown>>;
  readonly pictures: Record<string, Picture>;
  readonly odd: Picture;
}

const FORMATS = {
  classic: 'classic',
  offset64: '64-bit offset',
  cdf5: 'CDF-5'
};

const whenInstalled = hasModules('netCDF4') ? describe : describe.skip;

whenInstalled('Classic NetCDF files that the real libraries wrote', () => {
  const data = dataSets('write_netcdf3.py');

  const expected = (): IExpected => data.written.expected as IExpected;
  const source = () => new DirectorySource(data.written.folder);
  const describeFile = async (name: string, from = source()) =>
    (await openContents(
      fileTarget(name, from),
      noOther,
      never
    )) as ArrayContents;
  const looks = (name: string, from = source()) =>
    looksAt(fileTarget(name, from), noOther, data.threads);
  const query = (name: string, variable: string, index = 0) => ({
    place: { url: `gs://test/${name}` },
    variable,
    positions: [{ dimension: 'time', index }]
  });
  const names = Object.keys(FORMATS).flatMap(name => [
    `${name}.nc`,
    `${name}-records.nc`
  ]);

  it.each(names)('says of %s what netCDF4 says', async name => {
    const told = await describeFile(name);
    const form = FORMATS[/^\w+/.exec(name)?.[0] as keyof typeof FORMATS];
    expect(told).toMatchObject({
      format: `NetCDF 3 (${form})`,
      notes: [],
      attributes: [
        { name: 'title', value: 'Größe “sample”' },
        { name: 'levels', value: '1, 2, 3' }
      ]
    });
    expect(
      Object.fromEntries(
        told.variables.map(({ path, dimensions, shape, dtype, units }) => [
          path,
          { dimensions, shape, dtype, units }
        ])
      )
    ).toEqual(expected().stored[name]);
    expect(told.variables[0]).toMatchObject({
      path: 'sst',
      chunks: name.includes('records') ? [1, 45, 90] : null,
      chunkCount: name.includes('records') ? 7 : 1,
      packing: '',
      noLook: null
    });
  });

  it.each(names)('draws of %s what xarray reads', async name => {
    const slice = await looks(name).slice(query(name, 'sst', 4), never);
    expect(slice).toMatchObject({
      drawn: 'map',
      units: 'degC',
      at: [{ dimension: 'time', text: '2001-05-03' }]
    });
    expectSame(rowsOf(slice), expected().pictures[name]);
  });

  it('reads only the bytes of what it draws, and says before how many', async () => {
    const from = source();
    const some = looks('wide.nc', from);
    const cost = await some.cost(query('wide.nc', 'wide'), never);
    expect(cost).toMatchObject({ bytes: 1300 * 900 * 4, isExact: true });
    const header = from.bytesRead;
    expect(header).toBeLessThanOrEqual(64 << 10);
    const slice = await some.slice(query('wide.nc', 'wide'), never);
    expect(slice.bytesRead).toBe(cost.bytes);
    expect(from.bytesRead - header).toBe(cost.bytes);
    // What was never written is no data, as netCDF4 has it.
    expect(slice.missing).toBeCloseTo(100 / 1300, 6);
    expect(slice.max).toBe(1200 * 900 - 1);
  });

  it('finds records that lie without gaps', async () => {
    const slice = await looks('odd.nc').slice(query('odd.nc', 'small'), never);
    expect(rowsOf(slice).toReversed()).toEqual(expected().odd);
  });

  it('says in words that a file ends before its data do', async () => {
    const bytes = readFileSync(data.written.at('classic-records.nc'));
    const short = new MemorySource({ '': bytes.subarray(0, 40_000) });
    const target = { name: 'x.nc', folder: null, object: short };
    expect(await openContents(target, noOther, never)).toMatchObject({
      notes: [expect.stringContaining('shorter')]
    });
    const opened = await openArrays(target, noOther, never);
    await expect(opened?.source.read('sst/6.0.0', 1e9, never)).rejects.toThrow(
      /ends before/
    );
  });

  it('T18 says in a sentence what is wrong with damaged headers', async () => {
    const bytes = readFileSync(data.written.at('cdf5-records.nc'));
    const outcomes = new Set<string>();
    for (const damaged of damagedCopies(bytes, { head: 1500, copies: 400 })) {
      const object = new MemorySource({ '': damaged });
      const target = { name: 'x.nc', folder: null, object };
      try {
        const opened = await openArrays(target, noOther, never);
        outcomes.add(opened ? 'read' : 'something else');
        await readFirstChunks(opened);
      } catch (reason) {
        expect(reason).toBeInstanceOf(LeapError);
        outcomes.add((reason as LeapError).code);
      }
    }
    expect([...outcomes].sort()).toEqual(
      expect.arrayContaining(['bad-upstream', 'read'])
    );
    outcomes.delete('something else');
    outcomes.delete('too-large');
    expect(outcomes.size).toBe(2);
  });

  it('T18 reads no more than a few megabytes of a header without end', async () => {
    const head = Buffer.alloc(32);
    head.write('CDF\x01', 'latin1');
    // An attribute that claims a billion values.
    [0, 0, 0, 12, 1, 1].forEach((word, at) => {
      head.writeUInt32BE(word, 4 + at * 4);
    });
    const object = {
      asked: 0,
      readRange: (_: string, range: ByteRange) => {
        const bytes = Buffer.alloc('length' in range ? range.length : 0, 1);
        if ('offset' in range && range.offset === 0) {
          head.copy(bytes);
          bytes.writeUInt32BE(0x41000000, 28);
          bytes.writeUInt32BE(6, 32);
          bytes.writeUInt32BE(1_000_000_000, 36);
        }
        object.asked += bytes.length;
        return Promise.resolve(bytes);
      },
      read: () => Promise.resolve(null),
      list: () => Promise.resolve(null),
      sizeOf: () => Promise.resolve(1e12)
    };
    const target = { name: 'x.nc', folder: null, object };
    await expect(openContents(target, noOther, never)).rejects.toMatchObject({
      code: 'too-large'
    });
    expect(object.asked).toBeLessThanOrEqual(9 << 20);
  });
});

async function readFirstChunks(opened: IOpenedArrays | null): Promise<void> {
  for (const array of opened?.kind === 'zarr' ? opened.arrays.arrays : []) {
    const origin = array.shape.map(() => 0);
    await opened?.source.read(chunkKey(array, origin), 8 << 20, never);
  }
}
