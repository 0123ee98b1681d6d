import type { FolderSize } from '../../../../src/contract';
import { measureFolder } from '../../../../src/service/buckets/size/size';
import { emulatedStore } from '../../../support/buckets/emulated-store';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import type { FaultName } from '../../../support/gcs/faults';
import {
  deep,
  flat,
  longStems,
  nonAscii,
  skewed,
  totalBytes,
  zarrChunks,
  type ILayout
} from '../../../support/gcs/layouts';
import { never } from '../../../support/service/never';

// Many runs, on machines that have other things to do.
jest.setTimeout(120_000);

const bucket = 'leap-data';

describe('measureFolder', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket(bucket);
  });

  afterEach(() => emulator.close());

  const measure = async (
    prefix = '',
    { concurrency = 16, signal = never } = {}
  ): Promise<FolderSize[]> => {
    const store = emulatedStore(emulator, { concurrency, silenceMs: 15_000 });
    const reports: FolderSize[] = [];
    const measurement = { concurrency, signal };
    for await (const report of measureFolder(
      store,
      { bucket, prefix },
      measurement
    )) {
      reports.push(report);
    }
    return reports;
  };

  const count = 60_000;
  it.each<[string, ILayout]>([
    ['one flat folder', flat({ count, prefix: 'p/' })],
    ['a deep tree', deep({ count, prefix: 'p/', depth: 4 })],
    ['long common stems', longStems({ count, prefix: 'p/' })],
    ['folders of very different size', skewed({ count, prefix: 'p/' })],
    ['names beyond ASCII', nonAscii({ count, prefix: 'p/' })],
    ['chunks numbered without zeros', zarrChunks({ count, prefix: 'p/' })]
  ])('counts %s exactly, with few calls too many', async (_, layout) => {
    emulator.generate(bucket, layout);
    emulator.put(bucket, 'o', 'before');
    emulator.put(bucket, 'p0', 'behind');
    const last = (await measure('p/')).at(-1);
    expect(last).toMatchObject({
      phase: 'done',
      complete: true,
      objects: count,
      bytes: totalBytes(layout)
    });
    const sum = (last?.children ?? []).reduce((all, one) => all + one.bytes, 0);
    expect(sum).toBeLessThanOrEqual(totalBytes(layout));
    // 60 pages are few: the first calls in vain are free.
    expect(last?.calls).toBeLessThan(60 * 1.25);
  });

  it('asks many ranges at once, never more than allowed', async () => {
    emulator.generate(bucket, flat({ count: 100_000 }));
    emulator.latencyMs = 40;
    await measure('', { concurrency: 6 });
    expect(emulator.mostInFlight).toBe(6);
  });

  it('names the children biggest first, folders with what is in them', async () => {
    emulator.put(bucket, 'a/1', 'xx');
    emulator.put(bucket, 'a/b/2', 'xx');
    emulator.put(bucket, 'big.nc', 'xxxxxxxx');
    emulator.put(bucket, '__proto__/3', 'xxx');
    const [last] = await measure();
    expect(last?.children).toEqual([
      { name: 'big.nc', bytes: 8, objects: 1, deletedOn: null },
      { name: 'a/', bytes: 4, objects: 2, deletedOn: null },
      { name: '__proto__/', bytes: 3, objects: 1, deletedOn: null }
    ]);
  });

  it('knows the oldest and the newest object', async () => {
    const at = (day: string) => ({ createdAt: new Date(`2026-11-${day}`) });
    emulator.put(bucket, 'a', '', at('03'));
    emulator.put(bucket, 'b', '', at('01'));
    emulator.put(bucket, 'c', '', at('02'));
    expect((await measure()).at(-1)).toMatchObject({
      oldestAt: '2026-11-01T00:00:00.000Z',
      newestAt: '2026-11-03T00:00:00.000Z'
    });
  });

  it('is zero for an empty folder, and complete', async () => {
    expect(await measure('nothing/')).toMatchObject([
      { objects: 0, bytes: 0, complete: true, oldestAt: null, children: [] }
    ]);
  });

  it.each<FaultName>([
    'too-many-requests',
    'rate-limit-exceeded',
    'unavailable',
    'reset-in-body',
    'truncated-json',
    'short-page',
    'empty-page'
  ])('B72 is exact although every fifth answer is a %s', async name => {
    emulator.generate(bucket, flat({ count: 30_000 }));
    for (let nth = 2; nth < 60; nth += 5) {
      emulator.fault({ name, nth, entries: 10 });
    }
    expect((await measure()).at(-1)?.objects).toBe(30_000);
  });

  it('says "at least" and then what is wrong when a part cannot be read', async () => {
    emulator.generate(bucket, flat({ count: 30_000 }));
    emulator.fault({ name: 'not-found', nth: 12, times: Infinity });
    const store = emulatedStore(emulator);
    const reports = measureFolder(
      store,
      { bucket, prefix: '' },
      { concurrency: 2, signal: never }
    );
    const seen: FolderSize[] = [];
    const readAll = async (): Promise<void> => {
      for await (const report of reports) {
        seen.push(report);
      }
    };
    await expect(readAll()).rejects.toMatchObject({ code: 'not-found' });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(({ complete }) => !complete)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ phase: 'listing' });
  });

  it('stops at once when cancelled', async () => {
    emulator.generate(bucket, flat({ count: 500_000 }));
    emulator.latencyMs = 20;
    const controller = new AbortController();
    const store = emulatedStore(emulator, { concurrency: 4 });
    const reports = measureFolder(
      store,
      { bucket, prefix: '' },
      { concurrency: 4, signal: controller.signal }
    );
    expect((await reports.next()).value).toMatchObject({ complete: false });
    controller.abort();
    await expect(reports.next()).rejects.toMatchObject({ name: 'AbortError' });
    expect(emulator.calls.length).toBeLessThan(200);
  });
});
