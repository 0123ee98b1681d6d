import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { findAccess } from '../../../../src/service/buckets/requests/access';
import { leapConfig } from '../../../support/service/leap-config';

// The client library is large: on a busy machine it takes seconds to load for the first time.
jest.setTimeout(60_000);

/** A metadata server as pods have one, with answers that the test writes. */
async function metadataServer(
  token: (response: ServerResponse, asked: number) => void
): Promise<Server> {
  let asked = 0;
  const server = createServer((request, response) => {
    response.setHeader('Metadata-Flavor', 'Google');
    if (request.url?.includes('/token')) {
      asked += 1;
      token(response, asked);
    } else {
      response.setHeader('Content-Type', 'application/text');
      response.end(
        request.url?.includes('universe') ? 'googleapis.com' : 'default/'
      );
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.env['GCE_METADATA_HOST'] = `127.0.0.1:${String(port)}`;
  process.env['METADATA_SERVER_DETECTION'] = 'assume-present';
  return server;
}

const find = (
  storageEndpoint: string | null = null,
  env = {},
  now = () => new Date()
) => findAccess({ config: leapConfig({ storageEndpoint }), env, now });

describe('findAccess', () => {
  const before = { ...process.env };
  let server: Server | undefined;

  beforeEach(() => {
    process.env['HOME'] = '/nowhere';
    delete process.env['GOOGLE_APPLICATION_CREDENTIALS'];
  });

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    process.env = { ...before };
  });

  it('asks Google with the token of the metadata server', async () => {
    server = await metadataServer((response, asked) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify({
          access_token: `token-${String(asked)}`,
          expires_in: 3600,
          token_type: 'Bearer'
        })
      );
    });
    const access = await find();
    expect(access.baseUrl).toBe('https://storage.googleapis.com/storage/v1');
    const first = await access.headers(false);
    expect(first?.['authorization']).toBe('Bearer token-1');
    expect(await access.headers(false)).toEqual(first);
    expect((await access.headers(true))?.['authorization']).toBe(
      'Bearer token-2'
    );
  });

  it('B69 fails, rather than going anonymous, when the metadata server is out of order', async () => {
    server = await metadataServer(response => {
      response.statusCode = 400;
      response.end('no');
    });
    const access = await find();
    await expect(access.headers(false)).rejects.toThrow(/access token/);
  });

  it('B69 finds credentials that come later than the service, as in a pod that has just started', async () => {
    server = await metadataServer(response => {
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify({
          access_token: 'late',
          expires_in: 3600,
          token_type: 'Bearer'
        })
      );
    });
    delete process.env['METADATA_SERVER_DETECTION'];
    const here = process.env['GCE_METADATA_HOST'];
    process.env['GCE_METADATA_HOST'] = '127.0.0.1:1';
    let nowMs = 0;
    const access = await find(null, {}, () => new Date(nowMs));
    expect(await access.headers(false)).toBeNull();
    process.env['GCE_METADATA_HOST'] = here;
    expect(await access.headers(false)).toBeNull();
    nowMs += 1000;
    expect((await access.headers(false))?.['authorization']).toBe(
      'Bearer late'
    );
  });

  it.each([
    ['of the configuration', 'http://127.0.0.1:4443', {}],
    ['of the environment', null, { STORAGE_EMULATOR_HOST: '127.0.0.1:4443' }]
  ])('sends no credentials to the emulator %s', async (_, endpoint, env) => {
    process.env['STORAGE_EMULATOR_HOST'] = 'http://127.0.0.1:1';
    const access = await find(endpoint, env);
    expect(access.baseUrl).toBe('http://127.0.0.1:4443/storage/v1');
    expect(await access.headers(true)).toBeNull();
  });
});
