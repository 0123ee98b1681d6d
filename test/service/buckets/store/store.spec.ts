import type { LeapError } from '../../../../src/contract';
import { emulatedStore } from '../../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import type { FaultName } from '../../../support/gcs/faults';
import { never } from '../../../support/service/never';

const query = {
  bucket: 'leap-data',
  prefix: '',
  folded: true,
  columns: 'rows'
} as const;

const token = (text: string) => ({ authorization: `Bearer ${text}` });

describe('GcsStore', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket('leap-data');
    emulator.put('leap-data', 'a.nc', 'abc');
  });

  afterEach(() => emulator.close());

  const names = async (store = emulatedStore(emulator)) => {
    const page = await store.page(query, 'view', never);
    return page.objects.map(({ name }) => name);
  };
  const failure = (store = emulatedStore(emulator)): Promise<LeapError> =>
    store.page(query, 'view', never).then(
      () => {
        throw new Error('Nothing failed');
      },
      (reason: unknown) => reason as LeapError
    );

  it.each<[string, FaultName, number]>([
    ['B72 a 408', 'request-timeout', 3],
    ['B72 a 429', 'too-many-requests', 1],
    ['B72 eight 429 in a row', 'too-many-requests', 8],
    ['B70 eight 403 for too many requests', 'rate-limit-exceeded', 8],
    ['B72 a 500', 'internal-error', 5],
    ['B72 a 502', 'bad-gateway', 5],
    ['B72 a 503', 'unavailable', 8],
    ['B72 a 504', 'gateway-timeout', 5],
    ['B72 a connection that breaks before the page', 'reset', 4],
    ['B72 a connection that breaks within the page', 'reset-in-body', 4],
    ['B72 an answer cut off at its right length', 'truncated-json', 4]
  ])('survives %s', async (_, name, times) => {
    const fault = emulator.fault({ name, times, operation: 'objects.list' });
    expect(await names()).toEqual(['a.nc']);
    expect(fault.struck).toBe(times);
  });

  it.each<[string, FaultName]>([
    ['before', 'stall'],
    ['within', 'stall-in-body']
  ])('B72 gives up a page that goes silent %s its answer', async (_, name) => {
    emulator.fault({ name, times: 2 });
    expect(await names(emulatedStore(emulator, { silenceMs: 300 }))).toEqual([
      'a.nc'
    ]);
  });

  it.each<[FaultName, string, RegExp]>([
    ['too-many-requests', 'rate-limited', /too many/],
    ['unavailable', 'bad-upstream', /having trouble \(status 503\)/],
    ['reset', 'unavailable', /keeps breaking/],
    ['truncated-json', 'bad-upstream', /cut off/]
  ])('ends %s that does not end with a sentence', async (name, code, text) => {
    emulator.fault({ name, times: Infinity });
    const error = await failure();
    expect(error).toMatchObject({ code, retryable: true });
    expect(error.message).toMatch(text);
  });

  it('B72 says that a service that stays silent does not answer', async () => {
    emulator.fault({ name: 'stall', times: Infinity });
    const error = await failure(emulatedStore(emulator, { silenceMs: 50 }));
    expect(error.code).toBe('timed-out');
    expect(emulator.calls).toHaveLength(3);
  });

  it('B72 ends before whoever asked gives up, however long it is told to wait', async () => {
    emulator.fault({
      name: 'unavailable',
      times: Infinity,
      retryAfterSeconds: 20
    });
    const error = await failure();
    expect(error.code).toBe('bad-upstream');
    expect(emulator.calls).toHaveLength(2);
  });

  it.each([
    ['view', 20_000],
    ['background', 60_000]
  ] as const)(
    'B72 tells a failure to whoever waits (%s) within %d ms, after more tries than eight',
    async (urgency, mostMs) => {
      emulator.fault({ name: 'unavailable', times: Infinity });
      let waitedMs = 0;
      const store = emulatedStore(emulator, {
        onWait: ms => {
          waitedMs += ms;
        }
      });
      await expect(store.page(query, urgency, never)).rejects.toMatchObject({
        code: 'bad-upstream'
      });
      expect(emulator.calls.length).toBeGreaterThan(9);
      expect(waitedMs).toBeLessThan(mostMs);
      expect(waitedMs).toBeGreaterThan(mostMs / 4);
    }
  );

  it('B71 says of a folder that is not found that it is not, and not that there is no bucket', async () => {
    emulator.fault({ name: 'not-found' });
    const error = await failure();
    expect(error.code).toBe('not-found');
    expect(error.message).toMatch(/did not say whether the folder or all of/);
  });

  it('says that the service cannot be reached, without trying for long', async () => {
    const store = emulatedStore(emulator);
    await emulator.close();
    const error = await failure(store);
    expect(error.code).toBe('unavailable');
    expect(error.message).toContain('cannot be reached');
  });

  it('B71 says that a bucket does not exist', async () => {
    const error = await emulatedStore(emulator)
      .page({ ...query, bucket: 'no-such-bucket' }, 'view', never)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'not-found' });
    expect(String(error)).toContain('no bucket gs://no-such-bucket');
  });

  it('B71 never pays for a bucket whose reader pays', async () => {
    emulator.createBucket('paid-data', { requesterPays: true });
    const error = await emulatedStore(emulator)
      .page({ ...query, bucket: 'paid-data' }, 'view', never)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'requester-pays', retryable: false });
    expect(emulator.calls).toHaveLength(1);
    expect(emulator.calls[0]?.userProject).toBeUndefined();
  });

  describe('with tokens', () => {
    const signedIn = (text = 'good') =>
      emulatedStore(emulator, { headers: () => Promise.resolve(token(text)) });

    beforeEach(() => {
      emulator.tokens.set('good', 'ann@example.org');
      emulator.createBucket('public-data', { anonymous: true });
      emulator.put('public-data', 'p.nc');
      emulator.createBucket('private-data', {
        grants: [{ member: 'bob@example.org', permissions: 'all' }]
      });
    });

    it('sends the credentials', async () => {
      expect(await names(signedIn())).toEqual(['a.nc']);
      expect(emulator.calls[0]?.authorization).toBe('Bearer good');
    });

    it('B69 gets new credentials once when a token is revoked', async () => {
      const asked: boolean[] = [];
      const store = emulatedStore(emulator, {
        headers: renew => {
          asked.push(renew);
          return Promise.resolve(token(renew ? 'good' : 'revoked'));
        }
      });
      expect(await names(store)).toEqual(['a.nc']);
      expect(asked).toEqual([false, true]);
    });

    it('opens a public bucket although the credentials are refused', async () => {
      const store = signedIn('revoked');
      const open = { ...query, bucket: 'public-data' };
      const page = await store.page(open, 'view', never);
      expect(page.objects).toHaveLength(1);
      const before = emulator.calls.length;
      await store.page(open, 'view', never);
      expect(emulator.calls.length - before).toBe(1);
    });

    it('opens a public bucket without credentials', async () => {
      const page = await emulatedStore(emulator).page(
        { ...query, bucket: 'public-data' },
        'view',
        never
      );
      expect(page.objects).toHaveLength(1);
    });

    it('B69 says that there are no credentials when a bucket needs them', async () => {
      const error = await failure();
      expect(error.code).toBe('no-credentials');
      expect(error.message).toContain('is not signed in to Google Cloud');
    });

    it('B69 says that the credentials cannot be obtained now', async () => {
      const error = await failure(
        emulatedStore(emulator, {
          headers: () => Promise.reject(new Error('metadata: 500'))
        })
      );
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
      expect(error.message).toContain(
        'cannot sign in to Google Cloud right now'
      );
      expect(error.message).not.toContain('metadata');
    });

    it('B69 says that the credentials are no longer accepted', async () => {
      const error = await failure(signedIn('revoked'));
      expect(error.code).toBe('no-credentials');
      expect(error.message).toContain('Google Cloud no longer accepts');
    });

    it('B70 says that a bucket may not be listed', async () => {
      const error = await signedIn()
        .page({ ...query, bucket: 'private-data' }, 'view', never)
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'forbidden', retryable: false });
      expect(String(error)).toContain('may not list gs://private-data');
    });
  });

  it('stops at once when cancelled, while it waits for an answer', async () => {
    emulator.fault({ name: 'stall', times: Infinity });
    const controller = new AbortController();
    const page = emulatedStore(emulator).page(query, 'view', controller.signal);
    const arrived = setInterval(() => {
      if (emulator.calls.length > 0) {
        controller.abort();
      }
    }, 5);
    await expect(page).rejects.toMatchObject({ name: 'AbortError' });
    clearInterval(arrived);
    expect(emulator.calls).toHaveLength(1);
  });
});
