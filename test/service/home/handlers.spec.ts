import { once } from 'node:events';
import fs from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import {
  HomeDirectory,
  HomeSummary,
  HomeUsage,
  type HomeUsageQuery,
  type LeapError
} from '../../../src/contract';
import type { Config } from '../../../src/service/config';
import { createHomeHandlers } from '../../../src/service/home/handlers';
import { Scanner } from '../../../src/service/home/scan/scanner';
import { scanBundle } from '../../support/service/leap-bundle';
import { leapConfig } from '../../support/service/leap-config';
import { last } from '../../support/home/home-folder';
import { scanProcesses } from '../../support/home/scan/scan-processes';
import { TreeBase } from '../../support/home/scan/tree-base';
import { du } from '../../support/home/scan/walked';
import { never } from '../../support/service/never';

jest.setTimeout(60_000);

describe('the routes of home', () => {
  let tree: TreeBase;

  beforeAll(() => {
    scanBundle();
  });

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('small/file', 1000);
    tree.file('large/inner/file', 200_000);
    tree.file('large/beside', 50_000);
    tree.file('alone', 70_000);
  });

  afterEach(() => {
    tree.remove();
  });

  const handlers = (
    config: Partial<Config> = {},
    // None stays when its count is over, so that each test has its own.
    scanner: Pick<Scanner, 'scan'> = new Scanner(scanBundle(), 0)
  ): ReturnType<typeof createHomeHandlers> =>
    createHomeHandlers(
      {
        config: leapConfig({
          homeDirectory: tree.home,
          cacheDirectory: join(tree.path, 'cache'),
          ...config
        }),
        env: {},
        now: () => new Date()
      },
      scanner
    );

  const scan = async (
    home: ReturnType<typeof createHomeHandlers>,
    signal = never,
    query: HomeUsageQuery = {}
  ): Promise<HomeUsage> => {
    let last: HomeUsage | undefined;
    for await (const usage of home['home/usage'](query, signal)) {
      last = HomeUsage.parse(usage);
    }
    if (last === undefined) {
      throw new Error('The scan told nothing.');
    }
    return last;
  };

  it('count the home in a process of its own, the biggest child first', async () => {
    const home = handlers();

    const usage = await scan(home);

    expect(usage).toMatchObject({
      phase: 'done',
      usedBytes: du(tree.home),
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
    tree.file('runs/store.zarr/.zgroup', 2);
    tree.file('runs/store.zarr/0.0', 60_000);

    const named = async (largeDataBytes: number): Promise<string[]> => {
      const home = handlers({ largeDataBytes });
      await scan(home);
      const { stores } = await home['home/largest']({}, never);
      return stores.map(({ path }) => path);
    };

    expect(await named(50_000)).toEqual(['runs/store.zarr']);
    expect(await named(500_000)).toEqual([]);
  });

  it('know nothing before the first scan, and the last one after it and after a restart', async () => {
    const home = handlers();
    expect(await home['home/summary']({}, never)).toMatchObject({
      last: null,
      scanning: false
    });

    const usage = await scan(home);

    const summary = HomeSummary.parse(await home['home/summary']({}, never));
    // Others write to the machine's disk meanwhile.
    const last = { ...usage, diskFreeBytes: expect.any(Number) as number };
    expect(summary.last).toEqual(last);
    expect(await handlers()['home/summary']({}, never)).toEqual({
      ...summary,
      last
    });
  });

  it('keep the history where the hub says, else in the home, where it outlives the server', async () => {
    const inHome = join(tree.home, '.local/share/jupyterlab-leap');
    await scan(handlers());
    expect(fs.existsSync(inHome)).toBe(false);

    await scan(handlers({ cacheDirectory: null }));

    const [name = ''] = fs.readdirSync(inHome);
    expect(name).toMatch(/^home-history-/);
    expect(fs.statSync(join(inHome, name)).mode & 0o777).toBe(0o600);
    await scan(handlers({ cacheDirectory: null }));
    const home = handlers({ cacheDirectory: null });
    const { points } = await home['home/history']({}, never);
    expect(points.length).toBeGreaterThanOrEqual(2);
  });

  it('keep nothing in the home where the operator or the user does not want it', async () => {
    const inHome = join(tree.home, '.local/share/jupyterlab-leap');
    await scan(handlers({ cacheDirectory: null, homeHistory: false }));
    await scan(handlers({ cacheDirectory: null, homeKept: false }));
    expect(fs.existsSync(inHome)).toBe(false);
    const home = handlers({ cacheDirectory: null });
    await scan(home);
    expect(fs.readdirSync(inHome)).toHaveLength(1);

    await scan(home, never, { keepHistory: false });

    expect(fs.readdirSync(inHome)).toEqual([]);
    await scan(home);
    expect(fs.readdirSync(inHome)).toEqual([]);
    await scan(home, never, { keepHistory: true });
    expect(fs.readdirSync(inHome)).toHaveLength(1);
  });

  it('name no limit where the home is not kept', async () => {
    const home = handlers({ homeKept: false });

    const summary = await home['home/summary']({}, never);

    expect(summary).toMatchObject({ kept: false, writable: true });
    expect(summary.limits).toMatchObject({
      limitBytes: null,
      recommendedBytes: null
    });
    expect((await scan(home)).limits.limitBytes).toBeNull();
  });

  it('describe any directory of the last scan, its files as they are now', async () => {
    const home = handlers();
    await scan(home);
    tree.file('large/new', 1000);

    const large = HomeDirectory.parse(
      await home['home/directory']({ path: 'large' }, never)
    );

    expect(large.children.map(({ name, kind }) => [name, kind])).toEqual([
      ['inner', 'directory'],
      ['beside', 'file'],
      ['new', 'file']
    ]);
    expect(large.children[0]?.usedBytes).toBe(du(tree.at('large/inner')));
  });

  it('B14 describe a directory whose name is not UTF-8', async () => {
    fs.mkdirSync(
      Buffer.concat([Buffer.from(`${tree.home}/`), Buffer.from([0xff])])
    );
    tree.file(Buffer.concat([Buffer.from([0xff]), Buffer.from('/below')]));
    const home = handlers();
    await scan(home);

    const { children } = await home['home/directory'](
      { path: '\uDCFF' },
      never
    );

    expect(children.map(({ name }) => name)).toEqual(['below']);
  });

  it.each(['..', 'large/..', '/etc', 'large//inner', 'nowhere', '.'])(
    'B01 B03 know no directory %s',
    async path => {
      const home = handlers();
      await scan(home);

      await expect(
        home['home/directory']({ path }, never)
      ).rejects.toMatchObject({ code: 'not-found' });
    }
  );

  it('B26 list nothing behind a symbolic link put in place of a directory', async () => {
    const home = handlers();
    await scan(home);
    fs.renameSync(tree.at('large'), join(tree.path, 'moved'));
    fs.symlinkSync('/etc', tree.at('large'));

    await expect(
      home['home/directory']({ path: 'large' }, never)
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      home['home/directory']({ path: 'large/inner' }, never)
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('B31 count a file with several names in one directory only, also when that is listed', async () => {
    fs.linkSync(tree.at('large/beside'), tree.at('small/again'));
    const home = handlers();
    await scan(home);

    const { children, usedBytes } = await home['home/directory'](
      { path: 'small' },
      never
    );

    expect(children.find(({ name }) => name === 'again')?.usedBytes).toBe(0);
    expect(usedBytes).toBe(4096 + 4096);
  });

  it('count at the lowest priority, and end the process at once when the caller goes', async () => {
    for (let at = 0; at < 50; at += 1) {
      tree.file(`many/${at}/file`, 1);
    }
    const stop = new AbortController();
    const home = handlers({ scanOperationsPerSecond: 10 });
    const usage = home['home/usage']({}, stop.signal)[Symbol.asyncIterator]();
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
    expect((await home['home/summary']({}, never)).scanning).toBe(false);
    while (scanProcesses().length > 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  });

  it('count anew for all who follow when something was deleted meanwhile', async () => {
    const scanner = new Scanner(scanBundle(), 0);
    let tell = (): void => undefined;
    const isCounting = new Promise<void>(resolve => (tell = resolve));
    let counts = 0;
    const home = handlers(
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
    const counting = scan(home);
    await isCounting;

    const { targets } = await last(
      home['home/review']({ paths: ['alone'] }, never)
    );
    await last(home['home/deletion']({ targets }, never));

    expect(await counting).toMatchObject({
      phase: 'done',
      files: 3,
      usedBytes: du(tree.home)
    });
    expect(counts).toBe(2);
  });

  it('B43 say so when the home is not there', async () => {
    const home = handlers({ homeDirectory: join(tree.path, 'gone') });

    await expect(scan(home)).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no such directory.'
    });
  });
});
