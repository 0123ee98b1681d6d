import { ask, askPages, namesOn, prefixesOn } from './calling';
import { startEmulator, type Emulator } from './emulator';
import { deep, flat, longStems, nonAscii, skewed, zarrChunks } from './layouts';
import { compareNames } from './names';

describe('Listing', () => {
  let gcs: Emulator;

  beforeEach(async () => {
    gcs = await startEmulator();
    gcs.createBucket('b');
  });

  afterEach(() => gcs.close());

  function put(...names: string[]): void {
    for (const name of names) {
      gcs.put('b', name, name);
    }
  }

  const list = (query: Record<string, string>): ReturnType<typeof ask> =>
    ask(gcs, `/storage/v1/b/b/o?${new URLSearchParams(query).toString()}`);

  it('orders names by their UTF-8 bytes, not by UTF-16 units', async () => {
    put('🌊', 'Ａ', 'é', 'e\u0301', 'z', '\u{10000}', '\uFFFD', 'a');

    const page = await list({});

    const names = namesOn(page);
    const byBytes = [...names].sort((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b))
    );
    expect(names).toEqual(byBytes);
    expect(names).toHaveLength(8);
    expect(names).not.toEqual([...names].sort());
  });

  it('counts prefixes as results and puts each on one page alone', async () => {
    for (let folder = 0; folder < 25; folder++) {
      put(
        `d${String(folder).padStart(2, '0')}/a`,
        `d${String(folder).padStart(2, '0')}/b`
      );
    }
    put('d03.txt', 'd99.txt');

    const pages = await askPages(gcs, 'b', { delimiter: '/', maxResults: '4' });

    const sizes = pages.map(
      page => namesOn(page).length + prefixesOn(page).length
    );
    const prefixes = pages.flatMap(prefixesOn);
    expect(sizes).toEqual([4, 4, 4, 4, 4, 4, 3]);
    expect(prefixes).toHaveLength(25);
    expect(new Set(prefixes).size).toBe(25);
    expect(pages.flatMap(namesOn)).toEqual(['d03.txt', 'd99.txt']);
  });

  it('says that more follows only when more follows', async () => {
    put('a', 'b', 'c');

    const full = await list({ maxResults: '3' });
    const part = await list({ maxResults: '2' });

    expect(full.json).not.toHaveProperty('nextPageToken');
    expect(part.json).toHaveProperty('nextPageToken');
  });

  it('answers at most 1,000 entries, however many are asked for', async () => {
    gcs.generate('b', flat({ count: 1001 }));

    const page = await list({ maxResults: '5000' });

    expect(namesOn(page)).toHaveLength(1000);
    expect(page.json).toHaveProperty('nextPageToken');
  });

  it('lists names below the prefix alone, B22 a sibling that begins alike left out', async () => {
    put('ann/x', 'anna/x', 'ann', 'an');

    expect(namesOn(await list({ prefix: 'ann/' }))).toEqual(['ann/x']);
    expect(namesOn(await list({ prefix: 'ann' }))).toEqual([
      'ann',
      'ann/x',
      'anna/x'
    ]);
  });

  it('B04 B05 B06 keeps empty path components and markers apart', async () => {
    put('a//b', '/x', 'a/', 'a/b');

    const top = await list({ delimiter: '/' });
    const inside = await list({ delimiter: '/', prefix: 'a/' });

    expect(prefixesOn(top)).toEqual(['/', 'a/']);
    expect(namesOn(inside)).toEqual(['a/', 'a/b']);
    expect(prefixesOn(inside)).toEqual(['a//']);
  });

  it('lists a folder marker beside its prefix when asked to', async () => {
    put('a/', 'a/b', 'c/d');

    const query = { delimiter: '/', includeTrailingDelimiter: 'true' };
    const page = await list(query);
    const pages = await askPages(gcs, 'b', { ...query, maxResults: '1' });

    expect(prefixesOn(page)).toEqual(['a/', 'c/']);
    expect(namesOn(page)).toEqual(['a/']);
    expect(pages.flatMap(prefixesOn)).toEqual(['a/', 'c/']);
    expect(pages.flatMap(namesOn)).toEqual(['a/']);
  });

  it('lists from startOffset up to endOffset', async () => {
    put('a/1', 'a/2', 'b/1', 'c');

    const range = await list({ startOffset: 'a/2', endOffset: 'c' });
    const folders = await list({ startOffset: 'a/2', delimiter: '/' });

    expect(namesOn(range)).toEqual(['a/2', 'b/1']);
    expect(prefixesOn(folders)).toEqual(['a/', 'b/']);
  });

  it('lists what matches a glob', async () => {
    put('a.nc', 'x/a.nc', 'x/y/a.nc', 'x/y/b.txt', 'x/b1.nc', 'x/b2.nc');

    expect(namesOn(await list({ matchGlob: '*.nc' }))).toEqual(['a.nc']);
    expect(namesOn(await list({ matchGlob: '**/*.nc' }))).toHaveLength(5);
    expect(namesOn(await list({ matchGlob: 'x/b[12].{nc,txt}' }))).toEqual([
      'x/b1.nc',
      'x/b2.nc'
    ]);
    expect((await list({ matchGlob: '{a' })).status).toBe(400);
  });

  it('answers the selected fields and nothing else', async () => {
    gcs.put('b', 'a', 'abc', { metadata: { foo: '1', bar: '2' } });
    put('c');

    const page = await list({
      maxResults: '1',
      fields: 'items(name,size,metadata/foo)'
    });

    expect(page.json).toEqual({
      items: [{ name: 'a', size: '3', metadata: { foo: '1' } }]
    });
  });

  it('refuses a selection of fields that do not exist', async () => {
    const page = await list({ fields: 'items(name,bytes)' });

    expect(page.status).toBe(400);
    expect(page.text).toContain('Invalid field selection bytes');
  });

  it('refuses a page token that it did not make', async () => {
    const page = await list({ pageToken: 'rubbish' });

    expect(page.status).toBe(400);
    expect(page.json).toMatchObject({ error: { code: 400 } });
  });

  it('leaves items and prefixes out of an empty listing', async () => {
    expect((await list({})).json).toEqual({ kind: 'storage#objects' });
  });

  it('lists noncurrent generations one after the other, across pages', async () => {
    gcs.createBucket('v', { versioning: true });
    for (const text of ['1', '22', '333']) {
      gcs.put('v', 'a', text);
    }
    gcs.put('v', 'b');

    const live = await askPages(gcs, 'v', {});
    const all = await askPages(gcs, 'v', { versions: 'true', maxResults: '1' });

    expect(live.flatMap(namesOn)).toEqual(['a', 'b']);
    expect(all.flatMap(namesOn)).toEqual(['a', 'a', 'a', 'b']);
  });

  it('covers a generated object by one that was put, and hides one that was deleted', async () => {
    gcs.generate('b', flat({ count: 5 }));
    gcs.put('b', 'part-2.nc', 'mine');
    await ask(gcs, '/storage/v1/b/b/o/part-3.nc', { method: 'DELETE' });

    const page = await list({ fields: 'items(name,size)' });

    expect(page.json['items']).toContainEqual({ name: 'part-2.nc', size: '4' });
    expect(namesOn(page)).toEqual([
      'part-0.nc',
      'part-1.nc',
      'part-2.nc',
      'part-4.nc'
    ]);
  });

  it.each(
    Object.entries({ flat, deep, longStems, skewed, nonAscii, zarrChunks })
  )('generates 100,000 names in byte order: %s', (_name, make) => {
    const layout = make({ count: 100_000, prefix: 'p/' });
    let disorder = 0;
    for (let index = 1; index < layout.count; index++) {
      if (compareNames(layout.nameAt(index - 1), layout.nameAt(index)) >= 0) {
        disorder++;
      }
    }

    expect(disorder).toBe(0);
  });

  it('lists 100,000 generated objects page by page, none twice, none left out', async () => {
    const layout = skewed({ count: 100_000 });
    gcs.generate('b', layout);

    const pages = await askPages(gcs, 'b', {
      fields: 'items(name),nextPageToken'
    });

    const names = pages.flatMap(namesOn);
    expect(pages).toHaveLength(100);
    expect(new Set(names).size).toBe(100_000);
    expect(names.at(-1)).toBe(layout.nameAt(99_999));
  });
});
