import { readFileSync } from 'node:fs';
import {
  LeapError,
  type ArrayContents,
  type Contents,
  type TableContents
} from '../../../src/contract';
import {
  openArrays,
  openContents,
  type IOpeners
} from '../../../src/service/contents/open-contents';
import type { ByteRange } from '../../../src/service/contents/source';
import { damagedCopies } from '../../support/data-sets/damaged';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { MemorySource } from '../../support/data-sets/memory-source';
import { noOther } from '../../support/data-sets/no-other';
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

const file = (name: string, content: string | Uint8Array): Promise<Contents> =>
  openContents(
    { name, folder: null, object: new MemorySource({ '': content }) },
    noOther,
    never
  );

describe('Files', () => {
  it.each([
    ['notes.txt', 'Eddies drift west.\n', 'Text'],
    ['README.md', '# Title <script>alert(1)</script>\n', 'Markdown'],
    ['no-ending', 'plain', 'Text'],
    ['train.py', 'print("<b>")', 'Python']
  ])('shows %s as the text it is', async (name, text, format) => {
    expect(await file(name, text)).toEqual({
      kind: 'text',
      format,
      text,
      isCut: false,
      notes: []
    });
  });

  it('indents JSON, and shows as it stands what only looks like it', async () => {
    expect(await file('a.json', '{"a":[1,{"__proto__":2}]}')).toMatchObject({
      format: 'JSON',
      text: '{\n  "a": [\n    1,\n    {\n      "__proto__": 2\n    }\n  ]\n}'
    });
    expect(await file('a.json', '{"a":')).toMatchObject({
      text: '{"a":',
      notes: [expect.stringContaining('is not')]
    });
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(await file('deep.json', deep)).toMatchObject({ kind: 'text' });
  });

  it('shows the beginning of a long text, and cuts no character in two', async () => {
    const contents = await file('log.txt', '🧊é'.repeat(40_000));
    expect(contents).toMatchObject({ kind: 'text', isCut: true });
    const { text } = contents as { text: string };
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(decodeURIComponent(encodeURIComponent(text))).toBe(text);
    expect(text).not.toContain('\ufffd');
  });

  it.each([
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['picture.svg', '<svg onload="alert(1)"/>'],
    ['hidden.txt', '  <svg xmlns="x"><script/></svg>'],
    ['feed.xml', '<?xml version="1.0"?><x/>']
  ])('B19 never shows %s', async (name, text) => {
    expect(await file(name, text)).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining('programs') as string
    });
  });

  it('reads the header and the first rows of a CSV file', async () => {
    const text =
      'step,"the ""loss"", mean",note\n1,0.5,"a\nb"\r\n2,,x\n3,nan,\n';
    expect(await file('results.csv', text)).toEqual({
      kind: 'table',
      format: 'CSV',
      columns: [
        { name: 'step', type: 'int', isNullable: false },
        { name: 'the "loss", mean', type: 'float', isNullable: true },
        { name: 'note', type: 'text', isNullable: true }
      ],
      columnCount: 3,
      rowCount: 3,
      rows: [
        ['1', '0.5', 'a\nb'],
        ['2', '', 'x'],
        ['3', 'nan', '']
      ],
      attributes: [],
      notes: []
    });
  });

  it('knows a notebook’s cells, and shows none of its outputs', async () => {
    const notebook = {
      metadata: { language_info: { name: 'python' } },
      cells: [
        { cell_type: 'markdown', source: ['# A\n', '<img onerror=x>'] },
        {
          cell_type: 'code',
          source: 'print(1)',
          outputs: [{ data: { 'text/html': '<script>evil</script>' } }]
        },
        'nonsense',
        { cell_type: 7, source: 8 }
      ]
    };
    const contents = await file('a.ipynb', JSON.stringify(notebook));
    expect(contents).toEqual({
      kind: 'notebook',
      format: 'Notebook',
      language: 'python',
      cells: [
        { type: 'markdown', source: '# A\n<img onerror=x>', outputCount: 0 },
        { type: 'code', source: 'print(1)', outputCount: 1 },
        { type: 'raw', source: '', outputCount: 0 }
      ],
      cellCount: 3,
      notes: []
    });
  });

  it.each([
    ['an empty object', '', 'empty'],
    ['bytes of some kind', Buffer.from([0, 1, 2, 255, 254]), 'not looked into']
  ])('says of %s what it is', async (_, content, words) => {
    expect(await file('x.bin', content)).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining(words) as string
    });
  });

  it.each([
    [
      'an Icechunk repository without branches',
      ['snapshots/', 'refs/', 'manifests/'],
      'not read here'
    ],
    ['something else', ['parts/'], 'not read here']
  ])('says of %s that it is not read', async (_, folders, words) => {
    const folder = new MemorySource({});
    folder.list = () =>
      Promise.resolve({ folders, keys: [], isComplete: true });
    const target = { name: 'x', folder, object: null };
    expect(await openContents(target, noOther, never)).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining(words) as string
    });
  });

  it('T18 does not hand a picture to the browser that is too large to be drawn', async () => {
    const head = Buffer.alloc(64);
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(head);
    head.writeUInt32BE(100_000, 16);
    head.writeUInt32BE(100_000, 20);
    expect(await file('bomb.png', head)).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining('100000 × 100000') as string
    });
  });
});

