import type { TokenQuery } from '../../../src/contract';
import { TokenWorld, OWN, wishOf } from '../../support/google/token-world';
import { never } from '../../support/service/never';

describe('TokenDesk', () => {
  let world: TokenWorld;

  beforeEach(async () => {
    world = await TokenWorld.start();
  });

  afterEach(() => world.end());

  /** The status of a request to the storage service with a token. */
  async function status(
    token: string,
    method: string,
    path: string
  ): Promise<number> {
    const response = await fetch(world.gcs.url + path, {
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
    expect(await world.desk().plan({ ...wishOf(OWN) }, never)).toEqual({
      reach: 'folder',
      reason: null
    });
    const { token, reach, lifetimeSeconds } = await world
      .desk()
      .grant(OWN, never);

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
    const { token } = await world
      .desk()
      .grant({ ...OWN, access: 'write' }, never);

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
    expect(await world.refusal({ ...query, access: 'write' })).toEqual([
      'forbidden',
      'A token for writing is given for your own folder alone: ann/'
    ]);
    expect(world.google.tokens).toEqual([]);
  });

  it.each([
    ['B22 a name without its slash', { prefix: 'ann' }, 'bad-request'],
    ['B01 a way out', { prefix: 'ann/../bob/' }, 'bad-request'],
    ['B04 an empty part', { prefix: 'ann//x/' }, 'bad-request'],
    ['B10 a line break', { prefix: 'ann/\n/' }, 'bad-request'],
    ['another bucket', { bucket: 'somebody-elses' }, 'forbidden']
  ])('refuses %s', async (_name, query, code) => {
    expect((await world.refusal(query))?.[0]).toBe(code);
    expect(world.google.asked).toEqual([]);
  });

  it.each(["it's') || true || ('", '\\', 'é\u202e😀', '"; drop', 'a`$(x)`'])(
    'B17 limits a token to a folder of the name %j',
    async name => {
      world.gcs.put('leap-persistent', `ann/${name}/x`, 'x');
      const { token } = await world
        .desk()
        .grant({ ...OWN, prefix: `ann/${name}/` }, never);

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
      world.gcs.store.bucket('leap-persistent').options = {
        uniformAccess: false
      };
    });

    it('says before that it reads everything, and gives one that writes nothing', async () => {
      const plan = await world.desk().plan(wishOf(OWN), never);
      expect(plan.reach).toBe('read-everything');
      expect(plan.reason).toContain('no uniform access');
      const { token, reach } = await world
        .desk()
        .grant({ ...OWN, atMost: 'read-everything' }, never);

      expect(reach).toBe('read-everything');
      expect(
        await status(token, 'GET', read('leap-persistent', 'anna/data.txt'))
      ).toBe(200);
      expect(
        await status(token, 'POST', write('leap-persistent', 'ann/new.txt'))
      ).toBe(403);
    });

    it('gives nothing wider than was agreed to', async () => {
      expect((await world.refusal({ atMost: 'folder' }))?.[0]).toBe(
        'precondition'
      );
    });

    it('throws a token away that can do more than it was asked for', async () => {
      world.google.ignoresScopes = true;
      const refused = await world.refusal({ atMost: 'everything' });
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
      expect(await world.refusal(query)).toEqual([
        'forbidden',
        expect.stringContaining('switched off on this hub')
      ]);
      const allowed = await world
        .desk({ allowToken: true })
        .grant(query, never);
      expect(allowed.reach).toBe('everything');
    });

    it('promises nothing when the bucket does not say', async () => {
      world.gcs.store.bucket('leap-persistent').options = {
        grants: [{ permissions: 'none' }]
      };
      expect(await world.desk().plan(wishOf(OWN), never)).toEqual({
        reach: 'read-everything',
        reason: expect.stringContaining('does not say') as string
      });
    });
  });

  it('T2 SEC-T12 gives six tokens an hour and no seventh, a restart of the service included', async () => {
    for (let count = 0; count < 6; count += 1) {
      // A new desk each time: the service ends when it is idle.
      await world.desk().grant(OWN, never);
      world.nowMs += 60_000;
    }
    expect(await world.refusal({})).toEqual([
      'rate-limited',
      '6 tokens were given in the last hour, which is the most. The next one can be had in 54 min.'
    ]);
    world.nowMs += 54 * 60_000 + 1;
    expect(await world.refusal({})).toBeNull();
  });

  it('T2 counts tokens that are asked for at once, one by one', async () => {
    const one = world.desk();
    const asked = await Promise.all(
      Array.from({ length: 9 }, () => world.refusal({}, one))
    );
    expect(asked.filter(answer => answer === null)).toHaveLength(6);
  });

  it('tells the real end, the shorter of the two', async () => {
    world.google.saysLifetime = true;
    expect((await world.desk().grant(OWN, never)).lifetimeSeconds).toBe(1800);
    world.google.lifetimeSeconds = 240;
    expect((await world.desk().grant(OWN, never)).lifetimeSeconds).toBe(240);
  });

  it('is not misled by a clock that is ten minutes off', async () => {
    world.nowMs = Date.now() - 600_000;
    expect((await world.desk().grant(OWN, never)).lifetimeSeconds).toBe(3599);
  });
});
