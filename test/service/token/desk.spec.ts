import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeapError, type TokenQuery } from '../../../src/contract';
import type { Config } from '../../../src/service/config';
import { TokenDesk } from '../../../src/service/token/desk';
import { startEmulator, type Emulator } from '../../support/gcs/emulator';
import { IdentityServer } from '../../support/google/identity-server';
import { leapConfig } from '../../support/service/leap-config';
import { never } from '../../support/service/never';

const OWN: TokenQuery = {
  bucket: 'leap-persistent',
  prefix: 'ann/',
  access: 'read',
  atMost: 'folder'
};

describe('TokenDesk', () => {
  let gcs: Emulator;
  let google: IdentityServer;
  let cacheDirectory: string;
  let nowMs: number;

  beforeEach(async () => {
    gcs = await startEmulator();
    google = await IdentityServer.start(gcs);
    cacheDirectory = await mkdtemp(join(tmpdir(), 'leap-token-'));
    nowMs = Date.parse('2026-11-23T12:00:00Z');
    for (const bucket of ['leap-persistent', 'leap-scratch']) {
      gcs.createBucket(bucket);
      gcs.put(bucket, 'ann/data.txt', 'mine');
      gcs.put(bucket, 'anna/data.txt', 'hers');
    }
  });

  afterEach(async () => {
    await google.stop();
    await gcs.close();
    await rm(cacheDirectory, { recursive: true });
  });

  function desk(fields: Partial<Config> = {}): TokenDesk {
    const config = leapConfig({
      buckets: ['leap-persistent', 'leap-scratch'].map(name => ({
        name,
        title: name,
        access: 'own-folder' as const,
        deleteAfterDays: null,
        ownFolderVariable: null
      })),
      storageEndpoint: gcs.url,
      tokenExchangeUrl: google.exchangeUrl,
      tokenInfoUrl: google.infoUrl,
      cacheDirectory,
      ...fields
    });
    const env = { JUPYTERHUB_USER: 'ann', GCE_METADATA_HOST: google.host };
    return new TokenDesk({ config, env, now: () => new Date(nowMs) });
  }

  async function refusal(
    query: Partial<TokenQuery>,
    at = desk()
  ): Promise<string[] | null> {
    try {
      await at.grant({ ...OWN, ...query }, never);
      return null;
    } catch (reason) {
      const { code, message } = LeapError.from(reason);
      return [code, message];
    }
  }

  /** The status of a request to the storage service with a token. */
  async function status(
    token: string,
    method: string,
    path: string
  ): Promise<number> {
    const response = await fetch(gcs.url + path, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      ...(method === 'POST' ? { body: 'new' } : {})
    });
    await response.arrayBuffer();
    return response.status;
  }

  const read = (bucket: string, name: string): string =>
    `/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const list = (bucket: string, prefix: string): string =>
    `/storage/v1/b/${bucket}/o?prefix=${encodeURIComponent(prefix)}`;
  const write = (bucket: string, name: string): string =>
    `/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${encodeURIComponent(name)}`;

  it('gives a token that reads one folder and nothing else', async () => {
    expect(await desk().plan({ ...wishOf(OWN) }, never)).toEqual({
      reach: 'folder',
      reason: null
    });
    const { token, reach, lifetimeSeconds } = await desk().grant(OWN, never);

    expect(reach).toBe('folder');
    expect(lifetimeSeconds).toBe(3599);
    const statuses = await Promise.all([
      status(token, 'GET', read('leap-persistent', 'ann/data.txt')),
      status(token, 'GET', list('leap-persistent', 'ann/')),
      status(token, 'GET', read('leap-persistent', 'anna/data.txt')),
      status(token, 'GET', list('leap-persistent', '')),
      status(token, 'GET', list('leap-persistent', 'ann')),
      status(token, 'GET', read('leap-scratch', 'ann/data.txt')),
      status(token, 'POST', write('leap-persistent', 'ann/new.txt')),
      status(token, 'DELETE', read('leap-persistent', 'ann/data.txt'))
    ]);
    expect(statuses).toEqual([200, 200, 403, 403, 403, 403, 403, 403]);
  });

  it('gives a token that writes in the own folder alone', async () => {
    const { token } = await desk().grant({ ...OWN, access: 'write' }, never);

    const statuses = await Promise.all([
      status(token, 'POST', write('leap-persistent', 'ann/new.txt')),
      status(token, 'POST', write('leap-persistent', 'anna/new.txt')),
      status(token, 'POST', write('leap-scratch', 'ann/new.txt'))
    ]);
    expect(statuses).toEqual([200, 403, 403]);
  });

  it.each([
    ["another member's folder", { prefix: 'anna/' }],
    ['the whole bucket', { prefix: '' }]
  ])('refuses a token that writes in %s', async (_name, query) => {
    expect(await refusal({ ...query, access: 'write' })).toEqual([
      'forbidden',
      'A token for writing is given for your own folder alone: ann/'
    ]);
    expect(google.tokens).toEqual([]);
  });

  it.each([
    ['B22 a name without its slash', { prefix: 'ann' }, 'bad-request'],
    ['B01 a way out', { prefix: 'ann/../bob/' }, 'bad-request'],
    ['B04 an empty part', { prefix: 'ann//x/' }, 'bad-request'],
    ['B10 a line break', { prefix: 'ann/\n/' }, 'bad-request'],
    ['another bucket', { bucket: 'somebody-elses' }, 'forbidden']
  ])('refuses %s', async (_name, query, code) => {
    expect((await refusal(query))?.[0]).toBe(code);
    expect(google.asked).toEqual([]);
  });

  it.each(["it's') || true || ('", '\\', 'é\u202e😀', '"; drop', 'a`$(x)`'])(
    'B17 limits a token to a folder of the name %j',
    async name => {
      gcs.put('leap-persistent', `ann/${name}/x`, 'x');
      const { token } = await desk().grant(
        { ...OWN, prefix: `ann/${name}/` },
        never
      );

      expect(
        await status(token, 'GET', read('leap-persistent', `ann/${name}/x`))
      ).toBe(200);
      expect(
        await status(token, 'GET', read('leap-persistent', 'ann/data.txt'))
      ).toBe(403);
    }
  );

  describe('where the bucket cannot limit a token', () => {
    beforeEach(() => {
      gcs.store.bucket('leap-persistent').options = { uniformAccess: false };
    });

    it('says before that it reads everything, and gives one that writes nothing', async () => {
      const plan = await desk().plan(wishOf(OWN), never);
      expect(plan.reach).toBe('read-everything');
      expect(plan.reason).toContain('no uniform access');
      const { token, reach } = await desk().grant(
        { ...OWN, atMost: 'read-everything' },
        never
      );

      expect(reach).toBe('read-everything');
      expect(
        await status(token, 'GET', read('leap-persistent', 'anna/data.txt'))
      ).toBe(200);
      expect(
        await status(token, 'POST', write('leap-persistent', 'ann/new.txt'))
      ).toBe(403);
    });

    it('gives nothing wider than was agreed to', async () => {
      expect((await refusal({ atMost: 'folder' }))?.[0]).toBe('precondition');
    });

    it('throws a token away that can do more than it was asked for', async () => {
      google.ignoresScopes = true;
      const refused = await refusal({ atMost: 'everything' });
      expect(refused).toEqual([
        'forbidden',
        expect.stringContaining('thrown away')
      ]);
    });

    it('gives the whole token only where the operator allows it', async () => {
      const query: TokenQuery = {
        ...OWN,
        access: 'write',
        atMost: 'everything'
      };
      expect(await refusal(query)).toEqual([
        'forbidden',
        expect.stringContaining('switched off on this hub')
      ]);
      const allowed = await desk({ allowToken: true }).grant(query, never);
      expect(allowed.reach).toBe('everything');
    });

    it('promises nothing when the bucket does not say', async () => {
      gcs.store.bucket('leap-persistent').options = {
        grants: [{ permissions: 'none' }]
      };
      expect(await desk().plan(wishOf(OWN), never)).toEqual({
        reach: 'read-everything',
        reason: expect.stringContaining('does not say') as string
      });
    });
  });

  it('T2 SEC-T12 gives six tokens an hour and no seventh, a restart of the service included', async () => {
    for (let count = 0; count < 6; count += 1) {
      // A new desk each time: the service ends when it is idle.
      await desk().grant(OWN, never);
      nowMs += 60_000;
    }
    expect(await refusal({})).toEqual([
      'rate-limited',
      '6 tokens were given in the last hour, which is the most. The next one can be had in 54 min.'
    ]);
    nowMs += 54 * 60_000 + 1;
    expect(await refusal({})).toBeNull();
  });

  it('T2 counts tokens that are asked for at once, one by one', async () => {
    const one = desk();
    const asked = await Promise.all(
      Array.from({ length: 9 }, () => refusal({}, one))
    );
    expect(asked.filter(answer => answer === null)).toHaveLength(6);
  });

  it('tells the real end, the shorter of the two', async () => {
    google.saysLifetime = true;
    expect((await desk().grant(OWN, never)).lifetimeSeconds).toBe(1800);
    google.lifetimeSeconds = 240;
    expect((await desk().grant(OWN, never)).lifetimeSeconds).toBe(240);
  });

  it('is not misled by a clock that is ten minutes off', async () => {
    nowMs = Date.now() - 600_000;
    expect((await desk().grant(OWN, never)).lifetimeSeconds).toBe(3599);
  });

  it.each<[string, string, (google: IdentityServer) => void, RegExp]>([
    [
      'a metadata server that answers an expired token',
      'no-credentials',
      google => (google.lifetimeSeconds = -10),
      /already expired/
    ],
    [
      'a machine without an identity',
      'no-credentials',
      google =>
        google.faults.set('/computeMetadata', response => {
          response.writeHead(404, { 'Metadata-Flavor': 'Google' }).end();
        }),
      /no identity at Google Cloud/
    ],
    [
      'a page in place of the metadata server',
      'no-credentials',
      google =>
        google.faults.set('/computeMetadata', response => {
          response.writeHead(200).end('<html>Sign in</html>');
        }),
      /no identity at Google Cloud/
    ],
    [
      'a metadata server out of order',
      'bad-upstream',
      google =>
        google.faults.set('/computeMetadata', response => {
          response.writeHead(500, { 'Metadata-Flavor': 'Google' }).end();
        }),
      /status 500/
    ],
    [
      'a metadata server that answers something else',
      'bad-upstream',
      google =>
        google.faults.set('/computeMetadata', response => {
          response
            .writeHead(200, { 'Metadata-Flavor': 'Google' })
            .end('{"access_token":7}');
        }),
      /not a token/
    ],
    [
      'an exchange that refuses',
      'bad-upstream',
      google =>
        google.faults.set('/v1/token', response => {
          response.writeHead(400).end('{"error":"invalid_grant"}');
        }),
      /refused to limit a token.*none was made/
    ],
    [
      'an exchange that sends elsewhere',
      'bad-upstream',
      google =>
        google.faults.set('/v1/token', response => {
          response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end();
        }),
      /status 307/
    ],
    [
      'an exchange that breaks off',
      'unavailable',
      google =>
        google.faults.set('/v1/token', response => {
          response.destroy();
        }),
      /cannot be reached/
    ]
  ])('says in a sentence: %s', async (_name, code, spoil, sentence) => {
    spoil(google);
    expect(await refusal({})).toEqual([code, expect.stringMatching(sentence)]);
  });

  it('says in a sentence that nothing listens where the metadata server should be', async () => {
    const { host } = google;
    await google.stop();
    google = await IdentityServer.start(gcs);
    const config = leapConfig({
      buckets: [],
      storageEndpoint: gcs.url,
      cacheDirectory
    });
    config.buckets.push({
      name: 'leap-persistent',
      title: 'x',
      access: 'own-folder',
      deleteAfterDays: null,
      ownFolderVariable: null
    });
    const env = { JUPYTERHUB_USER: 'ann', GCE_METADATA_HOST: host };
    const alone = new TokenDesk({ config, env, now: () => new Date(nowMs) });

    expect((await refusal({}, alone))?.[0]).toBe('no-credentials');
  });

  it('ends at once when its asker goes', async () => {
    google.faults.set('/computeMetadata', () => undefined);
    const leave = new AbortController();
    const asked = desk().plan(wishOf(OWN), leave.signal);
    leave.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('T14 puts no token into an address, a message or the log', async () => {
    const said: string[] = [];
    const spy = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation(text => said.push(String(text)) > 0);
    await desk().grant(OWN, never);
    google.faults.set('/v1/token', response => {
      response.writeHead(400).end(JSON.stringify({ error: google.tokens }));
    });
    said.push(...((await refusal({})) ?? []));
    spy.mockRestore();

    const seen = [
      ...said,
      ...google.asked,
      ...gcs.calls.map(call => JSON.stringify([call.path, call.query]))
    ].join('\n');
    expect(seen).toContain('token granted');
    expect(google.tokens.length).toBeGreaterThan(2);
    for (const token of google.tokens) {
      expect(seen).not.toContain(token);
    }
  });
});

function wishOf({ bucket, prefix, access }: TokenQuery) {
  return { bucket, prefix, access };
}
