import { ask, type IReply } from './calling';
import { startEmulator, type Emulator } from './emulator';

const CHUNK = 256 * 1024;

describe('Resumable uploads', () => {
  let gcs: Emulator;
  let session: string;

  beforeEach(async () => {
    gcs = await startEmulator();
    gcs.createBucket('b');
    const opened = await ask(
      gcs,
      '/upload/storage/v1/b/b/o?uploadType=resumable&name=big&ifGenerationMatch=0',
      {
        method: 'POST',
        body: JSON.stringify({ metadata: { k: 'v' } }),
        headers: { 'x-upload-content-type': 'application/x-netcdf' }
      }
    );
    session = (opened.headers.get('location') ?? '').replace(gcs.url, '');
  });

  afterEach(() => gcs.close());

  const bytes = Buffer.alloc(3 * CHUNK + 5, 'abc');
  const send = (range: string, body: Buffer): Promise<IReply> =>
    ask(gcs, session, {
      method: 'PUT',
      body: new Uint8Array(body),
      headers: { 'content-range': `bytes ${range}` }
    });
  const part = (
    start: number,
    end: number,
    total: number | '*'
  ): Promise<IReply> =>
    send(
      `${String(start)}-${String(end - 1)}/${String(total)}`,
      bytes.subarray(start, end)
    );
  const arrived = (): Promise<IReply> => send('*/*', Buffer.alloc(0));

  it('takes chunks and tells how much has arrived', async () => {
    const empty = await arrived();
    const first = await part(0, 2 * CHUNK, '*');
    const asked = await arrived();
    const last = await part(2 * CHUNK, bytes.length, bytes.length);

    expect([empty.status, empty.headers.get('range')]).toEqual([308, null]);
    expect([first.status, first.headers.get('range')]).toEqual([
      308,
      'bytes=0-524287'
    ]);
    expect(asked.headers.get('range')).toBe('bytes=0-524287');
    expect(last.json).toMatchObject({
      name: 'big',
      size: String(bytes.length),
      contentType: 'application/x-netcdf',
      metadata: { k: 'v' }
    });
    expect(
      (await ask(gcs, '/storage/v1/b/b/o/big?alt=media')).bytes.equals(bytes)
    ).toBe(true);
  });

  it('keeps whole multiples of 256 KiB of a chunk that is not the last', async () => {
    const reply = await part(0, CHUNK + 100, bytes.length);

    expect([reply.status, reply.headers.get('range')]).toEqual([
      308,
      'bytes=0-262143'
    ]);
  });

  it('takes a chunk that overlaps, refuses one that leaves a gap', async () => {
    await part(0, 2 * CHUNK, bytes.length);

    const gap = await part(3 * CHUNK, bytes.length, bytes.length);
    const overlap = await part(CHUNK, bytes.length, bytes.length);

    expect(gap.status).toBe(400);
    expect(overlap.status).toBe(200);
  });

  it('answers the finished object again when the last answer was lost', async () => {
    gcs.fault({ name: 'lost-answer', operation: 'objects.resume' });

    await expect(part(0, bytes.length, bytes.length)).rejects.toThrow();
    const asked = await arrived();

    expect(asked.status).toBe(200);
    expect(asked.json).toMatchObject({
      name: 'big',
      size: String(bytes.length)
    });
  });

  it('checks the precondition again at the end', async () => {
    gcs.put('b', 'big', 'somebody was faster');

    const reply = await part(0, bytes.length, bytes.length);

    expect(reply.status).toBe(412);
    expect((await ask(gcs, '/storage/v1/b/b/o/big?alt=media')).text).toBe(
      'somebody was faster'
    );
  });

  it('B72 goes backwards', async () => {
    gcs.fault({
      name: 'rollback',
      operation: 'objects.resume',
      nth: 2,
      afterBytes: CHUNK
    });

    await part(0, CHUNK, bytes.length);
    const backwards = await part(CHUNK, 3 * CHUNK, bytes.length);
    const rest = await part(CHUNK, bytes.length, bytes.length);

    expect([backwards.status, backwards.headers.get('range')]).toEqual([
      308,
      'bytes=0-262143'
    ]);
    expect(rest.status).toBe(200);
  });

  it('can be cancelled, and is gone then', async () => {
    const cancelled = await ask(gcs, session, { method: 'DELETE' });

    expect(cancelled.status).toBe(499);
    expect((await arrived()).status).toBe(404);
  });
});
