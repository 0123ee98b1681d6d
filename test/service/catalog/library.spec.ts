import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../src/service/cache';
import type { CatalogLibrary } from '../../../src/service/catalog/library';
import { createLibrary } from '../../../src/service/catalog/open';
import { record } from '../../support/catalog/records';
import { leapConfig } from '../../support/service/leap-config';
import { WebServer } from '../../support/web/web-server';

const HOUR_MS = 3_600_000;

describe('CatalogLibrary', () => {
  let server: WebServer;
  let directory: string;
  let now: number;

  /** A library as after a start of the service. */
  function start(...addresses: string[]): CatalogLibrary {
    return createLibrary(
      leapConfig({ catalogRequestUrl: 'https://example.org/ask' }),
      addresses.length > 0 ? addresses : [server.url()],
      new Cache(directory),
      () => new Date(now)
    );
  }

  function serve(text: string, etag?: string): RequestListener {
    return (request, response) => {
      if (etag !== undefined && request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
      } else {
        response.writeHead(200, etag === undefined ? {} : { ETag: etag });
        response.end(text);
      }
    };
  }

  function catalog(...titles: string[]): string {
    return JSON.stringify(titles.map(title => record({ title })));
  }

  async function titles(library: CatalogLibrary): Promise<string[]> {
    const index = await library.index();
    return index.search('').hits.map(({ title }) => title);
  }

  beforeEach(async () => {
    now = Date.parse('2026-11-23T12:00:00Z');
    directory = mkdtempSync(join(tmpdir(), 'leap-library-'));
    server = await WebServer.start(serve(catalog('One', 'Two'), '"1"'));
  });

  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('answers at once from the sample while the catalog is on its way', async () => {
    server.answer = () => undefined;
    const library = start();

    expect(await library.summary()).toMatchObject({
      state: 'sample',
      datasets: 30,
      confirmedAt: null,
      problem: 'The catalog is being fetched.',
      requestUrl: 'https://example.org/ask'
    });
    expect(await titles(library)).toHaveLength(30);
  });

  it('is live after a refresh', async () => {
    const library = start();

    expect(await library.refresh()).toEqual({
      state: 'live',
      source: server.url(),
      confirmedAt: '2026-11-23T12:00:00.000Z',
      problem: null,
      datasets: 2,
      stores: 2,
      skipped: [],
      skippedCount: 0,
      requestUrl: 'https://example.org/ask',
      sources: [
        {
          address: server.url(),
          name: `${server.host}/catalog.json`,
          isOwn: false,
          form: 'records',
          state: 'live',
          confirmedAt: '2026-11-23T12:00:00.000Z',
          problem: null,
          datasets: 2,
          stores: 2,
          skippedCount: 0
        }
      ]
    });
    expect(await titles(library)).toEqual(['One', 'Two']);
  });

  it('answers at once from the copy of the last start, and asks behind', async () => {
    await start().refresh();
    server.answer = serve(catalog('Three'), '"2"');
    now += HOUR_MS;
    const library = start();

    expect(await library.summary()).toMatchObject({
      state: 'kept',
      datasets: 2,
      confirmedAt: '2026-11-23T12:00:00.000Z'
    });
    expect(await library.refresh()).toMatchObject({
      state: 'live',
      datasets: 1
    });
    expect(await titles(library)).toEqual(['Three']);
    expect(server.asked).toHaveLength(2);
  });

  it('fetches nothing twice: a 304 confirms the copy', async () => {
    await start().refresh();
    now += HOUR_MS;
    const library = start();

    expect(await library.refresh()).toMatchObject({
      state: 'live',
      confirmedAt: '2026-11-23T13:00:00.000Z',
      datasets: 2
    });
    expect(server.asked[1]?.headers['if-none-match']).toBe('"1"');
  });

  it('B59 follows a tag that flips', async () => {
    const library = start();
    await library.refresh();
    server.answer = serve(catalog('New'), '"2"');
    await library.refresh();
    server.answer = serve(catalog('One', 'Two'), '"1"');
    await library.refresh();

    expect(await titles(library)).toEqual(['One', 'Two']);
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual(
      [undefined, '"1"', '"2"']
    );
  });

  it.each([
    ['B52 cut off', catalog('One').slice(0, 40), 'not valid JSON'],
    ['B53 a web page', '<!doctype html><title>Sign in</title>', 'web page'],
    ['B54 an object', '{"datasets": []}', 'not a list'],
    ['B52 empty', '', 'not valid JSON']
  ])('keeps the last good copy when the next is %s', async (_, text, why) => {
    const library = start();
    await library.refresh();
    server.answer = serve(text);

    const summary = await library.refresh();

    expect(summary).toMatchObject({
      state: 'kept',
      datasets: 2,
      confirmedAt: '2026-11-23T12:00:00.000Z'
    });
    expect(summary.problem).toContain(why);
    expect(await titles(start())).toEqual(['One', 'Two']);
  });

  it('is an honest sample when nothing was ever fetched and nothing answers', async () => {
    const library = start();
    await server.stop();
    const summary = await library.refresh();

    expect(summary).toMatchObject({ state: 'sample', datasets: 30 });
    expect(summary.problem).toMatch(
      /^127\.0\.0\.1:\d+ refuses the connection: it may be down/
    );
    server = await WebServer.start(serve('[]'));
  });

  it('B65 ignores a damaged copy and fetches anew, without its tag', async () => {
    await start().refresh();
    const [file = ''] = readdirSync(directory);
    writeFileSync(join(directory, file), 'leap-cache-1 0\n{');
    const library = start();

    expect(await library.summary()).toMatchObject({ state: 'sample' });
    expect(await library.refresh()).toMatchObject({ state: 'live' });
    expect(server.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('takes the copy of one address never for that of another', async () => {
    await start().refresh();
    const other = start(server.url('/other.json'));

    expect(await other.summary()).toMatchObject({ state: 'sample' });
  });

  it('asks again after an hour when live, after a minute when not', async () => {
    const library = start();
    await library.refresh();
    now += HOUR_MS - 1;
    await library.summary();
    expect(server.asked).toHaveLength(1);

    server.answer = serve('{');
    now += 1;
    await library.summary();
    await library.refresh();
    expect(server.asked).toHaveLength(2);

    now += 59_999;
    await library.index();
    expect(server.asked).toHaveLength(2);
    now += 1;
    await library.index();
    await library.refresh();
    expect(server.asked).toHaveLength(3);
  });

  it('asks once for many callers at the same time', async () => {
    const library = start();
    await Promise.all([
      library.refresh(),
      library.refresh(),
      library.refresh()
    ]);

    expect(server.asked).toHaveLength(1);
  });

  it('joins two catalogs, what both have listed once', async () => {
    server.answer = (request, response) => {
      response.end(
        request.url === '/a.json'
          ? catalog('One', 'Two')
          : catalog('Two', 'Three')
      );
    };
    const library = start(server.url('/a.json'), server.url('/b.json'));

    expect(await library.refresh()).toMatchObject({
      state: 'live',
      datasets: 3
    });
    expect(await titles(library)).toEqual(['One', 'Three', 'Two']);
  });

  it('shows one catalog while the other fails, and says why', async () => {
    server.answer = (request, response) => {
      response.writeHead(request.url === '/a.json' ? 200 : 500);
      response.end(catalog('One'));
    };
    const library = start(server.url('/a.json'), server.url('/b.json'));
    const summary = await library.refresh();

    expect(summary).toMatchObject({ state: 'kept', datasets: 1 });
    expect(summary.problem).toContain('status 500');
  });

  it('says that no catalog is configured', async () => {
    const library = createLibrary(
      leapConfig(),
      [],
      new Cache(directory),
      () => new Date(now)
    );

    expect(await library.refresh()).toMatchObject({
      state: 'sample',
      problem: 'No catalog is configured.'
    });
  });

  it('shows no key that an address carries', async () => {
    const library = start(server.url('/catalog.json?key=secret'));

    expect((await library.summary()).source).toBe(server.url());
  });
});
