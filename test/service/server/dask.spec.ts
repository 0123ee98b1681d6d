import { LeapError } from '../../../src/contract';
import {
  listClusters,
  stopCluster
} from '../../../src/service/server/dask/clusters';
import { ScriptedHub } from '../../support/hub/scripted-hub';
import { leapConfig } from '../../support/service/leap-config';
import { never } from '../../support/service/never';

const TOKEN = '0123456789abcdef0123456789abcdef';

const cluster = (name: string, fields: object = {}): object => ({
  name,
  status: 'RUNNING',
  start_time: 1_795_653_570_001,
  stop_time: null,
  dashboard_route: `/clusters/${name}/status`,
  options: { image: 'x:y' },
  tls_cert: '-----BEGIN CERTIFICATE-----',
  tls_key: '-----BEGIN PRIVATE KEY-----',
  ...fields
});

const worker = {
  nthreads: 2,
  memory_limit: 4e9,
  metrics: { memory: 1e9, cpu: 4 }
};

describe('the clusters of a Dask Gateway', () => {
  let gateway: ScriptedHub;

  beforeEach(async () => {
    gateway = await ScriptedHub.start();
    gateway.answers.set('GET /dask/api/v1/options', [
      200,
      { cluster_options: [{ field: 'image' }] }
    ]);
    gateway.answers.set('GET /dask/api/v1/clusters/', [
      200,
      { a: cluster('a') }
    ]);
    gateway.answers.set('GET /dask/clusters/a/json/identity.json', [
      200,
      { type: 'Scheduler', workers: { w1: worker, w2: worker } }
    ]);
  });

  afterEach(() => gateway.stop());

  function context(
    env: Record<string, string> = {},
    hubToken: string | null = TOKEN
  ) {
    return {
      config: leapConfig(),
      env: {
        DASK_GATEWAY__ADDRESS: `${gateway.url}/dask/`,
        DASK_GATEWAY__PUBLIC_ADDRESS: '/services/dask-gateway/',
        DASK_GATEWAY__AUTH__TYPE: 'jupyterhub',
        ...env
      },
      now: () => new Date(),
      hubToken
    };
  }

  const failure = (asked: Promise<unknown>): Promise<string> =>
    asked.then(
      () => 'none',
      (reason: unknown) => LeapError.from(reason).code
    );

  it('says that there is none where the hub names none, and asks nobody', async () => {
    const none = await listClusters({ ...context(), env: {} }, never);
    expect(none).toEqual({ isOffered: false, clusters: [], code: '' });
    expect(gateway.seen).toEqual([]);
  });

  it('lists clusters with dashboard, workers and memory, and lets no key through', async () => {
    const listed = await listClusters(context(), never);

    expect(listed.clusters).toEqual([
      {
        name: 'a',
        status: 'running',
        startedAt: '2026-11-26T00:39:30.001Z',
        dashboard: '/services/dask-gateway/clusters/a/status',
        workers: { count: 2, cores: 4, usedBytes: 2e9, limitBytes: 8e9 }
      }
    ]);
    expect(JSON.stringify(listed)).not.toContain('BEGIN');
    expect(listed.code).toContain(
      'new_cluster(image=os.environ["JUPYTER_IMAGE_SPEC"])'
    );
  });

  it('gives the hub’s token to the gateway alone, not to the scheduler of a cluster', async () => {
    await listClusters(context(), never);
    const asked = Object.fromEntries(
      gateway.seen.map(({ line, authorization }) => [line, authorization])
    );
    expect(asked['GET /dask/clusters/a/json/identity.json']).toBeUndefined();
    expect(asked['GET /dask/api/v1/options']).toBe(`jupyterhub ${TOKEN}`);
  });

  it('lists a cluster whose scheduler says nothing', async () => {
    gateway.answers.set('GET /dask/clusters/a/json/identity.json', [
      200,
      '<html>'
    ]);
    gateway.answers.set('GET /dask/api/v1/options', [200, {}]);
    const { clusters, code } = await listClusters(context(), never);
    expect(clusters[0]?.workers).toBeNull();
    expect(code).toContain('new_cluster()');
  });

  it('leaves out what is no cluster', async () => {
    gateway.answers.set('GET /dask/api/v1/clusters/', [
      200,
      {
        x: cluster('../x'),
        y: { name: 'y' },
        z: cluster('z', {
          dashboard_route: 'javascript:alert(1)',
          status: 'PENDING'
        }),
        w: cluster('w', { status: 'STOPPING', dashboard_route: null })
      }
    ]);
    const { clusters } = await listClusters(context(), never);
    expect(clusters.map(({ name, status }) => [name, status])).toEqual([
      ['w', 'stopping']
    ]);
  });

  it.each([
    [401, 'forbidden'],
    [502, 'unavailable'],
    [302, 'bad-upstream']
  ])('says what it means when the gateway answers %d', async (status, code) => {
    gateway.answers.set('GET /dask/api/v1/clusters/', [status, '<html>']);
    expect(await failure(listClusters(context(), never))).toBe(code);
  });

  it('says that the gateway answered something else', async () => {
    gateway.answers.set('GET /dask/api/v1/clusters/', [200, '<html>']);
    expect(await failure(listClusters(context(), never))).toBe('bad-upstream');
  });

  it.each([
    [
      'a kind of sign-in it does not know',
      { DASK_GATEWAY__AUTH__TYPE: 'kerberos' },
      TOKEN
    ],
    ['no token for the hub', {}, null]
  ])('sends nothing with %s', async (_name, env, token) => {
    expect(await failure(listClusters(context(env, token), never))).toBe(
      'no-credentials'
    );
    expect(gateway.seen).toEqual([]);
  });

  it('signs in by name where the gateway asks for no more, with variables filled in', async () => {
    await listClusters(
      context({
        DASK_GATEWAY__AUTH__TYPE: 'basic',
        DASK_GATEWAY__AUTH__KWARGS__USERNAME: '{JUPYTERHUB_USER}',
        JUPYTERHUB_USER: 'ann'
      }),
      never
    );
    expect(gateway.seen[0]?.authorization).toBe(
      `Basic ${Buffer.from('ann:').toString('base64')}`
    );
  });

  it('stops a cluster, and says when it is gone', async () => {
    gateway.answers.set('DELETE /dask/api/v1/clusters/a', [204]);
    expect(await stopCluster(context(), 'a', never)).toEqual({
      status: 'stopping'
    });
    expect(await failure(stopCluster(context(), 'b', never))).toBe('not-found');
    expect(
      await failure(stopCluster({ ...context(), env: {} }, 'a', never))
    ).toBe('not-found');
  });
});
