import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import {
  request,
  type IncomingMessage,
  type RequestOptions,
  type Server
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { LeapError } from '../../src/contract';
import { Dispatcher } from '../../src/service/dispatcher';
import type { Handlers } from '../../src/service/handlers';
import { createHttpServer } from '../../src/service/http';

const SECRET = 'a'.repeat(64);
const POST = { method: 'POST', path: '/home/usage' };

describe('createHttpServer', () => {
  let folder: string;
  let server: Server;
  let running: number;

  async function listen(handlers: Partial<Handlers>): Promise<void> {
    running = 0;
    const dispatcher = new Dispatcher(handlers as Handlers);
    server = createHttpServer(dispatcher, SECRET, change => {
      running += change;
    });
    server.listen(join(folder, 's'));
    await once(server, 'listening');
  }

  async function ask(
    options: RequestOptions,
    body: string | Buffer = '',
    headers: Record<string, string> = {}
  ): Promise<IncomingMessage> {
    const sent = request({
      socketPath: join(folder, 's'),
      path: '/home/summary',
      headers: { 'x-leap-secret': SECRET, 'x-request-id': 'r1', ...headers },
      ...options
    });
    const written = new Promise<void>(resolve => {
      sent.end(body, resolve);
    });
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    await written;
    return response;
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leap-http-'));
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('T14 refuses a token in the address of a POST', async () => {
    let wasAsked = false;
    await listen({
      'token/grant': () => {
        wasAsked = true;
        return Promise.reject(new Error());
      }
    });
    // All else is right, so that the address alone is what is refused.
    const wish = { bucket: 'b', prefix: '', access: 'read', atMost: 'folder' };
    const response = await ask(
      { method: 'POST', path: '/token/grant?token=secret' },
      JSON.stringify(wish)
    );

    expect(response.statusCode).toBe(400);
    expect(await text(response)).not.toContain('secret');
    expect(wasAsked).toBe(false);
  });

  it('answers with JSON of a known length', async () => {
    await listen({ 'home/summary': () => Promise.resolve({ ü: 1 } as never) });

    const response = await ask({});

    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.headers['content-length']).toBe('8');
    expect(await text(response)).toBe('{"ü":1}');
  });

  it.each(['', 'b'.repeat(64), 'a'.repeat(63), 'a'.repeat(65)])(
    'T8 SEC-T09 refuses the secret "%s" and runs nothing',
    async secret => {
      const summary = jest.fn();
      await listen({ 'home/summary': summary });

      const response = await ask({}, '', { 'x-leap-secret': secret });

      expect(response.statusCode).toBe(403);
      expect(JSON.parse(await text(response))).toMatchObject({
        code: 'forbidden',
        requestId: 'r1'
      });
      expect(summary).not.toHaveBeenCalled();
    }
  );

  it('ends a stream with a line that says so', async () => {
    await listen({
      'home/usage': async function* () {
        yield 1 as never;
        yield 2 as never;
      }
    });

    const response = await ask(POST);

    expect(response.headers['content-type']).toBe('application/x-ndjson');
    expect(await text(response)).toBe('{"item":1}\n{"item":2}\n{"end":true}\n');
  });

  it('gives a failure before the first item its own status', async () => {
    await listen({
      'home/usage': () => {
        throw new LeapError('not-found', 'Gone.');
      }
    });

    const response = await ask(POST);

    expect(response.statusCode).toBe(404);
    expect(JSON.parse(await text(response))).toMatchObject({
      message: 'Gone.'
    });
  });

  it('ends a stream that fails with a line that says how', async () => {
    await listen({
      'home/usage': async function* () {
        yield 1 as never;
        throw new LeapError('timed-out', 'Too slow.');
      }
    });

    const response = await ask(POST);
    const lines = (await text(response)).trim().split('\n');

    expect(lines[0]).toBe('{"item":1}');
    expect(JSON.parse(lines[1] ?? '')).toEqual({
      error: {
        code: 'timed-out',
        message: 'Too slow.',
        retryable: true,
        requestId: 'r1'
      }
    });
  });

  it('keeps the text of a foreign failure to itself', async () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await listen({
      'home/summary': () => Promise.reject(new Error('/home/ann/.secret'))
    });

    const response = await ask({});

    expect(response.statusCode).toBe(500);
    expect(await text(response)).not.toContain('.secret');
    expect(write.mock.calls.join()).toContain(
      'requestId=\\"r1\\"'.replace(/\\/g, '')
    );
    write.mockRestore();
  });

  it('repeats no more of a request’s id than an id has', async () => {
    await listen({});
    const response = await ask({ path: '/nowhere' }, '', {
      'x-request-id': 'x'.repeat(5000)
    });
    expect(JSON.parse(await text(response))).toMatchObject({
      requestId: 'x'.repeat(64)
    });
  });

  it('B67 aborts the handler when the caller goes', async () => {
    let aborted: Promise<unknown> = Promise.resolve();
    await listen({
      'home/usage': async function* (_query, signal) {
        aborted = once(signal, 'abort');
        yield 1 as never;
        await aborted;
      }
    });

    const response = await ask(POST);
    await once(response, 'data');
    expect(running).toBe(1);
    response.destroy();

    await aborted;
    // The activity is counted off in the same turn as the abort.
    expect(running).toBe(0);
  });

  it('writes no more than the reader takes', async () => {
    let yielded = 0;
    await listen({
      'home/usage': async function* () {
        for (; yielded < 10_000; yielded += 1) {
          yield 'x'.repeat(10_000) as never;
        }
      }
    });

    const response = await ask(POST);
    await once(response, 'readable');
    // Another request takes its turn: the stream stands still meanwhile.
    const before = yielded;
    await text(await ask({ method: 'POST', path: '/nowhere' }));

    expect(yielded - before).toBeLessThan(1000);
    expect(yielded).toBeLessThan(1000);
    response.destroy();
  });

  it.each([
    ['{', 'The request is not JSON.'],
    ['\u00ff', 'The request is not JSON.'],
    ['{"surprise":1}', 'Unknown field: surprise']
  ])('B68 refuses the body %s', async (body, message) => {
    await listen({});

    const response = await ask(POST, body);

    expect(response.statusCode).toBe(400);
    expect(JSON.parse(await text(response))).toMatchObject({ message });
  });

  it('B68 says what is wrong with a field that is as long as an address can be', async () => {
    await listen({});
    const reference = 'x'.repeat(60_000);
    const response = await ask({
      path: `/buckets/place?reference=${reference}`
    });
    expect(response.statusCode).toBe(400);
    expect(JSON.parse(await text(response))).toMatchObject({
      code: 'bad-request'
    });
  });

  it('B68 refuses a body over 1 MiB', async () => {
    await listen({});

    const response = await ask(POST, Buffer.alloc((1 << 20) + 1, 0x20));

    expect(response.statusCode).toBe(413);
    expect(JSON.parse(await text(response))).toMatchObject({
      code: 'too-large'
    });
  });

  it('B68 refuses a field that is given twice', async () => {
    await listen({});

    const response = await ask({ path: '/home/summary?a=1&a=2' });

    expect(response.statusCode).toBe(400);
    expect(await text(response)).toContain('This field is given twice: a');
  });

  it('takes no field name for a prototype', async () => {
    await listen({});

    const response = await ask({ path: '/home/summary?__proto__=1' });

    expect(response.statusCode).toBe(400);
  });
});
