import { createHash } from 'node:crypto';
import { ask } from './calling';
import { crc32c, encodeCrc32c } from './content';
import { startEmulator, type Emulator } from './emulator';

describe('Objects', () => {
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
  const upload = (
    query: string,
    body: string | Buffer,
    headers: Record<string, string> = {}
  ): ReturnType<typeof ask> =>
    ask(gcs, `/upload/storage/v1/b/b/o?${query}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers
    });

  it('has the checksums of the published test vectors', async () => {
    gcs.put('b', 'digits', '123456789');

    const { json } = await ask(gcs, at('digits'));

    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(json).toMatchObject({
      crc32c: encodeCrc32c(0xe3069283),
      md5Hash: 'JfnnlDI7RTiF9RgfG2JNCw=='
    });
  });

  it('answers metadata in the form of the API', async () => {
    gcs.put('b', 'a/x y.nc', 'hello', {
      createdAt: new Date('2026-10-30T12:00:00Z'),
      contentType: 'application/x-netcdf',
      metadata: { owner: 'ann' },
      generation: '9007199254740993'
    });

    const { json } = await ask(gcs, at('a/x y.nc'));

    expect(json).toMatchObject({
      kind: 'storage#object',
      id: 'b/a/x y.nc/9007199254740993',
      name: 'a/x y.nc',
      bucket: 'b',
      generation: '9007199254740993',
      metageneration: '1',
      size: '5',
      contentType: 'application/x-netcdf',
      storageClass: 'STANDARD',
      timeCreated: '2026-10-30T12:00:00.000Z',
      updated: '2026-10-30T12:00:00.000Z',
      metadata: { owner: 'ann' }
    });
  });

  it('uploads bytes alone', async () => {
    const reply = await upload('uploadType=media&name=a%2Fb', 'hello', {
      'content-type': 'text/plain'
    });

    expect(reply.json).toMatchObject({
      name: 'a/b',
      size: '5',
      contentType: 'text/plain'
    });
    expect((await ask(gcs, at('a/b', 'alt=media'))).text).toBe('hello');
  });

  it('uploads metadata and bytes in one request, and refuses a wrong MD5', async () => {
    const bytes = '1,2\r\n3,4';
    const send = (md5Hash: string): ReturnType<typeof ask> =>
      upload(
        'uploadType=multipart',
        `--x\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ name: 'm', md5Hash })}\r\n--x\r\nContent-Type: text/csv\r\n\r\n${bytes}\r\n--x--`,
        { 'content-type': 'multipart/related; boundary="x"' }
      );

    const wrong = await send('AAAAAAAAAAAAAAAAAAAAAA==');
    const right = await send(createHash('md5').update(bytes).digest('base64'));

    expect(wrong.status).toBe(400);
    expect(right.json).toMatchObject({ size: '8', contentType: 'text/csv' });
    expect((await ask(gcs, at('m', 'alt=media'))).text).toBe(bytes);
  });

  it('B01 B09 B10 B15 refuses names that Cloud Storage refuses', async () => {
    const refused = ['.', '..', 'a\nb', 'a\rb', 'a\0b', 'x'.repeat(1025)];
    const taken = ['../x', '%2e%2e', 'x'.repeat(1024), '🌊'.repeat(256)];

    for (const name of [...refused, ...taken]) {
      const reply = await upload(
        `uploadType=media&name=${encodeURIComponent(name)}`,
        'x'
      );
      expect([name, reply.status]).toEqual([
        name,
        taken.includes(name) ? 200 : 400
      ]);
    }
  });

  it('checks preconditions on reads and changes', async () => {
    const { generation } = gcs.put('b', 'a', '1');
    const status = async (
      method: string,
      query: string,
      name = 'a'
    ): Promise<number> =>
      (
        await ask(gcs, at(name, query), {
          method,
          body: method === 'PATCH' ? '{}' : null
        })
      ).status;

    expect(await status('GET', `ifGenerationMatch=${generation}`)).toBe(200);
    expect(await status('GET', 'ifGenerationMatch=1')).toBe(412);
    expect(await status('GET', `ifGenerationNotMatch=${generation}`)).toBe(304);
    expect(await status('PATCH', 'ifMetagenerationMatch=2')).toBe(412);
    expect(await status('PATCH', 'ifMetagenerationMatch=1')).toBe(200);
    expect(await status('DELETE', 'ifMetagenerationMatch=1')).toBe(412);
    expect(await status('DELETE', 'ifGenerationMatch=x')).toBe(400);
    expect(await status('DELETE', `ifGenerationMatch=${generation}`)).toBe(204);
    expect(await status('DELETE', '', 'none')).toBe(404);
  });

  it('creates with ifGenerationMatch=0 once', async () => {
    const query = 'uploadType=media&name=a&ifGenerationMatch=0';

    expect((await upload(query, '1')).status).toBe(200);
    expect((await upload(query, '2')).status).toBe(412);
    expect((await ask(gcs, at('a', 'alt=media'))).text).toBe('1');
  });

  it('patches: null takes away, custom metadata is merged', async () => {
    gcs.put('b', 'a', '', {
      contentType: 'text/plain',
      cacheControl: 'no-store',
      metadata: { x: '1', y: '2' }
    });

    const { json } = await ask(gcs, at('a'), {
      method: 'PATCH',
      body: JSON.stringify({
        cacheControl: null,
        metadata: { x: null, z: '3' }
      })
    });

    expect(json).toMatchObject({
      contentType: 'text/plain',
      metageneration: '2',
      metadata: { y: '2', z: '3' }
    });
    expect(json).not.toHaveProperty('cacheControl');
  });

  it('rewrites in as many calls as it is told to', async () => {
    gcs.createBucket('to');
    gcs.put('b', 'a', Buffer.alloc(2_500_000, 1), { metadata: { k: 'v' } });
    const path =
      '/storage/v1/b/b/o/a/rewriteTo/b/to/o/c%2Fd?maxBytesRewrittenPerCall=1048576';

    const first = await ask(gcs, path, { method: 'POST' });
    const token = String(first.json['rewriteToken']);
    const second = await ask(gcs, `${path}&rewriteToken=${token}`, {
      method: 'POST'
    });
    const third = await ask(gcs, `${path}&rewriteToken=${token}`, {
      method: 'POST'
    });

    expect(first.json).toMatchObject({
      done: false,
      totalBytesRewritten: '1048576'
    });
    expect(second.json).toMatchObject({
      done: false,
      totalBytesRewritten: '2097152'
    });
    expect(third.json).toMatchObject({
      done: true,
      resource: {
        name: 'c/d',
        bucket: 'to',
        size: '2500000',
        metadata: { k: 'v' }
      }
    });
  });

  it('moves and composes', async () => {
    gcs.put('b', 'a', 'foo');
    gcs.put('b', 'c', 'bar');

    const composed = await ask(gcs, '/storage/v1/b/b/o/whole/compose', {
      method: 'POST',
      body: JSON.stringify({ sourceObjects: [{ name: 'a' }, { name: 'c' }] })
    });
    const moved = await ask(gcs, '/storage/v1/b/b/o/a/moveTo/o/b', {
      method: 'POST'
    });

    expect(composed.json).toMatchObject({ componentCount: 2, size: '6' });
    expect(composed.json).not.toHaveProperty('md5Hash');
    expect(moved.json).toMatchObject({ name: 'b', size: '3' });
    expect((await ask(gcs, at('a'))).status).toBe(404);
    expect((await ask(gcs, at('whole', 'alt=media'))).text).toBe('foobar');
  });

  it('keeps what was deleted for a while, and restores it', async () => {
    const { generation } = gcs.put('b', 'a', 'precious');
    await ask(gcs, at('a'), { method: 'DELETE' });

    const listed = await ask(gcs, '/storage/v1/b/b/o?softDeleted=true');
    const restored = await ask(
      gcs,
      `/storage/v1/b/b/o/a/restore?generation=${generation}`,
      { method: 'POST' }
    );

    expect(listed.json).toMatchObject({
      items: [
        {
          name: 'a',
          generation,
          softDeleteTime: '2026-11-01T00:00:00.000Z',
          hardDeleteTime: '2026-11-08T00:00:00.000Z'
        }
      ]
    });
    expect(restored.status).toBe(200);
    expect(restored.json['generation']).not.toBe(generation);
    expect(restored.json).not.toHaveProperty('softDeleteTime');
    expect((await ask(gcs, at('a', 'alt=media'))).text).toBe('precious');
  });

  it('deletes by the lifecycle rule when it is swept, and forgets later', async () => {
    gcs.put('b', 'old', '', { createdAt: new Date('2026-10-24T00:00:00Z') });
    gcs.put('b', 'young', '', { createdAt: new Date('2026-10-26T00:00:00Z') });

    const swept = gcs.sweep(now);
    const kept = await ask(gcs, '/storage/v1/b/b/o?softDeleted=true');
    gcs.sweep(new Date('2026-11-08T00:00:00Z'));
    const gone = await ask(
      gcs,
      '/storage/v1/b/b/o?softDeleted=true&prefix=old'
    );

    expect(swept.get('b')).toEqual(['old']);
    expect(kept.json).toMatchObject({ items: [{ name: 'old' }] });
    expect(gone.json).not.toHaveProperty('items');
  });

  it('B75 refuses to delete what is held or must be retained', async () => {
    gcs.createBucket('r', { retentionSeconds: 60 });
    gcs.put('r', 'a');
    gcs.put('b', 'held', '', { temporaryHold: true });

    const retained = await ask(gcs, '/storage/v1/b/r/o/a', {
      method: 'DELETE'
    });
    const held = await ask(gcs, at('held'), { method: 'DELETE' });

    expect(retained.json).toMatchObject({
      error: { code: 403, errors: [{ reason: 'retentionPolicyNotMet' }] }
    });
    expect(held.json).toMatchObject({
      error: { code: 403, errors: [{ reason: 'objectUnderActiveHold' }] }
    });
  });
});
