import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../../src/service/cache';
import type { CatalogLibrary } from '../../../../src/service/catalog/library';
import { createLibrary } from '../../../../src/service/catalog/open';
import { readOwnAddress } from '../../../../src/service/catalog/sources/own-address';
import { OwnSources } from '../../../../src/service/catalog/sources/own-sources';
import { sourceNames } from '../../../../src/service/catalog/sources/source-names';
import { record } from '../../../support/catalog/records';
import { leapConfig } from '../../../support/service/leap-config';
import { WebServer } from '../../../support/web/web-server';
import { never } from '../../../support/service/never';

describe('a user’s own catalogs', () => {
  let server: WebServer;
  let directory: string;
  let home: string;
  let texts: Record<string, string>;

  /** A library as after a start of the service; the operator names one catalog at the server. */
  function start(configured = [server.url()]): CatalogLibrary {
    const cache = new Cache(join(directory, 'cache'));
    return createLibrary(
      leapConfig({ homeDirectory: home }),
      configured,
      cache,
      () => new Date('2026-11-26T12:00:00Z'),
      { own: new OwnSources(cache) }
    );
  }

  function catalog(...titles: string[]): string {
    return JSON.stringify(titles.map(title => record({ title })));
  }

  async function titles(library: CatalogLibrary): Promise<string[]> {
    return (await library.index()).search('').hits.map(({ title }) => title);
  }

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leap-own-'));
    home = join(directory, 'home');
    mkdirSync(home);
    texts = { '/catalog.json': catalog('Rain') };
    server = await WebServer.start((request, response) => {
      const text = texts[request.url ?? ''];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
  });

  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('are searched beside the operator’s, each data set with where it is listed', async () => {
    texts['/lab/catalog.json'] = catalog('Rain', 'Snow');
    const library = start();
    await library.refresh();

    const { sources, datasets, state } = await library.useOwn([
      server.url('/lab/catalog.json')
    ]);

    expect({ state, datasets }).toEqual({ state: 'live', datasets: 2 });
    expect(
      sources.map(({ name, isOwn, datasets: count }) => [name, isOwn, count])
    ).toEqual([
      [`${server.host}/catalog.json`, false, 1],
      [`${server.host}/…/catalog.json`, true, 2]
    ]);
    const { hits } = (await library.index()).search('rain');
    expect(await library.sourcesOf(hits[0]?.id ?? '')).toHaveLength(2);
  });

  it.each([
    ['by its place in the home', '~/mine/list.yaml'],
    ['by its whole path', 'HOME/mine/list.yaml'],
    ['as a URL', 'file://HOME/mine/list.yaml']
  ])('reads a file of the home, named %s', async (_, typed) => {
    mkdirSync(join(home, 'mine'));
    writeFileSync(
      join(home, 'mine/list.yaml'),
      'sources:\n  sst: {driver: zarr, args: {urlpath: "gs://b/sst.zarr"}}\n'
    );
    const address = typed.replace('HOME', home);
    const library = start();
    await library.refresh();

    expect(await library.preview(address, never)).toEqual({
      address: '~/mine/list.yaml',
      form: 'intake-1',
      datasets: 1,
      stores: 1,
      known: 0,
      titles: ['sst'],
      skipped: [],
      skippedCount: 0
    });
    await library.useOwn([address]);
    expect(await titles(library)).toEqual(['Rain', 'sst']);
  });

  it('are the same after a start of the service, and gone when they are removed', async () => {
    writeFileSync(join(home, 'mine.json'), catalog('Snow'));
    const before = start();
    await before.refresh();
    await before.useOwn(['~/mine.json']);

    const after = start();
    expect(await titles(after)).toEqual(['Rain', 'Snow']);
    await after.useOwn([]);
    expect(await titles(after)).toEqual(['Rain']);
    expect(await titles(start())).toEqual(['Rain']);
  });

  it('keep their last good copy when they fail, and say why', async () => {
    writeFileSync(join(home, 'mine.json'), catalog('Snow'));
    const library = start();
    await library.refresh();
    await library.useOwn(['~/mine.json']);
    rmSync(join(home, 'mine.json'));

    const { sources, problem } = await library.refresh();

    expect(sources[1]).toMatchObject({ state: 'kept', datasets: 1 });
    expect(problem).toBe('mine.json: There is no file ~/mine.json.');
    expect(await titles(library)).toEqual(['Rain', 'Snow']);
  });

  it('B57 T4 T7 are refused outside the home and outside the public internet, and the rest stays', async () => {
    writeFileSync(join(directory, 'secret.json'), catalog('Secret'));
    mkdirSync(join(directory, 'home-secret'));
    writeFileSync(join(directory, 'home-secret/x.json'), catalog('Secret'));
    symlinkSync(join(directory, 'secret.json'), join(home, 'link.json'));
    const other = await WebServer.start((_, response) => response.end('[]'));
    const library = start();
    await library.refresh();

    const { sources } = await library.useOwn([
      '~/../secret.json',
      '~/link.json',
      `${home}-secret/x.json`,
      '/etc/passwd',
      'file:///etc/passwd',
      `file://evil.test${home}/x.json`,
      'gs://bucket/catalog.json',
      'javascript:alert(1)',
      'catalog.json',
      'https://ann:secret@example.org/catalog.json',
      'http://169.254.169.254/computeMetadata/v1/',
      'http://metadata.google.internal/x',
      'http://2130706433/x',
      'http://[::ffff:127.0.0.1]/x',
      'http://10.0.0.1/catalog.json',
      other.url()
    ]);

    const own = sources.slice(1);
    expect(own).toHaveLength(16);
    expect(own.map(({ state }) => state)).toEqual(own.map(() => 'refused'));
    expect(own.every(({ problem }) => problem !== null)).toBe(true);
    expect(other.asked).toEqual([]);
    expect(await titles(library)).toEqual(['Rain']);
    await other.stop();
  });

  it('T4 T7 are not looked at before they are added, either', async () => {
    symlinkSync('/etc', join(home, 'etc'));
    const library = start([]);

    for (const [address, code] of [
      ['/etc/passwd', 'forbidden'],
      ['~/etc/passwd', 'forbidden'],
      ['http://127.0.0.1:1/x', 'forbidden'],
      [server.url(), 'forbidden'],
      ['gs://bucket/x', 'bad-request'],
      ['~/nothing.json', 'not-found']
    ] as const) {
      await expect(library.preview(address, never)).rejects.toMatchObject({
        code
      });
    }
    expect(server.asked).toEqual([]);
  });

  it('T7 follow no document that a file of the home names outside of it', async () => {
    symlinkSync(directory, join(home, 'up'));
    writeFileSync(join(directory, 'secret.json'), JSON.stringify({}));
    const root = {
      stac_version: '1.0.0',
      type: 'Catalog',
      links: ['up/secret.json', '../secret.json', '/etc/passwd'].map(href => ({
        rel: 'child',
        href
      }))
    };
    const item = { ...root, type: 'Feature', id: 'one', links: [] };
    root.links.push({ rel: 'item', href: 'one.json' });
    writeFileSync(join(home, 'catalog.json'), JSON.stringify(root));
    writeFileSync(join(home, 'one.json'), JSON.stringify(item));

    const found = await start([]).preview('~/catalog.json', never);

    expect(found).toMatchObject({ form: 'stac', titles: ['one'] });
    expect(found.skippedCount).toBe(3);
  });

  it('takes a page of GitHub’s for the file that it stands for', () => {
    expect(
      readOwnAddress(
        ' https://github.com/leap-stc/x/blob/main/feedstock/catalog.yaml#L3 ',
        home
      )
    ).toBe(
      'https://raw.githubusercontent.com/leap-stc/x/main/feedstock/catalog.yaml'
    );
  });

  it('says how much of it the others list already', async () => {
    texts['/more.json'] = catalog('Rain', 'Snow');
    const library = start();
    await library.refresh();

    expect(
      await library.preview(server.url('/more.json'), never)
    ).toMatchObject({ form: 'records', datasets: 2, known: 1 });
  });
});

describe('sourceNames', () => {
  it('tells sources apart by as much of the path as it takes', () => {
    expect(
      sourceNames([
        'https://a.test/one/catalog.json',
        'https://a.test/two/catalog.json',
        'https://a.test/two/catalog.json?key=1',
        'https://b.test/',
        'file:///home/ann/list.yaml'
      ])
    ).toEqual([
      'a.test/one/catalog.json',
      'a.test/two/catalog.json',
      'a.test/two/catalog.json (3)',
      'b.test',
      'list.yaml'
    ]);
  });
});
