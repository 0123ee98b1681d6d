import { ask, askPages, namesOn } from './calling';
import { startEmulator, type Emulator } from './emulator';
import type { FaultName } from './faults';

describe('Faults', () => {
  let gcs: Emulator;

  beforeEach(async () => {
    gcs = await startEmulator();
    gcs.createBucket('b');
    gcs.put('b', 'a/1', 'hello');
    gcs.put('b', 'a/2', 'world');
    gcs.put('b', 'c', '!');
  });

  afterEach(() => gcs.close());

  const list = (query = ''): ReturnType<typeof ask> =>
    ask(gcs, `/storage/v1/b/b/o?${query}`);

  it.each<[FaultName, number, string]>([
    ['unauthorized', 401, 'authError'],
    ['forbidden', 403, 'forbidden'],
    ['rate-limit-exceeded', 403, 'rateLimitExceeded'],
    ['not-found', 404, 'notFound'],
    ['request-timeout', 408, 'requestTimeout'],
    ['too-many-requests', 429, 'rateLimitExceeded'],
    ['internal-error', 500, 'internalError'],
    ['bad-gateway', 502, 'badGateway'],
    ['unavailable', 503, 'backendError'],
    ['gateway-timeout', 504, 'gatewayTimeout']
  ])(
    'B72 %s answers %i once, in the form of Google',
    async (name, status, reason) => {
      gcs.fault({ name });

      const struck = await list();
      const spared = await list();

      expect(struck.status).toBe(status);
      expect(struck.json).toMatchObject({
        error: { code: status, errors: [{ reason }] }
      });
      expect(spared.status).toBe(200);
    }
  );

  it('strikes the nth call that fits, so many times, and counts', async () => {
    const fault = gcs.fault({
      name: 'unavailable',
      operation: 'objects.list',
      prefix: 'a/',
      nth: 2,
      times: 2
    });

    const statuses: number[] = [];
    for (const query of [
      'prefix=a/',
      'prefix=c',
      'prefix=a/',
      'prefix=a/',
      'prefix=a/'
    ]) {
      statuses.push((await list(query)).status);
    }

    expect(statuses).toEqual([200, 200, 503, 503, 200]);
    expect(fault.struck).toBe(2);
  });

  it('can be matched by method and path, and removed', async () => {
    const fault = gcs.fault({
      name: 'internal-error',
      method: 'GET',
      path: /\/o\/a%2F1$/,
      times: Infinity
    });

    expect((await ask(gcs, '/storage/v1/b/b/o/a%2F1')).status).toBe(500);
    expect((await ask(gcs, '/storage/v1/b/b/o/a%2F2')).status).toBe(200);
    fault.remove();
    expect((await ask(gcs, '/storage/v1/b/b/o/a%2F1')).status).toBe(200);
  });

  it('says how long to wait', async () => {
    gcs.fault({ name: 'too-many-requests', retryAfterSeconds: 3 });

    expect((await list()).headers.get('retry-after')).toBe('3');
  });

  it('resets before the answer and inside the body', async () => {
    gcs.fault({ name: 'reset' });
    gcs.fault({ name: 'reset-in-body', afterBytes: 10 });

    await expect(list()).rejects.toThrow();
    await expect(list()).rejects.toThrow();
    expect((await list()).status).toBe(200);
  });

  it('falls silent before the answer and inside the body until the caller hangs up', async () => {
    gcs.fault({ name: 'stall' });
    gcs.fault({ name: 'stall-in-body' });

    for (let call = 0; call < 2; call++) {
      const hangUp = AbortSignal.timeout(50);
      await expect(
        ask(gcs, '/storage/v1/b/b/o', { signal: hangUp })
      ).rejects.toThrow(/abort|timeout/i);
    }
  });

  it('cuts JSON short under a Content-Length that fits', async () => {
    gcs.fault({ name: 'truncated-json' });

    const page = await list();

    expect(page.status).toBe(200);
    expect(Number(page.headers.get('content-length'))).toBe(page.bytes.length);
    expect(() => {
      JSON.parse(page.text);
    }).toThrow(SyntaxError);
  });

  it('B73 refuses a page token that has expired, and no first page', async () => {
    gcs.fault({ name: 'expired-page-token' });

    const first = await list('maxResults=1');
    const second = await list(
      `maxResults=1&pageToken=${String(first.json['nextPageToken'])}`
    );

    expect(first.status).toBe(200);
    expect(second.status).toBe(400);
  });

  it.each<FaultName>(['short-page', 'empty-page'])(
    '%s loses nothing of the listing',
    async name => {
      gcs.fault({ name });

      const pages = await askPages(gcs, 'b', {});

      expect(pages).toHaveLength(2);
      expect(pages.flatMap(namesOn)).toEqual(['a/1', 'a/2', 'c']);
    }
  );

  it('B74 lies about the CRC32C, or about the bytes', async () => {
    gcs.fault({ name: 'wrong-crc32c', operation: 'objects.download' });
    gcs.fault({ name: 'wrong-bytes', operation: 'objects.download', nth: 2 });
    const path = '/storage/v1/b/b/o/c?alt=media';

    const lied = await ask(gcs, path);
    const changed = await ask(gcs, path);
    const true_ = await ask(gcs, path);

    expect(lied.text).toBe('!');
    expect(lied.headers.get('x-goog-hash')).not.toBe(
      true_.headers.get('x-goog-hash')
    );
    expect(changed.bytes).toHaveLength(1);
    expect(changed.text).not.toBe('!');
  });

  it('B72 loses the answer to a deletion that was done', async () => {
    gcs.fault({ name: 'lost-answer', method: 'DELETE' });

    await expect(
      ask(gcs, '/storage/v1/b/b/o/c', { method: 'DELETE' })
    ).rejects.toThrow();
    expect((await ask(gcs, '/storage/v1/b/b/o/c')).status).toBe(404);
  });

  it('logs every call and the greatest number under way at once', async () => {
    gcs.latencyMs = 20;

    await Promise.all([list('prefix=a/'), list(), list()]);

    expect(gcs.calls).toHaveLength(3);
    expect(gcs.calls.map(({ query }) => query)).toContainEqual({
      prefix: 'a/'
    });
    expect(gcs.calls[0]).toMatchObject({
      method: 'GET',
      path: '/storage/v1/b/b/o',
      operation: 'objects.list',
      status: 200
    });
    expect(gcs.mostInFlight).toBe(3);
  });
});
