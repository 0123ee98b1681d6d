import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inColumns } from '../../../src/service/buckets/store/sized-objects';
import type { GcsStore } from '../../../src/service/buckets/store/store';
import { Cache } from '../../../src/service/cache';
import { KeptSizes } from '../../../src/service/catalog/size/kept-sizes';
import { measureStore } from '../../../src/service/catalog/size/measure-store';
import { measureS3 } from '../../../src/service/catalog/size/s3-folder';
import { sizePlan } from '../../../src/service/catalog/size/size-plan';
import { WebServer } from '../../support/web/web-server';
import { never } from '../../support/service/never';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
  }
  return found;
}

describe('sizePlan', () => {
  it.each([
    [
      'gs://bucket/a.zarr',
      'zarr',
      { kind: 'gcs', bucket: 'bucket', prefix: 'a.zarr/' }
    ],
    [
      'https://storage.googleapis.com/bucket/x/a.zarr',
      'zarr',
      { kind: 'gcs', bucket: 'bucket', prefix: 'x/a.zarr/' }
    ],
    [
      'https://nyu1.osn.mghpcc.org/leap/x/a.zarr/',
      'zarr',
      {
        kind: 's3',
        bucket: 'https://nyu1.osn.mghpcc.org/leap',
        prefix: 'x/a.zarr/'
      }
    ],
    [
      's3://carbonplan-data/a.zarr',
      'zarr',
      {
        kind: 's3',
        bucket: 'https://carbonplan-data.s3.amazonaws.com/',
        prefix: 'a.zarr/'
      }
    ],
    [
      'https://bucket.s3.amazonaws.com/a.zarr',
      'zarr',
      {
        kind: 's3',
        bucket: 'https://bucket.s3.amazonaws.com/',
        prefix: 'a.zarr/'
      }
    ],
    ['https://x.test/a.nc', 'netcdf', { kind: 'file' }],
    ['https://x.test/a.zarr', 'zarr', null],
    ['https://x.test/a.json', 'kerchunk', null],
    ['gs://bucket', 'zarr', null],
    ['file:///etc/passwd', 'netcdf', null]
  ] as const)('%s', (url, format, plan) => {
    expect(sizePlan({ url, format })).toEqual(plan);
  });
});

describe('measureS3', () => {
  let server: WebServer;
  let pages: Record<string, string>;

  const listing: RequestListener = (request, response) => {
    const { pathname, searchParams } = new URL(
      request.url ?? '',
      'http://s3.test'
    );
    const key = ['prefix', 'delimiter', 'continuation-token']
      .map(name => searchParams.get(name) ?? '')
      .join('|');
    const page = pathname === '/bucket' ? pages[key] : undefined;
    response
      .writeHead(page === undefined ? 403 : 200)
      .end(`<ListBucketResult>${page ?? ''}</ListBucketResult>`);
  };

  const size = (bytes: number): string =>
    `<Contents><Key>k</Key><Size>${String(bytes)}</Size></Contents>`;
  const folder = (name: string): string =>
    `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`;
  const cut = (token: string): string =>
    `<IsTruncated>true</IsTruncated><NextContinuationToken>${token}</NextContinuationToken>`;

  const measure = (maxCalls = 100) =>
    all(
      measureS3(
        server.url('/bucket'),
        'a.zarr/',
        maxCalls,
        { trustedHosts: new Set([server.host]) },
        never
      )
    );

  beforeEach(async () => {
    server = await WebServer.start(listing);
    pages = {
      'a.zarr/|/|': size(10) + folder('a.zarr/sea%20ice/') + cut('t&amp;1'),
      'a.zarr/|/|t&1': size(5) + folder('a.zarr/time/'),
      'a.zarr/sea ice/||': size(100) + size(200) + cut('next'),
      'a.zarr/sea ice/||next': size(300),
      'a.zarr/time/||': size(1)
    };
  });

  afterEach(() => server.stop());

  it('adds up all pages of all folders', async () => {
    const reports = await measure();

    expect(reports.at(-1)).toEqual({
      bytes: 616,
      objects: 6,
      complete: true
    });
    expect(reports.slice(0, -1).every(({ complete }) => !complete)).toBe(true);
  });

  it('stops at a number of requests, and then means at least', async () => {
    expect((await measure(2)).at(-1)).toMatchObject({ complete: false });
    expect(server.asked).toHaveLength(2);
  });

  it('says so where the host lists nothing', async () => {
    pages = {};
    await expect(measure()).rejects.toThrow(/does not list/);
  });

  it('B53 takes no web page for a listing', async () => {
    server.answer = (_, response) => response.end('<html>Welcome</html>');
    await expect(measure()).rejects.toMatchObject({ code: 'bad-upstream' });
  });

  it('T7 asks no host of a private network that nobody configured', async () => {
    const asked = measureS3(
      server.url('/bucket'),
      'a.zarr/',
      9,
      { trustedHosts: new Set() },
      never
    );
    await expect(all(asked)).rejects.toMatchObject({ code: 'forbidden' });
    expect(server.asked).toEqual([]);
  });
});

