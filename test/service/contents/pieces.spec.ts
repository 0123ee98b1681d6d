import { LeapError } from '../../../src/contract';
import { ReferenceSource } from '../../../src/service/contents/kerchunk/reference-source';
import type { Reference } from '../../../src/service/contents/kerchunk/references';
import type { ByteRange, ISource } from '../../../src/service/contents/source';
import { never } from '../../support/service/never';

const DIGITS = Buffer.from('0123456789');

/** A file that holds ten digits, or is not there. */
function file(bytes: Buffer | null): ISource {
  return {
    read: () => Promise.resolve(bytes),
    readRange: (_, range: ByteRange) =>
      Promise.resolve(
        bytes &&
          ('last' in range
            ? bytes.subarray(-range.last)
            : bytes.subarray(range.offset, range.offset + range.length))
      ),
    sizeOf: () => Promise.resolve(bytes && bytes.length),
    list: () => Promise.resolve({ folders: [], keys: [], isComplete: true })
  };
}

function source(
  reference: Reference | null,
  open: (url: string) => Promise<ISource> = () => Promise.resolve(file(DIGITS))
) {
  return new ReferenceSource(
    { get: () => reference, list: () => ({ keys: [], folders: [] }) },
    open
  );
}

const url = 'gs://leap-data/run.nc';
const text = async (bytes: Promise<Uint8Array | null>) => {
  const found = await bytes;
  return found && Buffer.from(found).toString();
};

describe('a key of a virtual store', () => {
  it.each<[string, Reference, string]>([
    ['its own bytes', { kind: 'inline', bytes: DIGITS }, '0123456789'],
    ['a whole file', { kind: 'whole', url }, '0123456789'],
    [
      'a part of a file',
      { kind: 'part', url, range: { offset: 2, length: 5 } },
      '23456'
    ]
  ])('is %s, whole, in pieces, and in bytes', async (_, reference, all) => {
    const store = source(reference);
    const range = (wanted: ByteRange) =>
      text(store.readRange('a', wanted, never));
    expect(await text(store.read('a', 10, never))).toBe(all);
    expect(await store.sizeOf('a', never)).toBe(all.length);
    expect(await range({ offset: 1, length: 2 })).toBe(all.slice(1, 3));
    expect(await range({ last: 2 })).toBe(all.slice(-2));
    // Never more than the key holds, whatever lies beside it in the file.
    expect(await range({ offset: 3, length: 99 })).toBe(all.slice(3));
    expect(await range({ last: 99 })).toBe(all);
  });

  it.each<[string, Reference]>([
    ['its own bytes', { kind: 'inline', bytes: DIGITS }],
    [
      'a part of a file',
      { kind: 'part', url, range: { offset: 0, length: 1e9 } }
    ]
  ])('is refused as %s that are too many', async (_, reference) => {
    await expect(source(reference).read('a', 5, never)).rejects.toMatchObject({
      code: 'too-large'
    });
  });

  it('says so where the file is not there', async () => {
    const range = { offset: 0, length: 5 };
    const gone = () => Promise.resolve(file(null));
    await expect(
      source({ kind: 'part', url, range }, gone).read('a', 10, never)
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await source(null).read('a', 10, never)).toBeNull();
  });

  it('opens its file once, and again when that failed', async () => {
    let tries = 0;
    const store = source({ kind: 'whole', url }, () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new LeapError('unavailable', 'Not now.'))
        : Promise.resolve(file(DIGITS));
    });
    await expect(store.sizeOf('a', never)).rejects.toThrow('Not now.');
    expect(await store.sizeOf('a', never)).toBe(10);
    expect(await store.sizeOf('b', never)).toBe(10);
    expect(tries).toBe(2);
  });
});
