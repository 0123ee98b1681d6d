import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AddedPackages,
  ImagePackages,
  InstalledPackage
} from '../../../src/contract';
import { Cache } from '../../../src/service/cache';
import { packagesSinceStart } from '../../../src/service/image/since-start';
import { WebServer } from '../../support/web/web-server';
import { never } from '../../support/service/never';

const STARTED = '2026-11-23T09:12:00.000Z';
const NOW = new Date('2026-11-23T12:00:00Z');
const OLD = '2026-06-04T00:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';

function installed(...packages: [string, string, string][]): ImagePackages {
  return {
    packages: packages.map(
      ([name, version, installedAt]): InstalledPackage => ({
        name,
        version,
        source: 'pip',
        inHome: false,
        installedAt
      })
    ),
    unreadableCount: 0
  };
}

describe('packagesSinceStart', () => {
  let folder: string;
  let server: WebServer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leap-since-'));
    server = await WebServer.start((_, response) =>
      response.end('zarr==3.2\n')
    );
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  function since(
    packages: ImagePackages,
    listAddress: string | null,
    startedAt: string | null = STARTED
  ): Promise<AddedPackages> {
    return packagesSinceStart(
      {
        installed: packages,
        startedAt,
        listAddress,
        cache: new Cache(folder),
        now: () => NOW,
        trustedHosts: new Set([server.host])
      },
      never
    );
  }

  it('compares with the published list of the tag', async () => {
    expect(
      await since(
        installed(['cmocean', '4.1', LATER], ['zarr', '3.3', LATER]),
        server.url()
      )
    ).toEqual({
      packages: [
        { name: 'cmocean', version: '4.1', source: 'pip', before: null },
        { name: 'zarr', version: '3.3', source: 'pip', before: '3.2' }
      ],
      since: STARTED,
      comparedWith: 'list',
      comparedAt: NOW.toISOString(),
      problem: null,
      unreadableCount: 0
    });
  });

  it('compares with the first snapshot when the list cannot be had, and says why', async () => {
    server.answer = (_, response) => response.writeHead(404).end();
    await since(installed(['zarr', '3.2', OLD]), server.url());

    expect(
      await since(
        installed(['cmocean', '4.1', OLD], ['zarr', '3.3', LATER]),
        server.url()
      )
    ).toMatchObject({
      packages: [
        { name: 'cmocean', before: null },
        { name: 'zarr', before: '3.2' }
      ],
      comparedWith: 'snapshot',
      problem: 'No list of packages is published for this tag.'
    });
  });

  it('needs no network for an image without a list', async () => {
    expect(
      await since(installed(['cmocean', '4.1', LATER]), null)
    ).toMatchObject({
      packages: [{ name: 'cmocean' }],
      comparedWith: 'snapshot',
      problem: expect.stringContaining('No list') as string
    });
  });

  it('takes no snapshot of an earlier server for one of this', async () => {
    await since(installed(['zarr', '3.2', OLD]), null);

    expect(
      await since(
        installed(['zarr', '3.3', OLD]),
        null,
        '2026-11-23T11:00:00.000Z'
      )
    ).toMatchObject({ packages: [] });
  });

  it('fails when it is not known when the server started', async () => {
    await expect(since(installed(), server.url(), null)).rejects.toMatchObject({
      code: 'unavailable'
    });
  });
});
