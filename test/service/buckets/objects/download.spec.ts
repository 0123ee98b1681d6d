import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBucketsHandlers } from '../../../../src/service/buckets/handlers';
import { Dispatcher } from '../../../../src/service/dispatcher';
import type { Handlers, IFile } from '../../../../src/service/handlers';
import { createHttpServer } from '../../../../src/service/http';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import { leapConfig } from '../../../support/service/leap-config';
import { never } from '../../../support/service/never';

const bucket = 'leap-data';

describe('a download', () => {
  let emulator: Emulator;
  let server: Server | undefined;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket(bucket);
  });

  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    await emulator.close();
  });

  const handlers = (downloadLimitBytes = 2_000_000_000) =>
    createBucketsHandlers({
      config: leapConfig({ storageEndpoint: emulator.url, downloadLimitBytes }),
      env: {},
      now: () => new Date()
    });
  const download = (name: string, limit?: number): Promise<IFile> =>
    handlers(limit)['buckets/download']({ bucket, name }, never);
  const whole = async ({ content }: IFile): Promise<Buffer> => {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) {
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  };
  const ask = async (name: string): Promise<Response> => {
    const dispatcher = new Dispatcher(handlers() as unknown as Handlers);
    server = createHttpServer(dispatcher, 'secret', () => undefined);
    await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const query = new URLSearchParams({ bucket, name, _xsrf: 'checked' });
    return fetch(
      `http://127.0.0.1:${String(port)}/buckets/download?${query.toString()}`,
      { headers: { 'x-leap-secret': 'secret' } }
    );
  };

  it.each([0, 1, 8 << 20, (8 << 20) + 1, 20_000_000])(
    'is the %d bytes of the object',
    async bytes => {
      const content = Buffer.alloc(bytes, 'abcdefg');
      emulator.put(bucket, 'a/x.bin', content);
      const file = await download('a/x.bin');
      expect(file).toMatchObject({ name: 'x.bin', bytes });
      const digest = (data: Buffer) =>
        createHash('sha256').update(data).digest('hex');
      expect(digest(await whole(file))).toBe(digest(content));
    }
  );

  it('B06 names what ends in a slash as its last part', async () => {
    emulator.put(bucket, 'a/odd/', Buffer.from('x'));
    expect(await download('a/odd/')).toMatchObject({ name: 'odd', bytes: 1 });
  });

  it('refuses what is too large before it reads any of it', async () => {
    emulator.put(bucket, 'x', 'abcd');
    await expect(download('x', 3)).rejects.toMatchObject({ code: 'too-large' });
    await expect(download('x', 0)).rejects.toThrow('does not hand out');
    const operations = emulator.calls.map(({ operation }) => operation);
    expect(operations).not.toContain('objects.download');
  });

  it.each([
    ['B01', '..'],
    ['B10', 'a\nb'],
    ['B14', '\ud800'],
    ['B15', 'é'.repeat(600)]
  ])('%s asks nothing for %j', async (_, name) => {
    await expect(
      Promise.resolve().then(() => download(name))
    ).rejects.toMatchObject({ code: 'bad-request' });
    expect(emulator.calls).toEqual([]);
  });

  it('B73 says so of an object that is gone', async () => {
    await expect(download('gone')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('B72 goes on after a connection that broke within it', async () => {
    emulator.put(bucket, 'x', Buffer.alloc(100_000, 'x'));
    emulator.fault({
      name: 'reset-in-body',
      operation: 'objects.download',
      afterBytes: 50_000,
      times: 2
    });
    expect(await whole(await download('x'))).toHaveLength(100_000);
  });

  it('B74 withholds the end of what is not what is stored', async () => {
    emulator.put(bucket, 'x', Buffer.alloc(1000, 'x'));
    emulator.fault({ name: 'wrong-bytes', operation: 'objects.download' });
    await expect(whole(await download('x'))).rejects.toMatchObject({
      code: 'bad-upstream'
    });
  });

  it('B73 is all of one version, or ends', async () => {
    emulator.put(bucket, 'x', Buffer.alloc(9 << 20, 'a'));
    const file = await download('x');
    const pieces = file.content[Symbol.asyncIterator]();
    await pieces.next();
    emulator.put(bucket, 'x', Buffer.alloc(9 << 20, 'b'));
    await expect(pieces.next()).rejects.toMatchObject({ name: 'LeapError' });
  });

  it('B19 is an attachment that no browser shows, whatever it says it is', async () => {
    emulator.put(bucket, 'a/<svg onload="x">.html', '<script>', {
      contentType: 'text/html'
    });
    const response = await ask('a/<svg onload="x">.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<script>');
    const { headers } = response;
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'"
    );
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_svg onload=_x__.html"; filename*=UTF-8''_svg%20onload%3D_x__.html`
    );
  });

  it.each([
    ['B12', '\u202egnp.exe', '_gnp.exe', '_gnp.exe'],
    ['B17', '.bashrc', '_bashrc', '_bashrc'],
    ['B17', 'a%22b', 'a_22b', 'a%2522b'],
    ['B17', '..\\..\\c:\\run.bat', '__.._c__run.bat', '__.._c__run.bat'],
    ['B15', 'x'.repeat(999), 'x'.repeat(200), 'x'.repeat(200)],
    ['', "o'brien (1).csv", "o'brien (1).csv", 'o%27brien%20%281%29.csv'],
    ['', 'été.csv', '_t_.csv', '%C3%A9t%C3%A9.csv']
  ])('%s saves %j under a harmless name', async (_, name, ascii, encoded) => {
    emulator.put(bucket, name, 'x');
    const { headers } = await ask(name);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
    );
  });

  it('breaks the connection rather than end early', async () => {
    emulator.put(bucket, 'x', Buffer.alloc(20 << 20, 'x'));
    emulator.fault({
      name: 'not-found',
      operation: 'objects.download',
      nth: 2,
      times: Infinity
    });
    const response = await ask('x');
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});
