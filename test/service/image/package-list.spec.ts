import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../src/service/cache';
import {
  readPackageList,
  type IPackageList
} from '../../../src/service/image/package-list';
import { WebServer } from '../../support/web/web-server';
import { never } from '../../support/service/never';

const LIST =
  '# From the lock file\n_libgcc_mutex==0.1\nx264==1!164.3095\r\n\nzarr==3.2\n';
const NOW = new Date('2026-11-23T12:00:00Z');
const DAY_MS = 24 * 3_600_000;

const answerList: RequestListener = (request, response) => {
  if (request.headers['if-none-match'] === '"v1"') {
    response.writeHead(304).end();
  } else {
    response.writeHead(200, { etag: '"v1"' }).end(LIST);
  }
};

describe('readPackageList', () => {
  let folder: string;
  let server: WebServer;
  let now: Date;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leap-list-'));
    server = await WebServer.start(answerList);
    now = NOW;
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  function read(timeLimitMs = 5000): Promise<IPackageList> {
    return readPackageList(
      server.url('/packages.txt'),
      {
        cache: new Cache(folder),
        now: () => now,
        trustedHosts: new Set([server.host]),
        timeLimitMs
      },
      never
    );
  }

  it('reads names and versions, and when they were confirmed', async () => {
    expect(await read()).toEqual({
      packages: [
        { name: '_libgcc_mutex', version: '0.1' },
        { name: 'x264', version: '1!164.3095' },
        { name: 'zarr', version: '3.2' }
      ],
      confirmedAt: NOW
    });
  });

  it('passes over a few lines of another form', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `p${index}==1`);
    server.answer = (_, response) =>
      response.writeHead(200).end([...lines, 'p @ file:///x'].join('\n'));

    expect((await read()).packages).toHaveLength(40);
  });

  it('asks once a day, then by its ETag', async () => {
    await read();
    await read();
    expect(server.asked).toHaveLength(1);

    now = new Date(NOW.getTime() + DAY_MS);
    expect((await read()).confirmedAt).toEqual(now);
    expect(server.asked[1]?.headers['if-none-match']).toBe('"v1"');
  });

  it('keeps to the copy when nothing answers any more', async () => {
    await read();
    now = new Date(NOW.getTime() + 2 * DAY_MS);
    server.answer = (_, response) => response.writeHead(500).end();

    expect((await read()).confirmedAt).toEqual(NOW);
  });

  it.each([
    ['a missing list', 404, '404: Not Found', 'not-found', /published/],
    ['a broken server', 503, '', 'bad-upstream', /status 503/],
    ['a page', 200, '<!doctype html><p>Sign in</p>', 'bad-upstream', /else/],
    ['nothing', 200, '', 'bad-upstream', /else/],
    ['no list', 200, 'a==1\nb c d\ne==$(x)\n', 'bad-upstream', /else/],
    ['an endless list', 200, 'a==1\n'.repeat(1 << 20), 'too-large', /MiB/]
  ])(
    'says that the address answers with %s',
    async (_kind, status, text, code, words) => {
      server.answer = (_, response) => response.writeHead(status).end(text);

      await expect(read()).rejects.toMatchObject({
        code,
        message: expect.stringMatching(words) as string
      });
    }
  );

  it('B59 gives up on an address that does not come to an end', async () => {
    server.answer = (_, response) => {
      response.writeHead(200).write('a==1\n');
    };

    await expect(read(50)).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('does not reach into a private network that nobody configured', async () => {
    await expect(
      readPackageList(
        server.url(),
        {
          cache: new Cache(folder),
          now: () => now,
          trustedHosts: new Set()
        },
        never
      )
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(server.asked).toEqual([]);
  });
});
