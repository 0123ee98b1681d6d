import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeapError } from '../../../src/contract';
import { accessBoundary } from '../../../src/service/token/boundary';
import { TokenDesk } from '../../../src/service/token/desk';
import { exchange } from '../../../src/service/token/exchange';
import { TokenRate } from '../../../src/service/token/rate';
import { isReadOnly, READ_ONLY_SCOPE } from '../../../src/service/token/scopes';
import { hasUniformAccess } from '../../../src/service/token/uniform';
import { leapConfig } from '../../support/service/leap-config';
import { never } from '../../support/service/never';

/** The network: what is asked of it, and one answer for all. */
function answering(body: unknown, status = 200): jest.SpyInstance {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(Response.json(body, { status })));
}

const IDENTITY = { token: 'secret', lifetimeSeconds: 60 };
const EXCHANGED = {
  access_token: 'narrow',
  issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  token_type: 'Bearer'
};

describe('what guards a token', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    ['reading alone', READ_ONLY_SCOPE, true],
    [
      'reading and more',
      `${READ_ONLY_SCOPE} https://www.googleapis.com/auth/cloud-platform`,
      false
    ],
    ['more', 'https://www.googleapis.com/auth/devstorage.read_write', false],
    ['a scope that begins alike', `${READ_ONLY_SCOPE}_write`, false],
    ['nothing that is named', '', false]
  ])(
    'knows whether a token for %s only reads (%s: %s)',
    async (_, scope, is) => {
      answering({ scope });
      expect(await isReadOnly('https://info.example', 't', never)).toBe(is);
    }
  );

  it.each([
    ['https://storage.googleapis.com', true],
    ['https://googleapis.com', true],
    ['http://127.0.0.1:4443', true],
    ['http://localhost:4443', true],
    ['http://storage.googleapis.com', false],
    ['https://storage.example.org', false],
    ['https://notgoogleapis.com', false],
    ['https://googleapis.com.example.org', false],
    ['http://127.0.0.1.example.org', false]
  ])('shows a token to %s: %s', async (endpoint, isShown) => {
    const asked = answering({});
    await hasUniformAccess(endpoint, 'bucket', IDENTITY, never);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(asked.mock.calls).includes('secret')).toBe(isShown);
  });

  it('believes no refusal that looks like an answer', async () => {
    answering({ scope: READ_ONLY_SCOPE }, 400);
    await expect(
      isReadOnly('https://info.example', 't', never)
    ).rejects.toMatchObject({ code: 'bad-upstream' });

    const uniformBucketLevelAccess = { enabled: true };
    answering({ iamConfiguration: { uniformBucketLevelAccess } }, 403);
    const endpoint = 'https://storage.googleapis.com';
    expect(
      await hasUniformAccess(endpoint, 'bucket', IDENTITY, never)
    ).toBeNull();
  });

  it('binds a token for a whole bucket to the bucket alone', () => {
    expect(
      accessBoundary({ bucket: 'leap', prefix: '', access: 'read' })
    ).toEqual({
      accessBoundary: {
        accessBoundaryRules: [
          {
            availableResource:
              '//storage.googleapis.com/projects/_/buckets/leap',
            availablePermissions: ['inRole:roles/storage.objectViewer']
          }
        ]
      }
    });
  });

  it.each([
    ['read', 'leap-persistent', 'ann/./x/', 'bad-request'],
    ['read', 'leap-persistent', './', 'bad-request'],
    ['read', 'somebody-elses', '', 'forbidden'],
    ['write', 'leap-persistent', 'anna/', 'forbidden']
  ] as const)(
    'plans nothing that it would not give: to %s gs://%s/%s',
    async (access, bucket, prefix, code) => {
      const asked = answering({});
      const desk = new TokenDesk({
        config: leapConfig({
          buckets: [
            {
              name: 'leap-persistent',
              title: 'Persistent',
              access: 'own-folder',
              deleteAfterDays: null,
              ownFolderVariable: null
            }
          ]
        }),
        env: { JUPYTERHUB_USER: 'ann' },
        now: () => new Date()
      });

      await expect(
        desk.plan({ bucket, prefix, access }, never)
      ).rejects.toMatchObject({ code });
      expect(asked).not.toHaveBeenCalled();
    }
  );

  it.each([
    ['what it is asked for', EXCHANGED, 200, 'narrow'],
    [
      'a token of another kind',
      {
        ...EXCHANGED,
        issued_token_type: 'urn:ietf:params:oauth:token-type:id_token'
      },
      200,
      'bad-upstream'
    ],
    [
      'a token that goes into other requests',
      { ...EXCHANGED, token_type: 'N_A' },
      200,
      'bad-upstream'
    ],
    [
      'a token with a line break',
      { ...EXCHANGED, access_token: 'a\nb' },
      200,
      'bad-upstream'
    ],
    ['a refusal with a token in it', EXCHANGED, 403, 'bad-upstream'],
    ['a book', { ...EXCHANGED, more: 'x'.repeat(65_536) }, 200, 'unavailable']
  ])('takes from the exchange %s', async (_, body, status, outcome) => {
    answering(body, status);
    const got = await exchange('https://sts.example', IDENTITY, {}, never).then(
      ({ token }) => token,
      (reason: unknown) => LeapError.from(reason).code
    );
    expect(got).toBe(outcome);
  });

  describe('a rate', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'leap-rate-'));
    });

    afterEach(() => rm(folder, { recursive: true }));

    it('counts no token of a time that has not come, as after a clock was set back', async () => {
      let nowMs = Date.parse('2026-11-23T12:00:00Z');
      const rate = new TokenRate(folder, () => new Date(nowMs));
      for (let count = 0; count < 6; count += 1) {
        await rate.take();
      }
      await expect(rate.take()).rejects.toMatchObject({ code: 'rate-limited' });
      nowMs -= 86_400_000;
      await expect(rate.take()).resolves.toBeUndefined();
    });

    it('counts each of the tokens that are asked for at once', async () => {
      const rate = new TokenRate(folder, () => new Date());
      const asked = Array.from({ length: 8 }, () => rate.take());

      const outcomes = await Promise.allSettled(asked);

      expect(outcomes.map(({ status }) => status)).toEqual([
        ...Array<string>(6).fill('fulfilled'),
        ...Array<string>(2).fill('rejected')
      ]);
    });

    it('keeps all that were asked for at once for the service that starts next', async () => {
      for (let round = 0; round < 20; round += 1) {
        const kept = join(folder, String(round));
        const rate = new TokenRate(kept, () => new Date());
        await Promise.all(Array.from({ length: 6 }, () => rate.take()));
        const next = new TokenRate(kept, () => new Date());
        await expect(next.take()).rejects.toMatchObject({
          code: 'rate-limited'
        });
      }
    });

    it('B65 is kept in memory where the disk keeps nothing, or what it kept is deleted', async () => {
      const file = join(folder, 'file');
      await writeFile(file, '');
      for (const kept of [join(file, 'below'), join(folder, 'deleted')]) {
        const rate = new TokenRate(kept, () => new Date());
        for (let count = 0; count < 6; count += 1) {
          await rate.take();
        }
        await rm(join(folder, 'deleted'), { recursive: true, force: true });

        await expect(rate.take()).rejects.toMatchObject({
          code: 'rate-limited'
        });
      }
    });

    it('goes on after a refusal', async () => {
      let nowMs = Date.parse('2026-11-23T12:00:00Z');
      const rate = new TokenRate(folder, () => new Date(nowMs));
      await Promise.allSettled(Array.from({ length: 7 }, () => rate.take()));
      nowMs += 3_600_000;
      await expect(rate.take()).resolves.toBeUndefined();
    });
  });
});
