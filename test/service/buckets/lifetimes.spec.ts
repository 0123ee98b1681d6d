import type { FolderSize, ListingPage } from '../../../src/contract';
import { createBucketsHandlers } from '../../../src/service/buckets/handlers';
import type { Config } from '../../../src/service/config';
import { startEmulator, type Emulator } from '../../support/gcs/emulator';
import { flat } from '../../support/gcs/layouts';
import { leapConfig } from '../../support/service/leap-config';
import { never } from '../../support/service/never';

const NOW = new Date('2026-11-25T12:00:00Z');
const at = (day: string) => ({ createdAt: new Date(`${day}T09:00:00Z`) });

describe('what a bucket deletes', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
  });

  afterEach(() => emulator.close());

  const handlers = (config: Partial<Config> = {}) =>
    createBucketsHandlers({
      config: leapConfig({
        storageEndpoint: emulator.url,
        buckets: [
          {
            name: 'leap-scratch',
            title: 'Scratch',
            access: 'own-folder',
            deleteAfterDays: 7,
            ownFolderVariable: null
          }
        ],
        ...config
      }),
      env: { JUPYTERHUB_USER: 'ann' },
      now: () => NOW
    });
  const first = async (): Promise<ListingPage | undefined> => {
    const query = { bucket: 'leap-scratch', prefix: 'ann/' };
    for await (const page of handlers()['buckets/listing'](query, never)) {
      return page;
    }
    return undefined;
  };

  const measure = async (config?: Partial<Config>): Promise<FolderSize[]> => {
    const sizes: FolderSize[] = [];
    const query = { bucket: 'leap-scratch', prefix: 'ann/' };
    for await (const size of handlers(config)['buckets/size'](query, never)) {
      sizes.push(size);
    }
    return sizes;
  };

  it('is what the bucket says, whatever the configuration does', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 3 });
    emulator.put('leap-scratch', 'ann/x', '', at('2026-11-24'));
    expect(await first()).toMatchObject({
      rule: { deleteAfterDays: 3, source: 'bucket' },
      objects: { deletedOn: ['2026-11-27'] }
    });
  });

  it('is "kept" where the bucket has no rule, whatever the configuration says', async () => {
    emulator.createBucket('leap-scratch');
    emulator.put('leap-scratch', 'ann/x');
    expect(await first()).toMatchObject({
      rule: { deleteAfterDays: null, source: 'bucket' },
      objects: { deletedOn: [null] }
    });
  });

  it.each(['forbidden', 'not-found', 'truncated-json'] as const)(
    'B70 is what the configuration says where the bucket answers %s',
    async name => {
      emulator.createBucket('leap-scratch', { lifecycleAgeDays: 3 });
      emulator.put('leap-scratch', 'ann/x', '', at('2026-11-24'));
      emulator.fault({ name, operation: 'buckets.get', times: Infinity });
      expect(await first()).toMatchObject({
        rule: { deleteAfterDays: 7, source: 'configuration' },
        objects: { deletedOn: ['2026-12-01'] }
      });
    }
  );

  it('is asked for once, beside the first page', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.latencyMs = 50;
    const routes = handlers();
    const query = { bucket: 'leap-scratch', prefix: '' };
    for (let time = 0; time < 3; time += 1) {
      await routes['buckets/listing'](query, never)
        [Symbol.asyncIterator]()
        .next();
    }
    const asked = emulator.calls.map(({ operation }) => operation);
    expect(asked.filter(name => name === 'buckets.get')).toHaveLength(1);
    expect(emulator.mostInFlight).toBe(2);
  });

  it('says of a data set when its first object goes', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.put('leap-scratch', 'ann/s.zarr/.zgroup', '', at('2026-11-24'));
    emulator.put('leap-scratch', 'ann/s.zarr/t/0', '', at('2026-11-20'));
    emulator.put('leap-scratch', 'ann/s.zarr/t/1', '', at('2026-11-22'));
    emulator.generate(
      'leap-scratch',
      flat({ count: 30_000, prefix: 'ann/z-large.zarr/' })
    );
    const { folders } = await handlers()['buckets/earliest'](
      {
        bucket: 'leap-scratch',
        prefix: 'ann/',
        names: ['s.zarr/', 'z-large.zarr/', 'gone/']
      },
      never
    );
    expect(folders[0]).toEqual({ deletedOn: '2026-11-27', complete: true });
    expect(folders[1]).toMatchObject({ complete: false });
    expect(folders[2]).toBeNull();
    expect(emulator.calls.length).toBeLessThan(30);
  });

  it('says what goes within 48 hours, of the own folder alone', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.put('leap-scratch', 'ann/old.zarr/0', 'xxxx', at('2026-11-19'));
    emulator.put('leap-scratch', 'ann/old.zarr/1', 'xxxx', at('2026-11-24'));
    emulator.put('leap-scratch', 'ann/notes', 'xx', at('2026-11-20'));
    emulator.put('leap-scratch', 'ann/new', 'x', at('2026-11-21'));
    emulator.put('leap-scratch', 'anna/old', 'xxxxxxxx', at('2026-11-19'));
    expect(await handlers()['buckets/expiring']({}, never)).toEqual({
      folders: [
        {
          bucket: 'leap-scratch',
          prefix: 'ann/',
          bytes: 6,
          objects: 2,
          complete: true,
          first: [
            { name: 'old.zarr/', deletedOn: '2026-11-26' },
            { name: 'notes', deletedOn: '2026-11-27' }
          ]
        }
      ]
    });
    // What is in the folder of somebody else is never looked at.
    const prefixes = emulator.calls.map(({ query }) => query['prefix']);
    expect(prefixes.every(one => one?.startsWith('ann/') ?? true)).toBe(true);
  });

  it('names the data sets that go, also where they lie in folders', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    const put = (name: string, day: string) =>
      emulator.put('leap-scratch', `ann/${name}`, 'xxxx', at(day));
    put('runs/deep/a.zarr/.zgroup', '2026-11-20');
    put('runs/deep/a.zarr/t/0', '2026-11-20');
    put('runs/b.zarr/.zgroup', '2026-11-19');
    put('runs/later.zarr/.zgroup', '2026-11-25');
    put('runs/notes', '2026-11-25');
    put('mixed/c.zarr/.zgroup', '2026-11-20');
    put('mixed/plot.png', '2026-11-20');
    const many = Array.from({ length: 6 }, (_, n) => `many/${String(n)}.zarr/`);
    for (const name of many) {
      put(`${name}.zgroup`, '2026-11-20');
    }
    const { folders } = await handlers()['buckets/expiring']({}, never);
    expect(folders[0]?.first).toEqual([
      { name: 'runs/b.zarr/', deletedOn: '2026-11-26' },
      { name: 'runs/deep/a.zarr/', deletedOn: '2026-11-27' },
      { name: 'many/', deletedOn: '2026-11-27' },
      { name: 'mixed/', deletedOn: '2026-11-27' }
    ]);
  });

  it('names a folder in which it cannot look', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.put('leap-scratch', 'ann/runs/b.zarr/0', '', at('2026-11-19'));
    emulator.fault({
      name: 'forbidden',
      operation: 'objects.list',
      prefix: 'ann/runs/',
      times: Infinity
    });
    const { folders } = await handlers()['buckets/expiring']({}, never);
    expect(folders[0]?.first).toEqual([
      { name: 'runs/', deletedOn: '2026-11-26' }
    ]);
  });

  it('says nothing of what it could not read', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.fault({
      name: 'forbidden',
      operation: 'objects.list',
      times: Infinity
    });
    await expect(
      handlers()['buckets/expiring']({}, never)
    ).rejects.toMatchObject({ name: 'LeapError' });
  });

  it('sizes come by storage class, with what goes within 48 hours', async () => {
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
    emulator.put('leap-scratch', 'ann/a', 'xx', {
      ...at('2026-11-19'),
      storageClass: 'NEARLINE'
    });
    emulator.put('leap-scratch', 'ann/b/c', 'xxx', at('2026-11-24'));
    expect((await measure()).at(-1)).toMatchObject({
      classes: [
        { storageClass: 'STANDARD', bytes: 3, objects: 1 },
        { storageClass: 'NEARLINE', bytes: 2, objects: 1 }
      ],
      goingSoon: { bytes: 2, objects: 1 },
      children: [
        { name: 'b/', deletedOn: '2026-12-01' },
        { name: 'a', deletedOn: '2026-11-26' }
      ]
    });
  });

  it('a size ends with "at least" when no more requests are allowed', async () => {
    emulator.createBucket('leap-scratch');
    emulator.generate('leap-scratch', flat({ count: 50_000, prefix: 'ann/' }));
    const before = emulator.calls.length;
    const last = (await measure({ measuringRequests: 12 })).at(-1);
    expect(last).toMatchObject({ phase: 'stopped', complete: false });
    expect(last?.objects).toBeGreaterThan(0);
    expect(last?.objects).toBeLessThan(50_000);
    const lists = emulator.calls
      .slice(before)
      .filter(({ operation }) => operation === 'objects.list');
    expect(lists.length).toBeLessThanOrEqual(12);
  });

  it('is asked for with the reader’s project once there is one, and never before', async () => {
    emulator.createBucket('leap-scratch', {
      lifecycleAgeDays: 3,
      requesterPays: true
    });
    emulator.put('leap-scratch', 'ann/s.zarr/0', '', at('2026-11-24'));
    const query = {
      bucket: 'leap-scratch',
      prefix: 'ann/',
      names: ['s.zarr/']
    };
    const { folders } = await handlers()['buckets/earliest'](query, never);
    expect(folders).toEqual([null]);
    expect(emulator.calls.every(call => call.userProject === undefined)).toBe(
      true
    );
    const paid = await handlers()['buckets/earliest'](
      { ...query, payer: 'my-project' },
      never
    );
    expect(paid.folders).toEqual([{ deletedOn: '2026-12-01', complete: true }]);
    expect(emulator.calls.at(-1)?.userProject).toBe('my-project');
  });
});
