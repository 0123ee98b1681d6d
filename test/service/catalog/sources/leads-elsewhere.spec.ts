import type { RequestListener } from 'node:http';
import {
  fetchCatalog,
  type ISourceOptions
} from '../../../../src/service/catalog/sources/source';
import { WebServer } from '../../../support/web/web-server';
import { never } from '../../../support/service/never';

describe('fetchCatalog, where an address leads', () => {
  let server: WebServer;
  let options: ISourceOptions;
  /** Ask the server, which answers like this. */
  function ask(answer: RequestListener, etag: string | null = null) {
    server.answer = answer;
    return fetchCatalog(server.url(), etag, options, never);
  }

  beforeEach(async () => {
    server = await WebServer.start((_, response) => response.end());
    options = { trustedHosts: new Set([server.host]) };
  });

  afterEach(() => server.stop());

  it('follows a redirect on the same host', async () => {
    const answer = ask((request, response) => {
      if (request.url === '/catalog.json') {
        response.writeHead(302, { Location: '/moved' }).end();
      } else {
        response.end('[]');
      }
    });

    expect(await answer).toMatchObject({ text: '[]' });
  });

  it('B59 ends a loop of redirects', async () => {
    await expect(
      ask((_, response) => {
        response.writeHead(302, { Location: '/catalog.json' }).end();
      })
    ).rejects.toThrow(/redirects too often/);
    expect(server.asked).toHaveLength(4);
  });

  it.each([
    'http://169.254.169.254/computeMetadata/v1/',
    'http://metadata.google.internal/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://10.0.0.1/',
    'https://example.org/',
    'file:///etc/passwd',
    '//evil.example/x'
  ])('B59 does not follow a redirect to %s', async location => {
    await expect(
      ask((_, response) => {
        response.writeHead(302, { Location: location }).end();
      })
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(server.asked).toHaveLength(1);
  });

  it('B59 does not follow a redirect to another port of this machine', async () => {
    const other = await WebServer.start((_, response) => response.end('[]'));
    await expect(
      ask((_, response) => {
        response.writeHead(307, { Location: other.url() }).end();
      })
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(other.asked).toHaveLength(0);
    await other.stop();
  });

  it('asks no private host that nobody configured', async () => {
    options = { trustedHosts: new Set() };
    await expect(
      ask((_, response) => response.end('[]'))
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(server.asked).toHaveLength(0);
  });

  it('B59 asks no name that stands for a private address', async () => {
    const { port } = new URL(server.url());
    options = {
      trustedHosts: new Set(),
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    };
    await expect(
      fetchCatalog(`http://catalog.example:${port}/`, null, options, never)
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(server.asked).toHaveLength(0);
  });

  it('B59 asks no name with one private address among its public ones', async () => {
    options = {
      trustedHosts: new Set(),
      resolve: () =>
        Promise.resolve([
          { address: '8.8.8.8', family: 4 },
          { address: '::1', family: 6 }
        ])
    };
    await expect(
      fetchCatalog('http://catalog.example/', null, options, never)
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('B59 SEC-T08 connects to the address it checked, though the name changes its mind', async () => {
    const { port } = new URL(server.url());
    const answers = ['127.0.0.1', '169.254.169.254'];
    let asked = 0;
    server.answer = (_, response) => response.end('[]');
    const host = `catalog.example:${port}`;
    const answer = await fetchCatalog(
      `http://${host}/`,
      null,
      {
        trustedHosts: new Set([host]),
        resolve: () =>
          Promise.resolve([{ address: answers[asked++] ?? '', family: 4 }])
      },
      never
    );

    expect(answer).toMatchObject({ text: '[]' });
    expect(asked).toBe(1);
  });
});