describe('measureStore', () => {
  let server: WebServer;

  const measure = (url: string, format: 'netcdf' | 'zarr') =>
    all(
      measureStore(
        { url, format },
        {
          places: {
            trustedHosts: new Set([server.host]),
            store: () => Promise.reject(new Error('no bucket'))
          },
          store: () => Promise.resolve(BUCKET as GcsStore),
          limits: { concurrency: 2 },
          now: () => new Date('2026-11-26T12:00:00Z')
        },
        never
      )
    );

  /** A bucket with one object below each folder, and nothing in `empty/`. */
  const BUCKET: Pick<GcsStore, 'sizes'> = {
    sizes: ({ prefix }) =>
      Promise.resolve({
        objects: inColumns(
          prefix.startsWith('empty')
            ? []
            : [
                {
                  name: `${prefix}0.0`,
                  bytes: 42,
                  createdAt: null,
                  updatedAt: '2026-01-01T00:00:00Z',
                  storageClass: 'STANDARD'
                }
              ]
        ),
        nextPageToken: null
      })
  };

  beforeEach(async () => {
    server = await WebServer.start((request, response) => {
      if (request.url === '/a.nc') {
        response.writeHead(206, { 'content-range': 'bytes 0-0/7000' }).end('C');
      } else {
        response.writeHead(404).end();
      }
    });
  });

  afterEach(() => server.stop());

  it('asks a file for its length', async () => {
    expect((await measure(server.url('/a.nc'), 'netcdf')).at(-1)).toEqual({
      bytes: 7000,
      objects: 1,
      complete: true,
      isOver: true,
      measuredAt: '2026-11-26T12:00:00.000Z'
    });
  });

  it('counts a folder of a bucket', async () => {
    expect((await measure('gs://bucket/a.zarr', 'zarr')).at(-1)).toMatchObject({
      bytes: 42,
      objects: 1,
      isOver: true
    });
  });

  it('never says 0 bytes of what is not there', async () => {
    await expect(
      measure(server.url('/gone.nc'), 'netcdf')
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(measure('gs://bucket/empty', 'zarr')).rejects.toMatchObject({
      code: 'not-found'
    });
  });

  it('refuses what no host counts', async () => {
    await expect(
      measure('https://x.test/a.zarr', 'zarr')
    ).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('KeptSizes', () => {
  it('keeps what was measured, with its date, over a start', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'leap-sizes-'));
    const size = {
      bytes: 1,
      objects: 1,
      complete: true,
      isOver: true,
      measuredAt: '2026-11-26T12:00:00.000Z'
    };
    await new KeptSizes(new Cache(directory)).write('gs://b/a', size);

    const kept = await new KeptSizes(new Cache(directory)).read();
    expect(kept.get('gs://b/a')).toEqual(size);
    rmSync(directory, { recursive: true, force: true });
  });
});
