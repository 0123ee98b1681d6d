import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreReach } from '../../../../src/contract';
import { Cache } from '../../../../src/service/cache';
import { KeptChecks } from '../../../../src/service/catalog/reach/kept-checks';
import { checkReach } from '../../../../src/service/catalog/reach/reach';
import { dataset, store } from '../../../support/catalog/records';
import { WebServer } from '../../../support/web/web-server';
import { AT, check } from '../../../support/catalog/checked-reach';

const noBuckets = {
  access: () => Promise.reject(new Error('No bucket is asked for.')),
  hubBuckets: new Set<string>(),
  now: () => new Date(AT)
};

describe('checkReach on the web', () => {
  let server: WebServer;
  function serve(files: Readonly<Record<string, string>>): RequestListener {
    return (request, response) => {
      const body = files[request.url ?? ''];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    };
  }

  function ask(...paths: string[]): Promise<StoreReach[]> {
    const trustedHosts = new Set([server.host]);
    return check({ trustedHosts }, ...paths.map(path => server.url(path)));
  }

  beforeEach(async () => {
    server = await WebServer.start(serve({}));
  });

  afterEach(() => server.stop());

  it('finds a Zarr store by any of its metadata files', async () => {
    server.answer = serve({
      '/two.zarr/.zmetadata': '{"metadata": {}}',
      '/three.zarr/zarr.json': '{"zarr_format": 3}',
      '/plain.zarr/.zgroup': '{"zarr_format": 2}'
    });

    const found = await ask(
      '/two.zarr',
      '/three.zarr',
      '/plain.zarr',
      '/no.zarr'
    );

    expect(
      found.map(({ id, status, form, checkedAt }) => [
        id,
        status,
        form,
        checkedAt
      ])
    ).toEqual([
      ['0', 'anonymous', 'zarr2', AT],
      ['1', 'anonymous', 'zarr3-scattered', AT],
      ['2', 'anonymous', 'zarr2-scattered', AT],
      ['3', 'missing', null, AT]
    ]);
    expect(found[2]?.code?.note).toContain('not consolidated');
    expect(found[3]).toMatchObject({
      reason: 'There is nothing at this address.',
      code: null
    });
  });

  it('tells NetCDF by its first bytes and reads no more of it', async () => {
    let sent = 0;
    server.answer = (request, response) => {
      if (request.url === '/page.nc') {
        response.end('<!doctype html><title>Sign in</title>');
        return;
      }
      response.write('\x89HDF\r\n\x1a\n', 'latin1');
      const send = (): void => {
        while (sent < 500 && response.write(Buffer.alloc(1 << 20))) {
          sent++;
        }
      };
      response.on('drain', send);
      send();
    };

    const [whole, page] = await ask('/big.nc', '/page.nc');

    expect(whole?.status).toBe('anonymous');
    expect(sent).toBeLessThan(500);
    expect(page).toMatchObject({
      status: 'missing',
      reason: 'The address answers, but not with data of this kind.'
    });
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'missing'],
    [410, 'missing'],
    [429, 'unreachable'],
    [503, 'unreachable']
  ])('reads status %d as %s, with a reason', async (status, verdict) => {
    server.answer = (_, response) => {
      response.writeHead(status).end();
    };
    const [checked] = await ask('/x.nc');

    expect(checked?.status).toBe(verdict);
    expect(checked?.reason).toMatch(/\.$/);
  });

  it('gives up on a store that does not answer, and checks the others', async () => {
    server.answer = (request, response) => {
      if (request.url === '/fast.nc') {
        response.end('CDF\x01');
      }
    };
    const checked = await check(
      { trustedHosts: new Set([server.host]), timeLimitMs: 1500 },
      server.url('/slow.nc'),
      server.url('/fast.nc')
    );

    expect(checked.map(({ status }) => status)).toEqual([
      'unreachable',
      'anonymous'
    ]);
  });

  it('B59 asks no private address that stands in a record', async () => {
    const checked = await check(
      { trustedHosts: new Set() },
      server.url('/x.zarr'),
      'http://169.254.169.254/x.zarr',
      'http://metadata.google.internal/x.zarr'
    );

    expect(checked.map(({ status }) => status)).toEqual([
      'unreachable',
      'unreachable',
      'unreachable'
    ]);
    expect(server.asked).toHaveLength(0);
  });

  it('says that an address of an unknown kind was not asked', async () => {
    const [checked] = await check(
      { trustedHosts: new Set() },
      'file:///etc/passwd'
    );

    expect(checked?.status).toBe('unknown');
  });

  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['/x.zarr', { '/x.zarr/refs/branch.main/ref.json': '{}' }, 'icechunk'],
    ['/x.icechunk', { '/x.icechunk/.zmetadata': '{}' }, 'zarr2'],
    [
      '/x.zarr',
      {
        '/x.zarr/zarr.json':
          '{"zarr_format": 3, "consolidated_metadata": {"metadata": {}}}'
      },
      'zarr3'
    ],
    [
      '/x.zarr',
      { '/x.zarr/zarr.json': '{"zarr_format": 3, "node_type": "array"}' },
      'zarr-array'
    ],
    ['/x.nc', { '/x.nc': 'CDF\x02' }, 'netcdf3'],
    ['/x.nc', { '/x.nc': 'CDF\x05' }, 'netcdf5'],
    ['/x.json', { '/x.json': '{"version": 1, "refs": {}}' }, 'kerchunk'],
    ['/x.json', { '/x.json': '{"esmcat_version": "0.1.0"}' }, 'intake-esm'],
    ['/x.json', { '/x.json': '{"type": "FeatureCollection"}' }, null],
    ['/x.parq', { '/x.parq/.zmetadata': '{}' }, 'kerchunk-parquet'],
    ['/x.parquet', { '/x.parquet': 'PAR1' }, 'parquet'],
    ['/x.nc', { '/x.nc': '<!doctype html>' }, null]
  ])('finds out what %s is', async (path, files, form) => {
    server.answer = serve(files);
    const [found] = await ask(path);

    expect(found?.form).toBe(form);
    expect(found?.status).toBe(form === null ? 'missing' : 'anonymous');
  });

  it('asks again only when it is told to, and when the answer is old', async () => {
    let now = Date.parse(AT);
    const directory = mkdtempSync(join(tmpdir(), 'leap-checks-'));
    const start = () =>
      new KeptChecks(new Cache(directory), () => new Date(now));
    const trustedHosts = new Set([server.host]);
    server.answer = serve({ '/a.zarr/.zmetadata': '{}' });
    const [good, bad] = [server.url('/a.zarr'), server.url('/b.nc')];
    const asked = async (again = false): Promise<string[]> => {
      server.asked.length = 0;
      const options = { trustedHosts, again, now: () => new Date(now) };
      const found = await check({ ...options, kept: start() }, good, bad);
      expect(found.map(({ status }) => status)).toEqual([
        'anonymous',
        'missing'
      ]);
      return server.asked.map(({ url }) => url ?? '');
    };

    expect(await asked()).toEqual(['/a.zarr/.zmetadata', '/b.nc']);
    expect(await asked()).toEqual([]);
    expect(await asked(true)).toHaveLength(2);
    now += 11 * 60_000;
    expect(await asked()).toEqual(['/b.nc']);
    now += 7 * 3_600_000;
    expect(await asked()).toHaveLength(2);
    rmSync(directory, { recursive: true });
  });

  it('stops when its caller does', async () => {
    const caller = new AbortController();
    server.answer = () => {
      caller.abort();
    };
    await expect(
      checkReach(
        dataset({ stores: [store({ url: server.url('/x.zarr') })] }),
        { ...noBuckets, trustedHosts: new Set([server.host]) },
        caller.signal
      )
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
