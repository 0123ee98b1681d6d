import { gzipSync } from 'node:zlib';
import { ask } from './calling';
import { startEmulator, type Emulator } from './emulator';

describe('Downloads', () => {
  let gcs: Emulator;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-11-01T00:00:00Z');
    gcs = await startEmulator({ now: () => now });
    gcs.createBucket('b', { lifecycleAgeDays: 7 });
  });

  afterEach(() => gcs.close());
  const at = (name: string, query = ''): string =>
    `/storage/v1/b/b/o/${encodeURIComponent(name)}?${query}`;

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=5-500', 206, '56789', 'bytes 5-9/10'],
    ['lines=1-2', 200, '0123456789', null]
  ])('downloads the range %s', async (range, status, text, contentRange) => {
    gcs.put('b', 'a', '0123456789');

    const reply = await ask(gcs, at('a', 'alt=media'), { headers: { range } });

    expect(reply.status).toBe(status);
    expect(reply.text).toBe(text);
    expect(reply.headers.get('content-range')).toBe(contentRange);
  });

  it('refuses a range past the end', async () => {
    gcs.put('b', 'a', '0123456789');

    const reply = await ask(gcs, at('a', 'alt=media'), {
      headers: { range: 'bytes=10-' }
    });

    expect(reply.status).toBe(416);
    expect(reply.headers.get('content-range')).toBe('bytes */10');
  });

  it('B74 unpacks gzip for a client that does not accept it', async () => {
    gcs.put('b', 'a', gzipSync('hello'), { contentEncoding: 'gzip' });

    const unpacked = await ask(gcs, at('a', 'alt=media'), {
      headers: { 'accept-encoding': 'identity' }
    });
    const packed = await ask(gcs, at('a', 'alt=media'), {
      headers: { 'accept-encoding': 'gzip' }
    });

    expect(unpacked.text).toBe('hello');
    expect(unpacked.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('x-goog-stored-content-encoding')).toBe('gzip');
  });

  it('downloads the generation asked for, while it is kept', async () => {
    gcs.createBucket('v', { versioning: true });
    const { generation } = gcs.put('v', 'a', 'old');
    gcs.put('v', 'a', 'new');

    const old = await ask(
      gcs,
      `/storage/v1/b/v/o/a?alt=media&generation=${generation}`
    );
    const live = await ask(gcs, '/storage/v1/b/v/o/a?alt=media');
    const none = await ask(gcs, '/storage/v1/b/v/o/a?alt=media&generation=1');

    expect([old.text, live.text]).toEqual(['old', 'new']);
    expect(none.status).toBe(404);
    expect(none.text).toBe('No such object: v/a');
  });
});
