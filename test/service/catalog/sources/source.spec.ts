import { createServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import {
  fetchCatalog,
  MAX_CATALOG_BYTES,
  type ISourceOptions
} from '../../../../src/service/catalog/sources/source';
import { WebServer } from '../../../support/web/web-server';
import { never } from '../../../support/service/never';

describe('fetchCatalog', () => {
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

  it('gives the text and its tag', async () => {
    const answer = ask((_, response) => {
      response.setHeader('ETag', '"1"').end('[]');
    });

    expect(await answer).toEqual({ kind: 'new', text: '[]', etag: '"1"' });
    expect(server.asked[0]?.headers['if-none-match']).toBeUndefined();
  });

  it('sends the tag of the copy at hand, and hears that nothing changed', async () => {
    const answer = ask((request, response) => {
      response.statusCode =
        request.headers['if-none-match'] === '"1"' ? 304 : 500;
      response.end();
    }, '"1"');

    expect(await answer).toEqual({ kind: 'unchanged' });
  });

  it('B59 does not believe a 304 when there is no copy', async () => {
    await expect(
      ask((_, response) => {
        response.writeHead(304).end();
      })
    ).rejects.toMatchObject({ code: 'bad-upstream' });
  });

  it.each([403, 404, 429, 500])('fails on status %d', async status => {
    await expect(
      ask((_, response) => {
        response.writeHead(status).end('[]');
      })
    ).rejects.toThrow(new RegExp(`status ${String(status)}`));
  });

  it('unpacks gzip', async () => {
    const answer = ask((_, response) => {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('[1]'));
    });

    expect(await answer).toMatchObject({ text: '[1]' });
  });

  it.each([
    ['cut off', gzipSync('[1, 2, 3]').subarray(0, 15)],
    ['that is none', Buffer.from('[1]')]
  ])('B52 refuses gzip %s', async (_, body) => {
    await expect(
      ask((_request, response) => {
        response.setHeader('Content-Encoding', 'gzip').end(body);
      })
    ).rejects.toMatchObject({ code: 'bad-upstream' });
  });

  it('B52 refuses a body shorter than it was announced', async () => {
    await expect(
      ask((_, response) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('[');
        setImmediate(() => response.destroy());
      })
    ).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['a byte order mark', Buffer.from('\ufeff["é"]')],
    ['UTF-16 with its mark', Buffer.from('\ufeff["é"]', 'utf16le')]
  ])('B52 reads %s', async (_, body) => {
    expect(
      await ask((_request, response) => {
        response.end(body);
      })
    ).toMatchObject({ text: '["é"]' });
  });

  it('B52 refuses bytes that are no text', async () => {
    await expect(
      ask((_, response) => {
        response.end(Buffer.from([0x5b, 0xff, 0xfe, 0x80, 0x5d]));
      })
    ).rejects.toThrow(/not text/);
  });

  it('B56 stops at 32 MiB, whatever is still to come', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1 << 20, 0x20);
    await expect(
      ask((_, response) => {
        const send = (): void => {
          while (sent < 100 && response.write(chunk)) {
            sent++;
          }
        };
        response.on('drain', send);
        send();
      })
    ).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(100);
  });

  it('B56 stops a small answer that unpacks to more than 32 MiB', async () => {
    const packed = gzipSync(Buffer.alloc(MAX_CATALOG_BYTES + 1, 0x20));
    await expect(
      ask((_, response) => {
        response.setHeader('Content-Encoding', 'gzip').end(packed);
      })
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  it('B59 ends a body that trickles, at the time limit', async () => {
    options = { ...options, timeLimitMs: 50 };
    await expect(
      ask((_, response) => {
        response.write('[');
        const timer = setInterval(() => response.write(' '), 5);
        response.on('close', () => {
          clearInterval(timer);
        });
      })
    ).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('stops when its caller does', async () => {
    const caller = new AbortController();
    server.answer = () => {
      caller.abort();
    };
    await expect(
      fetchCatalog(server.url(), null, options, caller.signal)
    ).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says that the network is missing when a name is not known', async () => {
    options = {
      trustedHosts: new Set(),
      resolve: () =>
        Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
    };
    await expect(
      fetchCatalog('https://catalog.example/', null, options, never)
    ).rejects.toThrow(
      'catalog.example cannot be found: there may be no network, or the name is misspelt.'
    );
  });

  it('B59 reads nothing over a broken encryption', async () => {
    // No certificate at all: every handshake fails.
    const secure = createServer((_, response) => response.end('[]'));
    await new Promise<void>(resolve => secure.listen(0, '127.0.0.1', resolve));
    const address = secure.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const host = `127.0.0.1:${String(port)}`;
    await expect(
      fetchCatalog(
        `https://${host}/`,
        null,
        { trustedHosts: new Set([host]) },
        never
      )
    ).rejects.toMatchObject({ code: 'bad-upstream' });
    secure.close();
  });

  it.each(['file:///etc/passwd', 'gs://bucket/x', 'not an address', ''])(
    'reads nothing from %j',
    async address => {
      await expect(fetchCatalog(address, null, options, never)).rejects.toThrow(
        /address/
      );
    }
  );
});
