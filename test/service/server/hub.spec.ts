import { LeapError, type HubServers } from '../../../src/contract';
import {
  startServer,
  stopServer
} from '../../../src/service/server/hub/change';
import { listServers } from '../../../src/service/server/hub/servers';
import { ScriptedHub, type HubAnswer } from '../../support/hub/scripted-hub';
import { leapConfig } from '../../support/service/leap-config';
import { never } from '../../support/service/never';

const TOKEN = '0123456789abcdef0123456789abcdef';
const SCOPES = [
  'read:servers!user=ann',
  'servers!user=ann',
  'delete:servers!user=ann'
];

const server = (name: string, fields: object = {}): object => ({
  name,
  ready: true,
  pending: null,
  stopped: false,
  started: '2026-11-23T09:00:00.123456Z',
  last_activity: '2026-11-23T10:00:00.000000Z',
  url: `/user/ann/${name}/`,
  ...fields
});

const owner = (fields: object = {}): HubAnswer => [
  200,
  {
    name: 'ann',
    kind: 'user',
    scopes: SCOPES,
    servers: { '': server(''), gpu: server('gpu') },
    ...fields
  }
];

describe('the servers of a hub', () => {
  let hub: ScriptedHub;

  beforeEach(async () => {
    hub = await ScriptedHub.start();
    hub.answers.set('GET /hub/api/user', owner());
  });

  afterEach(() => hub.stop());

  function context(
    env: Record<string, string> = {},
    hubToken: string | null = TOKEN
  ) {
    return {
      config: leapConfig(),
      env: {
        JUPYTERHUB_API_URL: `${hub.url}/hub/api`,
        JUPYTERHUB_BASE_URL: '/',
        JUPYTERHUB_SERVICE_PREFIX: '/user/ann/gpu/',
        JUPYTERHUB_SERVER_NAME: 'gpu',
        ...env
      },
      now: () => new Date(),
      hubToken
    };
  }

  async function failure(asked: Promise<unknown>): Promise<string[]> {
    try {
      await asked;
      return [];
    } catch (reason) {
      const { code, message } = LeapError.from(reason);
      return [code, message];
    }
  }

  const list = (): Promise<HubServers> => listServers(context(), never);

  it('lists this one first, then the default one, then the others by name', async () => {
    hub.answers.set(
      'GET /hub/api/user',
      owner({
        servers: {
          z: server('z', { ready: false, started: null }),
          b: server('b', { ready: false, pending: 'spawn' }),
          c: server('c', { pending: 'stop' }),
          gpu: server('gpu')
        }
      })
    );
    const { servers, reason } = await list();

    expect(reason).toBeNull();
    expect(
      servers?.map(({ name, isThis, status }) => [name, isThis, status])
    ).toEqual([
      ['gpu', true, 'running'],
      ['', false, 'stopped'],
      ['b', false, 'starting'],
      ['c', false, 'stopping'],
      ['z', false, 'stopped']
    ]);
    expect(servers?.[0]).toMatchObject({
      startedAt: '2026-11-23T09:00:00.123Z',
      address: '/user/ann/gpu/'
    });
    expect(hub.seen).toEqual([
      {
        line: 'GET /hub/api/user?include_stopped_servers=1',
        authorization: `token ${TOKEN}`,
        body: ''
      }
    ]);
  });

  it('keeps odd names whole, and links no address that is not safe', async () => {
    const odd = '<img src=x>\u202e é/%2F';
    hub.answers.set(
      'GET /hub/api/user',
      owner({
        name: 'a/b c',
        servers: {
          [odd]: server(odd, { url: '//evil.example/' }),
          js: server('js', { url: 'javascript:alert(1)' }),
          full: server('full', {
            full_url: 'https://ann.hub.example.org/user/ann/full/'
          })
        }
      })
    );
    const { servers, spawnPage } = await list();

    const address = (name: string) =>
      servers?.find(each => each.name === name)?.address;
    expect(address(odd)).toBeNull();
    expect(address('js')).toBeNull();
    expect(address('full')).toBe('https://ann.hub.example.org/user/ann/full/');
    expect(spawnPage).toBe('/hub/spawn/a%2Fb%20c/{server}');
  });

  it('asks nothing without a hub or a token, and says so', async () => {
    const noHub = { JUPYTERHUB_API_URL: '', JUPYTERHUB_SERVICE_PREFIX: '' };
    const alone = await listServers({ ...context(), env: {} }, never);
    const noToken = await listServers(context({}, null), never);
    const noAddress = await listServers(
      context({ ...noHub, JUPYTERHUB_SERVICE_PREFIX: '/user/ann/' }),
      never
    );

    expect(alone.reason).toContain('not started by a hub');
    expect(noToken.reason).toContain('no token');
    expect(noAddress.reason).toContain('no token');
    expect(hub.seen).toEqual([]);
  });

  it('says which part a token may not do', async () => {
    hub.answers.set(
      'GET /hub/api/user',
      owner({ servers: undefined, scopes: [] })
    );
    expect(await list()).toMatchObject({ servers: null, mayStop: false });

    hub.answers.set(
      'GET /hub/api/user',
      owner({ scopes: ['read:servers!user=ann', 'servers!user=ann'] })
    );
    const listed = await list();
    expect(listed).toMatchObject({ mayStart: true, mayStop: false });
    expect(listed.reason).toContain('control panel');

    hub.answers.set('GET /hub/api/user', owner({ scopes: undefined }));
    expect(await list()).toMatchObject({ mayStart: true, mayStop: true });
  });

  it.each<[string, HubAnswer, string, RegExp]>([
    ['403', [403, { message: 'Missing scope' }], 'forbidden', /control panel/],
    ['503', [503, '<html>'], 'unavailable', /status 503/],
    [
      'a page with 200',
      [200, '<html>Sign in</html>'],
      'bad-upstream',
      /page in place/
    ],
    ['a redirect to the sign-in', [302, ''], 'bad-upstream', /page in place/],
    ['JSON that is no user', [200, { name: 7 }], 'bad-upstream', /not a user/],
    ['a number', [200, 1e999], 'bad-upstream', /page in place|not a user/]
  ])(
    'B76 says what it means when the hub answers %s',
    async (_name, answer, code, words) => {
      hub.answers.set('GET /hub/api/user', answer);
      const [gotCode = '', message = ''] = await failure(list());

      expect(gotCode).toBe(code);
      expect(message).toMatch(words);
      expect(message).not.toContain(TOKEN);
    }
  );

  it('B76 says that the hub is down', async () => {
    const away = context({ JUPYTERHUB_API_URL: 'http://127.0.0.1:9/hub/api' });
    expect(await failure(listServers(away, never))).toEqual([
      'unavailable',
      'The hub cannot be reached.'
    ]);
  });

  it('starts with the choices that a server had, under its very name', async () => {
    hub.answers.set('POST /hub/api/users/ann/servers/gpu', [202]);
    hub.answers.set('POST /hub/api/users/ann/server', [201]);

    expect(await startServer(context(), { name: 'gpu' }, never)).toEqual({
      status: 'starting'
    });
    expect(await startServer(context(), { name: '' }, never)).toEqual({
      status: 'running'
    });
    expect(
      hub.seen
        .filter(({ line }) => line.startsWith('POST'))
        .map(({ body }) => body)
    ).toEqual(['', '']);
  });

  it('stops, and forgets when that is wanted', async () => {
    hub.answers.set('DELETE /hub/api/users/ann/servers/gpu', [204]);
    hub.answers.set('DELETE /hub/api/users/ann/server', [202]);

    expect(
      await stopServer(context(), { name: 'gpu', forget: true }, never)
    ).toEqual({ status: 'stopped' });
    expect(
      await stopServer(context(), { name: '', forget: false }, never)
    ).toEqual({ status: 'stopping' });
    expect(
      hub.seen
        .filter(({ line }) => line.startsWith('DELETE'))
        .map(({ body }) => body)
    ).toEqual(['{"remove":true}', '']);
    expect(
      (
        await failure(stopServer(context(), { name: '', forget: true }, never))
      )[0]
    ).toBe('bad-request');
  });

  it.each(['..', '.', 'a/b', '../../admin', 'a b', '', '-x', 'x'.repeat(64)])(
    'B01 makes no server of the name “%s”',
    async name => {
      const asked =
        name === ''
          ? stopServer(context(), { name, forget: true }, never)
          : startServer(context(), { name }, never);
      expect((await failure(asked))[0]).toBe('bad-request');
      expect(hub.seen.some(({ line }) => !line.startsWith('GET'))).toBe(false);
    }
  );

  it('B01 never lets a name that exists lead elsewhere', async () => {
    hub.answers.set(
      'GET /hub/api/user',
      owner({ name: '..', servers: { 'a/../b': server('a/../b') } })
    );
    expect(
      (await failure(startServer(context(), { name: 'a/../b' }, never)))[0]
    ).toBe('bad-request');

    hub.answers.set(
      'GET /hub/api/user',
      owner({ servers: { 'a/../b': server('a/../b') } })
    );
    await failure(
      stopServer(context(), { name: 'a/../b', forget: false }, never)
    );
    expect(hub.seen.at(-1)?.line).toBe(
      'DELETE /hub/api/users/ann/servers/a%2F..%2Fb'
    );
  });

  it('passes on what the hub says about a name or a limit', async () => {
    hub.answers.set('POST /hub/api/users/ann/servers/new', [
      400,
      { message: 'Named servers are not enabled.' }
    ]);
    expect(
      await failure(startServer(context(), { name: 'new' }, never))
    ).toEqual(['bad-request', 'The hub says: Named servers are not enabled.']);
  });
});