describe('Files that the real libraries wrote', () => {
  const data = dataSets('write_files.py');

  const expected = (): IExpected => data.written.expected as IExpected;
  const bytes = (name: string): Buffer => readFileSync(data.written.at(name));

  it.each([
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['gif', 'image/gif'],
    ['webp', 'image/webp']
  ])('hands on a %s picture with its size', async (ending, mediaType) => {
    const name = `figure.${ending}`;
    expect(await file(name, bytes(name))).toMatchObject({
      kind: 'image',
      mediaType,
      widthPx: 30,
      heightPx: 20,
      base64: bytes(name).toString('base64')
    });
  });

  describe('Kerchunk references', () => {
    const elsewhere: IOpeners = {
      ...noOther,
      openOther: url =>
        url === 'gs://elsewhere/sst.nc'
          ? Promise.resolve(new MemorySource({ '': bytes('sst.nc') }))
          : Promise.reject(new Error(url))
    };
    const target = (name: string, content: string | Uint8Array) => ({
      name,
      folder: null,
      object: new MemorySource({ '': content })
    });

    it('are the store that they describe', async () => {
      const contents = await openContents(
        target('sst.json', bytes('sst.json')),
        elsewhere,
        never
      );
      expect(contents).toMatchObject({
        kind: 'arrays',
        format: 'Kerchunk references, Zarr format 2',
        variables: [
          {
            path: 'sst',
            dimensions: ['time', 'lat', 'lon'],
            shape: [5, 90, 180],
            dtype: 'int16',
            units: 'degree_Celsius',
            noLook: null
          }
        ]
      });
    });

    it('are drawn from pieces of the file that they point to', async () => {
      const looks = looksAt(
        target('sst.json', bytes('sst.json')),
        elsewhere,
        data.threads
      );
      const query = {
        place: { url: 'gs://test/sst.json' },
        variable: 'sst',
        positions: [{ dimension: 'time', index: 3 }]
      };
      const cost = await looks.cost(query, never);
      const slice = await looks.slice(query, never);
      expect(cost).toMatchObject({ chunks: 1, isExact: true });
      expect(slice.bytesRead).toBe(cost.bytes);
      expectSame(rowsOf(slice), expected().picture);
    });

    const made = (refs: object, rest: object = {}) =>
      openArrays(
        target(
          'x.json',
          JSON.stringify({
            version: 1,
            ...rest,
            refs: { '.zgroup': '{"zarr_format":2}', ...refs }
          })
        ),
        elsewhere,
        never
      );

    it.each([
      ['a piece of negative length', ['gs://elsewhere/sst.nc', 0, -5]],
      ['a piece beyond all numbers', ['gs://elsewhere/sst.nc', 1e300, 5]],
      ['an address that is none', [7, 0, 5]],
      ['a template that nobody gave', ['{{secret}}/x', 0, 5]]
    ])('T19 refuse %s when it is read', async (_, reference) => {
      const opened = await made({ 'x/0': reference });
      await expect(
        opened?.source.read('x/0', 1000, never)
      ).rejects.toMatchObject({ code: 'bad-upstream' });
    });

    it('fill templates in, and run no program', async () => {
      const opened = await made(
        { 'x/0': ['{{ u }}/sst.nc', 1, 3], 'x/1': 'base64:aGk=' },
        { templates: { u: 'gs://elsewhere' } }
      );
      const read = async (key: string) =>
        Buffer.from(
          (await opened?.source.read(key, 100, never)) ?? []
        ).toString();
      expect(await read('x/0')).toBe('HDF');
      expect(await read('x/1')).toBe('hi');
      await expect(made({}, { gen: [{ key: 'x' }] })).rejects.toMatchObject({
        code: 'bad-upstream'
      });
    });
  });

  describe('Files that a library describes', () => {
    const folder = () => new DirectorySource(data.written.folder);
    const target = (name: string, source = folder()) => ({
      name,
      folder: null,
      object: {
        read: (_: string, maxBytes: number) => source.read(name, maxBytes),
        readRange: (_: string, range: ByteRange) =>
          source.readRange(name, range),
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

  it('reads a folder of files only as far as it must', async () => {
    const source = new DirectorySource(data.written.folder);
    await openContents(
      { name: 'x', folder: source, object: null },
      noOther,
      never
    );
    expect(source.bytesRead).toBe(0);
  });
});
