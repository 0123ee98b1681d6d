import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageComparison } from '../../../src/contract';
import { Cache } from '../../../src/service/cache';
import {
  compareImages,
  type IComparing
} from '../../../src/service/image/compare';
import { parseImageSpec } from '../../../src/service/image/reference';
import { WebServer } from '../../support/web/web-server';
import { never } from '../../support/service/never';

const OLD = 'pangeo/pangeo-notebook:2023.05.08';
const NOW = 'pangeo/pangeo-notebook:2026.06.04';

describe('compareImages', () => {
  let folder: string;
  let server: WebServer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leap-compare-'));
    server = await WebServer.start(({ url }, response) => {
      const lists: Readonly<Record<string, string>> = {
        '/2023.05.08/pangeo-notebook': 'zarr==2.14\nsix==1.16\n',
        '/2026.06.04/pangeo-notebook': 'zarr==3.2\nsix==1.16\n',
        '/2024.01.01/pangeo-notebook': '<html><body>Sign in</body></html>'
      };
      const list = lists[url ?? ''];
      response.writeHead(list ? 200 : 404).end(list);
    });
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  function compare(options: Partial<IComparing>): Promise<PackageComparison> {
    return compareImages(
      {
        from: OLD,
        to: null,
        own: parseImageSpec(NOW),
        template: server.url('/{tag}/{name}'),
        installed: () => Promise.resolve([{ name: 'zarr', version: '3.9' }]),
        cache: new Cache(folder),
        now: () => new Date('2026-11-23T12:00:00Z'),
        trustedHosts: new Set([server.host]),
        timeLimitMs: 5000,
        ...options
      },
      never
    );
  }

  it('compares an image with the list of this one', async () => {
    expect(await compare({})).toEqual({
      changes: [{ name: 'zarr', before: '2.14', after: '3.2', kind: 'major' }],
      sameCount: 1,
      comparedWith: 'list',
      recipesUrl: null
    });
  });

  it('compares two images, neither of them this one', async () => {
    const { changes } = await compare({ from: NOW, to: OLD, own: null });
    expect(changes).toMatchObject([{ before: '3.2', after: '2.14' }]);
  });

  it('takes what is installed where this image has no list', async () => {
    const { comparedWith, changes } = await compare({ own: null });
    expect(comparedWith).toBe('installed');
    expect(changes).toMatchObject([
      { name: 'zarr', after: '3.9' },
      { name: 'six', kind: 'removed' }
    ]);
  });

  it('takes what is installed also where this image comes first', async () => {
    const own = parseImageSpec('docker.io/pangeo/base:2026.01.01');
    const { comparedWith, changes } = await compare({
      from: 'pangeo/base:2026.01.01',
      to: OLD,
      own
    });
    expect(comparedWith).toBe('installed');
    expect(changes).toMatchObject([
      { name: 'zarr', before: '3.9', after: '2.14' },
      { name: 'six', kind: 'added' }
    ]);
  });

  it('takes nothing that is installed here for two other images', async () => {
    await expect(
      compare({ from: 'pangeo/base:2025.01.01', to: 'pangeo/base:2026.01.01' })
    ).rejects.toThrow('No list of packages is published');
  });

  it.each([
    ['pangeo/pangeo-notebook:2020.01.01', /No list of packages is published/],
    ['pangeo/pangeo-notebook:2024.01.01', /answers with something else/],
    ['pangeo/pangeo-notebook:latest', /nothing to compare/],
    ['a b', /./]
  ])('B53 says in a sentence why %s has no list', async (from, sentence) => {
    await expect(compare({ from })).rejects.toThrow(sentence);
  });

  it('says that nothing answers', async () => {
    const trustedHosts = new Set(['127.0.0.1:9']);
    const template = 'http://127.0.0.1:9/{tag}/{name}';
    await expect(compare({ template, trustedHosts })).rejects.toMatchObject({
      code: 'unavailable'
    });
  });
});
