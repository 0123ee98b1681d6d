import { LeapError } from '../../../../src/contract';
import { emulatedStore } from '../../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import type { FaultName } from '../../../support/gcs/faults';
import { never } from '../../../support/service/never';

const place = { bucket: 'leap-data', name: 'a/../b?c#d.bin' };

describe('GcsStore objects', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket('leap-data');
    emulator.put('leap-data', place.name, '0123456789');
    emulator.put('leap-data', 'empty', '');
  });

  afterEach(() => emulator.close());

  const read = async (
    query: Partial<Parameters<ReturnType<typeof emulatedStore>['object']>[0]>
  ) => {
    const store = emulatedStore(emulator);
    const found = await store.object(
      { ...place, maxBytes: 100, ...query },
      'view',
      never
    );
    return found && { ...found, bytes: Buffer.from(found.bytes).toString() };
  };

  it.each([
    ['the whole of it', {}, '0123456789'],
    ['a piece of it', { range: { offset: 3, length: 4 } }, '3456'],
    ['its end', { range: { last: 3 } }, '789'],
    [
      'a piece that goes beyond its end',
      { range: { offset: 8, length: 99 } },
      '89'
    ],
    ['a piece behind its end', { range: { offset: 10, length: 5 } }, ''],
    ['an empty one', { name: 'empty' }, '']
  ])('B05 reads %s, whatever it is called', async (_, query, text) => {
    expect(await read(query)).toMatchObject({ bytes: text, isCut: false });
  });

  it('reads no more than it may, and says so', async () => {
    expect(await read({ maxBytes: 4 })).toMatchObject({
      bytes: '0123',
      isCut: true
    });
  });

  it('tells a missing object from a missing bucket', async () => {
    expect(await read({ name: 'b' })).toBeNull();
    await expect(read({ bucket: 'no-such-bucket' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('no bucket') as string
    });
  });

  it('knows the size of an object without reading it', async () => {
    const store = emulatedStore(emulator);
    expect(await store.objectBytes(place, 'view', never)).toBe(10);
    expect(
      await store.objectBytes({ ...place, name: 'none' }, 'view', never)
    ).toBeNull();
  });

  it('hands out what is stored packed as it is stored', async () => {
    emulator.put('leap-data', 'packed', 'not really packed', {
      contentEncoding: 'gzip'
    });
    expect(await read({ name: 'packed' })).toEqual({
      bytes: 'not really packed',
      contentEncoding: 'gzip',
      isCut: false
    });
  });

  it.each<[string, FaultName, number]>([
    ['B72 a 503', 'unavailable', 3],
    ['B72 a 429', 'too-many-requests', 8],
    ['B72 a 403 for too many requests', 'rate-limit-exceeded', 8],
    ['B72 a connection that breaks before the bytes', 'reset', 2]
  ])('survives %s', async (_, name, times) => {
    const fault = emulator.fault({
      name,
      times,
      operation: 'objects.download'
    });
    expect(await read({})).toMatchObject({ bytes: '0123456789' });
    expect(fault.struck).toBe(times);
  });

  it('B72 reads again what broke off within the bytes', async () => {
    const long = Buffer.alloc(600_000, 'a');
    emulator.put('leap-data', 'long', long);
    const operation = 'objects.download';
    const fault = emulator.fault({
      name: 'reset-in-body',
      times: 2,
      operation
    });
    const found = await read({ name: 'long', maxBytes: 1e6 });
    expect(found?.bytes).toHaveLength(600_000);
    expect(fault.struck).toBe(2);
  });

  it('B70 says that it may not be read', async () => {
    emulator.fault({ name: 'forbidden', operation: 'objects.download' });
    const failure = await read({}).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(LeapError);
    expect(failure).toMatchObject({ code: 'no-credentials' });
  });
});
