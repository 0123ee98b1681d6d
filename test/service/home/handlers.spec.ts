import { once } from 'node:events';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import {
  HomeSummary,
  type HomeUsage,
  type LeapError
} from '../../../src/contract';
import { Scanner } from '../../../src/service/home/scan/scanner';
import {
  eachCountedHome,
  scanned,
  type CountedHome
} from '../../support/home/counted-home';
import { last } from '../../support/home/home-folder';
import { scanProcesses } from '../../support/home/scan/scan-processes';
import { du } from '../../support/home/scan/walked';
import { scanBundle } from '../../support/service/leap-bundle';
import { never } from '../../support/service/never';

jest.setTimeout(60_000);

describe('the routes of home', () => {
  let home: CountedHome;

  eachCountedHome(each => {
    home = each;
  });

  it('count the home in a process of its own, the biggest child first', async () => {
    const routes = home.handlers();

    const usage = await scanned(routes);

    expect(usage).toMatchObject({
      phase: 'done',
      usedBytes: du(home.tree.home),
      files: 4,
      directories: 3,
      complete: true,
      otherChildren: { entries: 0, usedBytes: 0 },
      limits: { limitBytes: 50_000_000_000 }
    });
    expect(usage.children.map(({ name }) => name)).toEqual([
      'large',
      'alone',
      'small'
    ]);
  });

  it('name the data that are large by the size that the hub sets', async () => {
    home.tree.file('runs/store.zarr/.zgroup', 2);
    home.tree.file('runs/store.zarr/0.0', 60_000);

    const named = async (largeDataBytes: number): Promise<string[]> => {
      const routes = home.handlers({ largeDataBytes });
      await scanned(routes);
      const { stores } = await routes['home/largest']({}, never);
      return stores.map(({ path }) => path);
    };

    expect(await named(50_000)).toEqual(['runs/store.zarr']);
    expect(await named(500_000)).toEqual([]);
  });

  it('know nothing before the first scan, and the last one after it and after a restart', async () => {
    const routes = home.handlers();
    expect(await routes['home/summary']({}, never)).toMatchObject({
      last: null,
      scanning: false
    });

    const usage = await scanned(routes);

    const summary = HomeSummary.parse(await routes['home/summary']({}, never));
    // Others write to the machine's disk meanwhile.
    const last = { ...usage, diskFreeBytes: expect.any(Number) as number };
    expect(summary.last).toEqual(last);
    expect(await home.handlers()['home/summary']({}, never)).toEqual({
      ...summary,
      last
    });
  });

  it('name no limit where the home is not kept', async () => {
    const routes = home.handlers({ homeKept: false });

    const summary = await routes['home/summary']({}, never);

    expect(summary).toMatchObject({ kept: false, writable: true });
    expect(summary.limits).toMatchObject({
      limitBytes: null,
      recommendedBytes: null
    });
    expect((await scanned(routes)).limits.limitBytes).toBeNull();
  });

  it('count at the lowest priority, and end the process at once when the caller goes', async () => {
    for (let at = 0; at < 50; at += 1) {
      home.tree.file(`many/${at}/file`, 1);
    }
    const stop = new AbortController();
    const routes = home.handlers({ scanOperationsPerSecond: 10 });
    const usage = routes['home/usage']({}, stop.signal)[Symbol.asyncIterator]();
    const { value } = (await usage.next()) as { value: HomeUsage };
    expect(value.phase).toBe('scanning');
    const [counting = NaN, ...others] = scanProcesses();
    expect(others).toEqual([]);
    expect(getPriority(counting)).toBe(constants.priority.PRIORITY_LOW);

    const next = usage.next();
    stop.abort();

    await expect(next).rejects.toMatchObject({
      code: 'cancelled'
    } satisfies Partial<LeapError>);
    expect((await routes['home/summary']({}, never)).scanning).toBe(false);
    while (scanProcesses().length > 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  });

  it('count anew for all who follow when something was deleted meanwhile', async () => {
    const scanner = new Scanner(scanBundle(), 0);
    let tell = (): void => undefined;
    const isCounting = new Promise<void>(resolve => (tell = resolve));
    let counts = 0;
    const routes = home.handlers(
      { allowDeletion: true },
      {
        scan: async function* (order, signal) {
          counts += 1;
          if (counts === 1) {
            // It has counted what is deleted next, and goes on for long.
            tell();
            await once(signal, 'abort');
          }
          yield* scanner.scan(order, signal);
        }
      }
    );
    const counting = scanned(routes);
    await isCounting;

    const { targets } = await last(
      routes['home/review']({ paths: ['alone'] }, never)
    );
    await last(routes['home/deletion']({ targets }, never));

    expect(await counting).toMatchObject({
      phase: 'done',
      files: 3,
      usedBytes: du(home.tree.home)
    });
    expect(counts).toBe(2);
  });

  it('B43 say so when the home is not there', async () => {
    const routes = home.handlers({
      homeDirectory: join(home.tree.path, 'gone')
    });

    await expect(scanned(routes)).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no such directory.'
    });
  });
});
