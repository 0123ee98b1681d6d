import { deflateSync, gzipSync } from 'node:zlib';
import type { ISource } from '../../../src/service/contents/source';
import { ReadingThread } from '../../../src/service/contents/thread/reading-thread';
import { MemorySource } from '../../support/data-sets/memory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { noOther } from '../../support/data-sets/no-other';
import { readerBundle } from '../../support/contents/reader-bundle';
import { never } from '../../support/service/never';

const array = {
  zarr_format: 2,
  shape: [4, 4],
  chunks: [4, 4],
  dtype: '<f4',
  fill_value: null,
  order: 'C',
  filters: null,
  compressor: null
};

/** Two hundred megabytes of nothing, in two hundred kilobytes. */
const NOTHING = Buffer.alloc(200 << 20);

/** The head of a blosc chunk that claims four gigabytes. */
const CLAIM = Buffer.from([
  2, 1, 1, 4, 255, 255, 255, 255, 0, 0, 1, 0, 32, 0, 0, 0
]);

let thread: ReadingThread;

beforeAll(() => {
  thread = new ReadingThread(readerBundle());
});

afterAll(() => {
  thread.dispose();
});

const look = (source: ISource, by = thread) =>
  looksAt({ name: 'x', folder: source, object: null }, noOther, {
    zarr: by,
    file: by
  }).slice(
    // Each is a data set of its own: nothing of it is kept for the next.
    { place: { url: `gs://x/${Math.random()}` }, variable: '', positions: [] },
    never
  );
const chunk = (bytes: Uint8Array, change: object = {}) =>
  new MemorySource({ '.zarray': { ...array, ...change }, '0.0': bytes });

describe('Chunks that somebody made up', () => {
  it.each([
    ['gzip', gzipSync(NOTHING), { id: 'gzip' }],
    ['zlib', deflateSync(NOTHING), { id: 'zlib' }],
    ['blosc', CLAIM, { id: 'blosc' }],
    ['lz4', CLAIM.subarray(4), { id: 'lz4' }]
  ])(
    'T18 does not unpack a bomb packed with %s',
    async (_, bytes, compressor) => {
      await expect(look(chunk(bytes, { compressor }))).rejects.toMatchObject({
        code: 'bad-upstream'
      });
    }
  );

  it.each([
    ['shorter than its metadata say', Buffer.alloc(8)],
    ['empty', Buffer.alloc(0)]
  ])('draws what there is of a chunk that is %s', async (_, bytes) => {
    const { missing } = await look(chunk(bytes));
    expect(missing).toBeGreaterThan(0.8);
  });

  it('says of a damaged chunk that it is damaged', async () => {
    const bytes = Buffer.from('not zlib at all');
    await expect(
      look(chunk(bytes, { compressor: { id: 'zlib' } }))
    ).rejects.toMatchObject({
      code: 'bad-upstream',
      message: expect.stringContaining('damaged') as string
    });
  });

  it.each([
    ['a packing nobody knows', { compressor: { id: 'evil' } }, 'evil'],
    [
      'a packing named like what objects inherit',
      { compressor: { id: 'constructor' } },
      'constructor'
    ],
    ['a filter nobody knows', { filters: [{ id: 'pickle' }] }, 'pickle'],
    [
      'a chunk of a terabyte',
      { shape: [5e5, 5e5], chunks: [5e5, 5e5] },
      'chunk'
    ],
    ['no cells', { shape: [0, 4] }, 'empty'],
    ['objects', { dtype: '|O' }, 'object']
  ])('T18 refuses %s before anything is read', async (_, change, words) => {
    await expect(look(chunk(Buffer.alloc(64), change))).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining(words) as string
    });
  });

  it('T18 reads the middle of an array that is too large to be looked at whole', async () => {
    const absurd = { shape: [1e9, 1e9], chunks: [100, 100], fill_value: 3 };
    const slice = await look(chunk(Buffer.alloc(64), absurd));
    expect(slice.chunksRead).toBeLessThanOrEqual(400);
    expect(slice.notes[0]).toContain('Only the middle');
    expect(slice.width * slice.height).toBeLessThanOrEqual(360 * 180);
  });

  it('T18 stops a look that does not end, and looks again afterwards', async () => {
    const silent = chunk(Buffer.alloc(64));
    silent.read = key =>
      key === '0.0'
        ? new Promise(() => undefined)
        : MemorySource.prototype.read.call(silent, key, 1e6);
    const hasty = new ReadingThread(readerBundle(), 2500);
    await expect(look(silent, hasty)).rejects.toMatchObject({
      code: 'timed-out'
    });
    expect(await look(chunk(Buffer.alloc(64)), hasty)).toMatchObject({
      min: 0,
      max: 0
    });
    hasty.dispose();
  });

  it('T18 stops when there is more to read than it was told', async () => {
    const lying = chunk(Buffer.alloc(64), { shape: [4, 400], chunks: [4, 4] });
    lying.read = (key, maxBytes) =>
      /^\d/.test(key)
        ? Promise.resolve(new Uint8Array(2 << 20))
        : MemorySource.prototype.read.call(lying, key, maxBytes);
    await expect(look(lying)).rejects.toMatchObject({ code: 'too-large' });
  });
});
