import type { ContentsPlace } from '../../../src/contract';
import { createContentsHandlers } from '../../../src/service/contents/handlers';
import { emulatedStore } from '../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../support/gcs/emulator';
import { leapConfig } from '../../support/service/leap-config';
import { WebServer } from '../../support/web/web-server';
import { never } from '../../support/service/never';

const METADATA = JSON.stringify({
  metadata: {
    '.zattrs': { title: 'Tiny' },
    'sst/.zarray': { shape: [4, 5], chunks: [2, 5], dtype: '<f4' },
    'sst/.zattrs': { _ARRAY_DIMENSIONS: ['time', 'x'], units: 'degC' }
  }
});

describe('contents/summary', () => {
  let emulator: Emulator;
  let web: WebServer;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket('leap-data');
    emulator.put('leap-data', 'a b/tiny.zarr/.zmetadata', METADATA);
    web = await WebServer.start((request, response) => {
      const isThere = request.url === '/a%20b/tiny.zarr/.zmetadata';
      response.writeHead(isThere ? 200 : 404);
      response.end(isThere ? METADATA : '');
    });
  });

  afterEach(async () => {
    await emulator.close();
    await web.stop();
  });

  const look = (place: ContentsPlace, catalogUrls: string[] = []) => {
    const handlers = createContentsHandlers(
      {
        config: leapConfig({ catalogUrls }),
        env: {},
        now: () => new Date()
      },
      () => Promise.resolve(emulatedStore(emulator))
    );
    return handlers['contents/summary']({ place }, never);
  };

  it.each<[string, ContentsPlace]>([
    ['a folder', { bucket: 'leap-data', name: 'a b/tiny.zarr/' }],
    ['gs:// with a slash', { url: 'gs://leap-data/a b/tiny.zarr/' }],
    ['gs:// without', { url: 'gs://leap-data/a b/tiny.zarr' }],
    [
      'an https address of Google',
      { url: 'https://storage.googleapis.com/leap-data/a%20b/tiny.zarr' }
    ]
  ])('reads a store of a bucket by %s', async (_, place) => {
    expect(await look(place)).toMatchObject({
      kind: 'arrays',
      format: 'Zarr format 2, consolidated',
      attributes: [{ name: 'title', value: 'Tiny' }],
      variables: [{ path: 'sst', units: 'degC', bytes: 80, chunkCount: 2 }]
    });
  });

  it('reads a store over the web', async () => {
    const url = web.url('/a%20b/tiny.zarr');
    expect(await look({ url }, [web.url()])).toMatchObject({
      variables: [{ path: 'sst' }]
    });
  });

  it('reads nothing from a private network that nobody configured', async () => {
    const url = web.url('/a%20b/tiny.zarr');
    await expect(look({ url })).rejects.toMatchObject({ code: 'forbidden' });
    expect(web.asked).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd'],
    ['/etc/passwd'],
    ['memory://x::file:///etc/passwd'],
    ['javascript:alert(1)'],
    ['https://user:secret@example.org/x']
  ])('B57 reads nothing at %s', async url => {
    await expect(look({ url })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('B21 refuses a bucket that cannot be', async () => {
    await expect(look({ bucket: '..', name: 'x/' })).rejects.toMatchObject({
      code: 'bad-request'
    });
  });

  it('B71 reads what the user pays for with the project they named, and asks first', async () => {
    emulator.createBucket('paid-data', { requesterPays: true });
    emulator.put('paid-data', 'tiny.zarr/.zmetadata', METADATA);
    const place = { bucket: 'paid-data', name: 'tiny.zarr/' };
    await expect(look(place)).rejects.toMatchObject({ code: 'requester-pays' });
    expect(await look({ ...place, payer: 'my-project' })).toMatchObject({
      form: 'zarr',
      variables: [{ path: 'sst' }]
    });
  });

  it('B71 pays for no other bucket than the one it was asked about', async () => {
    emulator.createBucket('paid-data', { requesterPays: true });
    emulator.put('paid-data', 'attributes.json', '{"units": "degC"}');
    const references = JSON.stringify({
      version: 1,
      refs: {
        '.zgroup': '{"zarr_format": 2}',
        'sst/.zarray': '{"shape": [4], "chunks": [2], "dtype": "<f4"}',
        'sst/.zattrs': ['gs://paid-data/attributes.json']
      }
    });
    emulator.put('leap-data', 'refs.json', references);
    emulator.put('paid-data', 'refs.json', references);
    const read = (bucket: string) =>
      look({ bucket, name: 'refs.json', payer: 'my-project' });
    await expect(read('leap-data')).rejects.toMatchObject({
      code: 'requester-pays'
    });
    expect(await read('paid-data')).toMatchObject({
      form: 'kerchunk',
      variables: [{ units: 'degC' }]
    });
  });
});
