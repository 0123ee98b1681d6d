import type { ListingPage } from '../../../src/contract';
import { createBucketsHandlers } from '../../../src/service/buckets/handlers';
import { startEmulator, type Emulator } from '../../support/gcs/emulator';
import { flat } from '../../support/gcs/layouts';
import { leapConfig } from '../../support/service/leap-config';
import { never } from '../../support/service/never';

const bucket = {
  title: 'A bucket',
  access: 'own-folder',
  deleteAfterDays: null,
  ownFolderVariable: null
} as const;

describe('the routes of buckets', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.createBucket('leap-persistent-ro');
    emulator.createBucket('other-bucket');
  });

  afterEach(() => emulator.close());

  const handlers = (env: Record<string, string> = { JUPYTERHUB_USER: 'ann' }) =>
    createBucketsHandlers({
      config: leapConfig({
        storageEndpoint: emulator.url,
        buckets: [
          { ...bucket, name: 'leap-scratch', deleteAfterDays: 7 },
          { ...bucket, name: 'leap-persistent-ro', access: 'read-only' }
        ]
      }),
      env,
      now: () => new Date()
    });
  const list = async (
    query: Parameters<ReturnType<typeof handlers>['buckets/listing']>[0],
    env?: Record<string, string>
  ): Promise<ListingPage[]> => {
    const pages: ListingPage[] = [];
    for await (const page of handlers(env)['buckets/listing'](query, never)) {
      pages.push(page);
    }
    return pages;
  };

  it('names the configured buckets and the own folder in each', async () => {
    expect(await handlers()['buckets/configured']({}, never)).toMatchObject({
      buckets: [
        {
          name: 'leap-scratch',
          ownPrefix: 'ann/',
          ownPrefixSource: '$JUPYTERHUB_USER'
        },
        { name: 'leap-persistent-ro', access: 'read-only', ownPrefix: null }
      ]
    });
  });

  it('sends columns with names relative to the folder, and the day of deletion', async () => {
    const createdAt = new Date('2026-11-19T15:00:00Z');
    emulator.put('leap-scratch', 'ann/d/x', '', { createdAt });
    emulator.put('leap-scratch', 'ann/run.nc', 'abc', { createdAt });
    expect(await list({ bucket: 'leap-scratch', prefix: 'ann/' })).toEqual([
      {
        prefixes: ['d/'],
        objects: {
          names: ['run.nc'],
          bytes: [3],
          updatedAt: ['2026-11-19T15:00:00.000Z'],
          deletedOn: ['2026-11-26']
        },
        standing: 'own',
        rule: {
          deleteAfterDays: 7,
          source: 'bucket',
          hasOtherRules: false
        },
        openedAs: 'anybody',
        cursor: null
      }
    ]);
  });

  it('goes on from a cursor, page by page, to the end', async () => {
    emulator.generate('leap-scratch', flat({ count: 3500 }));
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const pages: ListingPage[] = await list({
        bucket: 'leap-scratch',
        prefix: '',
        cursor,
        pages: 2
      });
      names.push(...pages.flatMap(({ objects }) => objects.names));
      cursor = pages.at(-1)?.cursor ?? null;
    } while (cursor !== null);
    expect(names).toHaveLength(3500);
    expect(new Set(names).size).toBe(3500);
  });

  it.each(['x', 'W10', 'WzEsMiwzXQ', '%00'])(
    'refuses the cursor %s that it did not write',
    async cursor => {
      await expect(
        list({ bucket: 'leap-scratch', prefix: '', cursor })
      ).rejects.toMatchObject({ code: 'bad-request' });
    }
  );

  it.each([
    ['B20', '..', ''],
    ['B20', 'a/b', ''],
    ['B21', 'Leap-Scratch', ''],
    ['B22', 'leap-scratch', 'ann'],
    ['B10', 'leap-scratch', 'a\nb/'],
    ['B14', 'leap-scratch', '\ud800/'],
    ['B15', 'leap-scratch', `${'é'.repeat(512)}/`]
  ])('%s asks nothing for the folder %j %j', async (_, name, prefix) => {
    await expect(list({ bucket: name, prefix })).rejects.toMatchObject({
      code: 'bad-request'
    });
    const size = handlers()['buckets/size']({ bucket: name, prefix }, never);
    await expect(size[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'bad-request'
    });
    const names = ['x/'];
    await expect(
      Promise.resolve().then(() =>
        handlers()['buckets/recognition'](
          { bucket: name, prefix: `${prefix}\r/`, names },
          never
        )
      )
    ).rejects.toMatchObject({ code: 'bad-request' });
    expect(emulator.calls).toEqual([]);
  });

  it.each([
    ['leap-scratch', 'ann/', 'own'],
    ['leap-scratch', '', 'contains-own'],
    ['leap-scratch', 'anna/', 'other'],
    ['leap-persistent-ro', 'ann/', 'read-only'],
    ['other-bucket', 'ann/', 'read-only']
  ])('says whose %s %s is: %s', async (name, prefix, standing) => {
    const [page] = await list({ bucket: name, prefix });
    expect(page?.standing).toBe(standing);
  });

  it("takes every folder for another member's when the own one is not known", async () => {
    const [page] = await list({ bucket: 'leap-scratch', prefix: 'ann/' }, {});
    expect(page?.standing).toBe('other');
  });

  it.each([
    ['gs://leap-scratch', '', null],
    ['gs://leap-scratch/ann', 'ann/', null],
    ['gs://leap-scratch/ann/', 'ann/', null],
    ['gs://leap-scratch/ann/run.nc', 'ann/', 'run.nc'],
    ['gs://leap-scratch/an', '', 'an'],
    ['gs://leap-scratch/both', '', 'both'],
    ['gs://leap-scratch/both/', 'both/', null],
    ['gs://leap-scratch/trailing. ', '', 'trailing. '],
    ['gs://leap-scratch/   ', '', '   '],
    ['gs://leap-scratch ', '', null]
  ])('B07 B17 finds the place of “%s”', async (reference, prefix, object) => {
    for (const name of ['ann/run.nc', 'both', 'both/x', 'trailing. ', '   ']) {
      emulator.put('leap-scratch', name);
    }
    expect(await handlers()['buckets/place']({ reference }, never)).toEqual({
      bucket: 'leap-scratch',
      prefix,
      object
    });
  });

  it.each([
    ['ann;tab=objects?prefix=run&forceOnObjectsSortingFiltering=false', 'ann/'],
    ['ann/;tab=objects?project=p&prefix=run', 'ann/'],
    [';tab=objects?prefix=ann%2Frun', 'ann/'],
    ['?forceOnBucketsSortingFiltering=true&prefix=run#x', '']
  ])(
    'B20 finds what the console filters by in …/leap-scratch/%s',
    async (path, prefix) => {
      const slash = /^[;?]/.test(path) ? '' : '/';
      const reference = `https://console.cloud.google.com/storage/browser/leap-scratch${slash}${path}`;
      expect(await handlers()['buckets/place']({ reference }, never)).toEqual({
        bucket: 'leap-scratch',
        prefix,
        object: null,
        match: 'run'
      });
    }
  );

  it.each([
    ['https://storage.googleapis.com/leap-scratch?prefix=ann%2F', 'ann/'],
    [
      'https://storage.googleapis.com/storage/v1/b/leap-scratch/o?prefix=ann/&delimiter=/',
      'ann/'
    ],
    ['gs://leap-scratch/a?prefix=b/', 'a?prefix=b/'],
    [
      'https://console.cloud.google.com/storage/browser/leap-scratch/ann?prefix=',
      'ann/'
    ]
  ])('B20 opens the folder of “%s”', async (reference, prefix) => {
    expect(await handlers()['buckets/place']({ reference }, never)).toEqual({
      bucket: 'leap-scratch',
      prefix,
      object: null
    });
  });

  it('B15 refuses a name that a filter makes too long', async () => {
    const reference = `https://console.cloud.google.com/storage/browser/leap-scratch/a?prefix=${'x'.repeat(1025)}`;
    await expect(
      handlers()['buckets/place']({ reference }, never)
    ).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('recognises data sets from their keys', async () => {
    const put = (name: string) => emulator.put('leap-scratch', name, '{}');
    put('two.zarr/.zgroup');
    put('three/zarr.json');
    for (let at = 0; at < 150; at += 1) {
      put(`three/${String(at)}/0`);
    }
    put('table/year=2020/part-0.parquet');
    put('refs/.zmetadata');
    put('refs/sst/refs.0.parq');
    put('named.zarr/readme.md');
    const { kinds } = await handlers()['buckets/recognition'](
      {
        bucket: 'leap-scratch',
        prefix: '',
        names: [
          'two.zarr/',
          'three/',
          'table/',
          'refs/',
          'named.zarr/',
          'nothing/'
        ]
      },
      never
    );
    expect(kinds).toEqual([
      'zarr2',
      'zarr3',
      'parquet',
      'kerchunk',
      null,
      null
    ]);
  });

  it('keeps one folder that cannot be read from hiding the others', async () => {
    emulator.put('leap-scratch', 'a/.zgroup');
    emulator.put('leap-scratch', 'b/.zgroup');
    emulator.fault({ name: 'not-found', prefix: 'a/', times: Infinity });
    const { kinds } = await handlers()['buckets/recognition'](
      { bucket: 'leap-scratch', prefix: '', names: ['a/', 'b/'] },
      never
    );
    expect(kinds).toEqual([null, 'zarr2']);
  });

  it('measures a folder to the byte', async () => {
    emulator.put('leap-scratch', 'ann/a', 'abc');
    const sizes = [];
    const query = { bucket: 'leap-scratch', prefix: 'ann/' };
    for await (const size of handlers()['buckets/size'](query, never)) {
      sizes.push(size);
    }
    expect(sizes.at(-1)).toMatchObject({ phase: 'done', bytes: 3, objects: 1 });
  });
});
