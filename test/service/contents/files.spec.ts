import { readFileSync } from 'node:fs';
import { type Contents } from '../../../src/contract';
import { openContents } from '../../../src/service/contents/open-contents';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { MemorySource } from '../../support/data-sets/memory-source';
import { noOther } from '../../support/data-sets/no-other';
import { never } from '../../support/service/never';

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
