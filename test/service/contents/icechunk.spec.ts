import { zstdDecompressSync } from 'node:zlib';
import {
  LeapError,
  type ArrayContents,
  type StoreVersion
} from '../../../src/contract';
import {
  openArrays,
  openContents,
  type IOpeners
} from '../../../src/service/contents/open-contents';
import type { ISource } from '../../../src/service/contents/source';
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
import { hasModules } from '../../support/python-code/installed-modules';
import format2 from '../../support/data-sets/icechunk-2.json';
import { never } from '../../support/service/never';

interface IExpected {
  readonly snapshot: string;
  readonly picture: Picture;
}

const LEVELS = Float32Array.from({ length: 9 }, (_, at) => at * 1.5);

const openers: IOpeners = {
  ...noOther,
  openOther: url =>
    url === 'gs://elsewhere/levels.bin'
      ? Promise.resolve(new MemorySource({ '': new Uint8Array(LEVELS.buffer) }))
      : Promise.reject(new Error(url))
};

const target = (folder: ISource, version?: StoreVersion) => ({
  name: 'x',
  folder,
  object: null,
  version
});

const FILES: Readonly<Record<string, Buffer>> = Object.fromEntries(
  Object.entries(format2).map(([key, text]) => [
    key,
    Buffer.from(text, 'base64')
  ])
);

const whenInstalled = hasModules('icechunk') ? describe : describe.skip;

