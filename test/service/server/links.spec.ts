import { hubLinks } from '../../../src/service/server/links';

const CONFIG = {
  hubUrl: 'https://leap.2i2c.cloud',
  quotaPage: '/services/usage-quota/',
  documentationUrl: 'https://docs.example.org/hub.html'
};

type Env = Record<string, string>;

function addresses(env: Env, config = CONFIG): Record<string, string> {
  return Object.fromEntries(
    hubLinks(config, env).map(({ kind, address }) => [kind, address])
  );
}

describe('hubLinks', () => {
  it.each<[string, Env, string]>([
    [
      'the default server of a hub at the root',
      {
        JUPYTERHUB_BASE_URL: '/',
        JUPYTERHUB_SERVICE_PREFIX: '/user/ann/',
        JUPYTERHUB_HOST: ''
      },
      '/'
    ],
    [
      'a named server',
      {
        JUPYTERHUB_BASE_URL: '/',
        JUPYTERHUB_SERVICE_PREFIX: '/user/ann/gpu%20box/',
        JUPYTERHUB_SERVER_NAME: 'gpu box'
      },
      '/'
    ],
    [
      'a hub below a base address',
      {
        JUPYTERHUB_BASE_URL: '/lab/hub-a/',
        JUPYTERHUB_SERVICE_PREFIX: '/lab/hub-a/user/ann/'
      },
      '/lab/hub-a/'
    ],
    [
      'a base address without its slash',
      {
        JUPYTERHUB_BASE_URL: '/base',
        JUPYTERHUB_SERVICE_PREFIX: '/base/user/a/'
      },
      '/base/'
    ],
    [
      'an old hub that says its prefix alone',
      { JUPYTERHUB_SERVICE_PREFIX: '/base/user/ann/' },
      '/base/'
    ],
    [
      'a hub with subdomains, named server included',
      {
        JUPYTERHUB_BASE_URL: '/',
        JUPYTERHUB_HOST: 'https://hub.example.org',
        JUPYTERHUB_SERVICE_PREFIX: '/user/ann/gpu/'
      },
      'https://hub.example.org/'
    ],
    [
      'subdomains below a base address and a port',
      {
        JUPYTERHUB_BASE_URL: '/b/',
        JUPYTERHUB_HOST: 'https://hub.example.org:8443',
        JUPYTERHUB_SERVICE_PREFIX: '/b/user/ann/'
      },
      'https://hub.example.org:8443/b/'
    ],
    [
      'a hub that knows its public address',
      {
        JUPYTERHUB_BASE_URL: '/b/',
        JUPYTERHUB_SERVICE_PREFIX: '/b/user/ann/',
        JUPYTERHUB_PUBLIC_HUB_URL: 'https://public.example.org/b/hub/'
      },
      'https://public.example.org/b/'
    ],
    [
      'a hub that says nothing but its API',
      { JUPYTERHUB_API_URL: 'http://hub:8081/hub/api' },
      'https://leap.2i2c.cloud/'
    ],
    [
      'a host that is no address',
      {
        JUPYTERHUB_BASE_URL: '/',
        JUPYTERHUB_HOST: 'javascript:alert(1)',
        JUPYTERHUB_SERVICE_PREFIX: '/user/a/'
      },
      '/'
    ],
    [
      'a base that would be another host',
      {
        JUPYTERHUB_BASE_URL: '//evil.example/',
        JUPYTERHUB_SERVICE_PREFIX: '/user/ann/'
      },
      '/'
    ]
  ])('is right for %s', (_name, env, base) => {
    expect(addresses(env)).toEqual({
      'control-panel': `${base}hub/home`,
      tokens: `${base}hub/token`,
      quota: `${base}services/usage-quota/`,
      documentation: CONFIG.documentationUrl
    });
  });

  it('has the documentation alone without a hub', () => {
    expect(addresses({ JUPYTERHUB_USER: 'ann' })).toEqual({
      documentation: CONFIG.documentationUrl
    });
  });

  it('leaves out what is not configured, and takes a quota page elsewhere as it is', () => {
    const env = {
      JUPYTERHUB_BASE_URL: '/',
      JUPYTERHUB_SERVICE_PREFIX: '/user/a/'
    };
    const none = { hubUrl: null, quotaPage: null, documentationUrl: null };

    expect(hubLinks(none, env).map(({ kind }) => kind)).toEqual([
      'control-panel',
      'tokens'
    ]);
    expect(
      addresses(env, { ...CONFIG, quotaPage: 'https://quota.example.org/me' })[
        'quota'
      ]
    ).toBe('https://quota.example.org/me');
    expect(hubLinks(none, { JUPYTERHUB_API_URL: 'http://hub' })).toEqual([]);
  });
});
