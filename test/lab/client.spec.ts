import { ServerConnection } from '@jupyterlab/services';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LeapClient } from '../../src/lab/client';
import { usage } from '../support/home/usage-answers';

describe('LeapClient', () => {
  let server: Server;
  let answer: (path: string, response: ServerResponse) => void;
  let closed: Promise<void>;
  let client: LeapClient;

  beforeEach(async () => {
    let noteClosed = (): void => undefined;
    closed = new Promise(resolve => (noteClosed = resolve));
    server = createServer((request, response) => {
      response.once('close', noteClosed);
      answer(request.url ?? '', response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new LeapClient(
      ServerConnection.makeSettings({
        baseUrl: `http://127.0.0.1:${port}/user/ann/`,
        fetch: globalThis.fetch,
        Request: globalThis.Request,
        Headers: globalThis.Headers
      })
    );
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const json = (status: number, value: unknown) => {
    answer = (_, response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(value));
    };
  };
  const lines = (...values: unknown[]) => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.end(values.map(value => `${JSON.stringify(value)}\n`).join(''));
    };
  };
  const collect = async () => {
    const items = [];
    for await (const item of client.stream('home/usage', {})) {
      items.push(item);
    }
    return items;
  };

  it('asks below the base address, the query in the address', async () => {
    let asked = '';
    answer = (path, response) => {
      asked = path;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({ bucket: 'b', prefix: 'a&b/', object: null })
      );
    };
    const place = await client.ask('buckets/place', {
      reference: 'gs://b/a&b/'
    });
    expect(asked).toBe(
      '/user/ann/jupyterlab-leap/buckets/place?reference=gs%3A%2F%2Fb%2Fa%26b%2F'
    );
    expect(place.prefix).toBe('a&b/');
  });

  it('says that an address is too long, without asking', async () => {
    let isAsked = false;
    answer = (_, response) => {
      isAsked = true;
      response.end();
    };
    await expect(
      client.ask('buckets/place', { reference: '海'.repeat(1000) })
    ).rejects.toMatchObject({
      code: 'too-large',
      message: 'This text is too long to be looked up. Shorten it.',
      retryable: false
    });
    expect(isAsked).toBe(false);
  });

  it('asks for the longest name that a bucket can hold', async () => {
    json(200, { bucket: 'b', prefix: '', object: 'x' });
    const name = '海'.repeat(341);
    const reference = `https://storage.googleapis.com/b/${encodeURIComponent(name)}`;
    const place = await client.ask('buckets/place', { reference });
    expect(place.bucket).toBe('b');
  });

  it.each([414, 431])(
    'says that an address is too long when a proxy does, with status %p',
    async status => {
      answer = (_, response) => {
        response.writeHead(status).end();
      };
      await expect(
        client.ask('catalog/search', { text: 'sst' })
      ).rejects.toMatchObject({ code: 'too-large', retryable: false });
    }
  );

  it('keeps the code and the sentence of a failure', async () => {
    json(403, {
      code: 'forbidden',
      message: 'Your server may not list this bucket.',
      retryable: false,
      requestId: 'r1'
    });
    await expect(client.ask('buckets/configured', {})).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Your server may not list this bucket.',
      requestId: 'r1'
    });
  });

  describe('refused by Jupyter itself', () => {
    const refuse = (message: string, me: number, type = 'application/json') => {
      answer = (path, response) => {
        const isMe = path === '/user/ann/api/me';
        response.writeHead(isMe ? me : 403, {
          'Content-Type': isMe ? type : 'application/json'
        });
        response.end(JSON.stringify({ message }));
      };
    };

    it.each([
      ['no longer known', 403, 'application/json'],
      ['sent to a sign-in page', 200, 'text/html']
    ])('says that the user is signed out, who is %s', async (_, me, type) => {
      refuse("'_xsrf' argument missing from POST", me, type);
      await expect(collect()).rejects.toMatchObject({
        code: 'not-signed-in',
        message: 'Your session on this server has ended.'
      });
    });

    it('says that it is not allowed to a user who is signed in', async () => {
      refuse('Forbidden', 200);
      await expect(client.ask('image/spec', {})).rejects.toMatchObject({
        code: 'forbidden',
        message: 'This server does not let you do this.'
      });
    });

    it.each([
      "'_xsrf' argument missing from POST",
      'XSRF cookie does not match GET argument'
    ])('says that the page is from before the sign-in: %s', async message => {
      refuse(message, 200);
      await expect(client.ask('image/spec', {})).rejects.toMatchObject({
        code: 'not-signed-in',
        message: 'Your sign-in has changed since this page was opened.'
      });
    });

    it('says that the server does not answer when it is gone by then', async () => {
      answer = (path, response) => {
        if (path.endsWith('/api/me')) {
          response.destroy();
        } else {
          response.writeHead(403).end();
        }
      };
      await expect(client.ask('image/spec', {})).rejects.toMatchObject({
        code: 'server-unreachable'
      });
    });
  });

  it('tells a sign-in page from an answer', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<html>Sign in</html>');
    };
    await expect(client.ask('image/spec', {})).rejects.toMatchObject({
      code: 'not-signed-in'
    });
  });

  it('says that the server part is missing when the route is', async () => {
    answer = (_, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html' });
      response.end('404');
    };
    await expect(client.ask('image/spec', {})).rejects.toMatchObject({
      code: 'no-extension'
    });
  });

  it('says that the server is unreachable when nothing answers', async () => {
    server.close();
    server.closeAllConnections();
    await expect(client.ask('image/spec', {})).rejects.toMatchObject({
      code: 'server-unreachable'
    });
  });

  it('refuses an answer of another shape', async () => {
    json(200, { buckets: 'none' });
    await expect(client.ask('buckets/configured', {})).rejects.toMatchObject({
      code: 'internal'
    });
  });

  it('yields the items of a stream up to its end', async () => {
    lines(
      { item: usage({ phase: 'scanning', files: 1 }) },
      { item: usage({ files: 2 }) },
      { end: true }
    );
    const items = await collect();
    expect(items.map(item => item.files)).toEqual([1, 2]);
  });

  it('never takes a stream that was cut off for one that ended', async () => {
    lines({ item: usage() });
    await expect(collect()).rejects.toMatchObject({ code: 'service-failed' });
  });

  it('reports a connection that breaks within a line', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.write('{"item":{"pha', () => response.destroy());
    };
    await expect(collect()).rejects.toMatchObject({ code: 'service-failed' });
  });

  it('passes on the failure that ends a stream', async () => {
    lines(
      { item: usage({ phase: 'scanning' }) },
      {
        error: {
          code: 'unavailable',
          message: 'The file server does not answer.',
          retryable: true,
          requestId: 'r2'
        }
      }
    );
    await expect(collect()).rejects.toMatchObject({
      code: 'unavailable',
      requestId: 'r2'
    });
  });

  it('closes the connection when the reader stops', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.write(`${JSON.stringify({ item: usage() })}\n`);
    };
    for await (const item of client.stream('home/usage', {})) {
      expect(item.files).toBe(20_000);
      break;
    }
    await closed;
  });

  it('answers an abort with the code of a cancelled request', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    await expect(
      client.ask('image/spec', {}, stop.signal)
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