whenInstalled('An Icechunk repository', () => {
  const data = dataSets('write_icechunk.py');

  const expected = (): IExpected => data.written.expected as IExpected;
  const looks = (source: ISource) =>
    looksAt(target(source), openers, data.threads);
  const query = (name: string, variable: string, time = 0) => ({
    place: { url: `gs://test/${name}` },
    variable,
    positions: [{ dimension: 'time', index: time }]
  });
  const repository = () => new DirectorySource(data.written.at('repository'));

  it('is what its main branch holds, told from its metadata alone', async () => {
    const source = repository();
    const contents = await openContents(target(source), openers, never);
    expect(contents).toMatchObject({
      kind: 'arrays',
      format: expect.stringMatching(
        /^Icechunk format [12], branch main$/
      ) as string,
      dimensions: [
        { name: 'time', size: 6 },
        { name: 'lat', size: 45 },
        { name: 'lon', size: 90 },
        { name: 'dim_0', size: 8 }
      ]
    });
    const { variables, attributes } = contents as ArrayContents;
    expect(variables.map(({ path }) => path).sort()).toEqual([
      'lat',
      'lon',
      'ocean/level',
      'sst',
      'time'
    ]);
    expect(variables.find(({ path }) => path === 'sst')).toMatchObject({
      dimensions: ['time', 'lat', 'lon'],
      chunks: [2, 20, 40],
      chunkCount: 27,
      units: 'degC',
      noLook: null
    });
    expect(attributes).toEqual([
      { name: 'title', value: 'Sample of versions' },
      { name: 'Icechunk snapshot', value: expected().snapshot },
      { name: 'Icechunk message', value: 'Add levels that lie elsewhere' },
      {
        name: 'Icechunk snapshot written',
        value: expect.stringMatching(/^20\d\d-.*Z$/) as string
      },
      { name: 'Icechunk branches', value: 'dev, main' },
      { name: 'Icechunk tags', value: 'v1' }
    ]);
    expect(source.asked.filter(key => /^(chunks|manifests)/.test(key))).toEqual(
      []
    );
  });

  it('draws what xarray reads, and says before what that takes', async () => {
    const some = looks(repository());
    const cost = await some.cost(query('main', 'sst', 3), never);
    expect(cost).toMatchObject({ chunks: 9, isExact: true });
    const slice = await some.slice(query('main', 'sst', 3), never);
    expect(slice).toMatchObject({
      drawn: 'map',
      at: [{ dimension: 'time', text: '2024-01-04' }]
    });
    expectSame(rowsOf(slice), expected().picture);
    const coordinates = slice.bytesRead - cost.bytes;
    expect(coordinates).toBeGreaterThanOrEqual(0);
    expect(coordinates).toBeLessThan(2000);
  });

  it('reads chunks that lie in files elsewhere', async () => {
    const slice = await looks(repository()).slice(
      query('virtual', 'ocean/level'),
      never
    );
    expect(rowsOf(slice)).toEqual([[...LEVELS.slice(1)]]);
  });

  it('is read in format 2, where one file holds all names', async () => {
    const source = new MemorySource(FILES);
    const contents = await openContents(target(source), openers, never);
    expect(contents).toMatchObject({
      format: 'Icechunk format 2, branch main',
      attributes: expect.arrayContaining([
        { name: 'title', value: 'Sample of format 2' },
        { name: 'Icechunk branches', value: 'dev, main' },
        { name: 'Icechunk tags', value: 'v1.0' }
      ]) as unknown[]
    });
    const slice = await looks(source).slice(query('two', 'sst', 1), never);
    const values = Array.from({ length: 48 }, (_, at) => 48 + at);
    expect(rowsOf(slice).flat()).toEqual([null, ...values.slice(1)]);
    expect(slice.y?.values[0]).toBe(50);
  });

  it('is looked at in another version that has a name', async () => {
    const tag = { kind: 'tag', name: 'v1' } as const;
    const contents = (await openContents(
      target(repository(), tag),
      openers,
      never
    )) as ArrayContents;
    expect(contents.form).toBe('icechunk');
    expect(contents.format).toMatch(/, tag v1$/);
    expect(contents.versions).toEqual({
      shown: tag,
      branches: ['dev', 'main'],
      tags: ['v1']
    });
    // The levels came after the tag.
    expect(contents.variables.map(({ path }) => path)).not.toContain(
      'ocean/level'
    );
  });

  it('is looked at in another version in format 2', async () => {
    for (const version of [
      { kind: 'branch', name: 'dev' },
      { kind: 'tag', name: 'v1.0' }
    ] as const) {
      const contents = await openContents(
        target(new MemorySource(FILES), version),
        openers,
        never
      );
      expect(contents).toMatchObject({ versions: { shown: version } });
    }
  });

  it('says so where a version is gone, and reads nothing that it does not name', async () => {
    for (const source of [repository(), new MemorySource(FILES)]) {
      for (const name of ['gone', '../main', 'v1/../../x']) {
        const opening = openContents(
          target(source, { kind: 'tag', name }),
          openers,
          never
        );
        await expect(opening).rejects.toMatchObject({ code: 'not-found' });
      }
    }
  });

  it('is no repository without its marks', async () => {
    const source = new MemorySource({ 'snapshots/x': 'y' });
    expect(await openContents(target(source), openers, never)).toMatchObject({
      kind: 'unknown'
    });
  });

  it('T18 says in a sentence what is wrong with damaged files', async () => {
    const outcomes = new Set<string>();
    for (const [key, bytes] of Object.entries(FILES)) {
      // As it lies in the file without its packing, so that it is the tables that are damaged.
      const plain = unpackedFile(bytes);
      for (const damaged of damagedCopies(plain, {
        head: plain.length,
        copies: 120
      })) {
        const source = new MemorySource({
          ...FILES,
          [key]: damaged
        });
        try {
          const opened = await openArrays(target(source), openers, never);
          for (let time = 0; time < 4; time += 1) {
            await opened?.source.read(`sst/c/${time}/0/0`, 1 << 20, never);
          }
          outcomes.add('read');
        } catch (reason) {
          expect(reason).toBeInstanceOf(LeapError);
          outcomes.add((reason as LeapError).code);
        }
      }
    }
    expect(outcomes).toContain('bad-upstream');
    expect(outcomes).toContain('read');
    expect(outcomes).not.toContain('internal');
  });
});

function unpackedFile(bytes: Buffer): Uint8Array {
  const at = Buffer.from('ICE🧊CHUNK').length + 24 + 3;
  const head = Buffer.from(bytes.subarray(0, at));
  const isPacked = head[at - 1] === 1;
  head[at - 1] = 0;
  const content = bytes.subarray(at);
  return Buffer.concat([
    head,
    isPacked ? zstdDecompressSync(content) : content
  ]);
}
