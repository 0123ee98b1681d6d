import { Cache } from '../../../src/service/cache';
import {
  collect,
  type IFinishedScan
} from '../../../src/service/home/finished-scan';
import { KeptScan } from '../../../src/service/home/kept-scan';
import {
  findDirectory,
  type ISnapshot,
  type SnapshotColumn
} from '../../../src/service/home/scan/snapshot';
import type { ScanFinding } from '../../../src/service/home/scan/scan-messages';
import fs from 'node:fs';
import { join } from 'node:path';
import { TreeBase } from '../../support/home/scan/tree-base';
import { walk } from '../../support/home/scan/walked';

describe('the kept scan', () => {
  let tree: TreeBase;
  let scan: IFinishedScan;

  beforeEach(async () => {
    tree = TreeBase.make();
    tree.file('a/b/file');
    const { report, snapshot } = await walk(tree.home);
    const large = { files: [], stores: [], oldest: [] };
    await collect(
      findings([
        { kind: 'result', report, phase: 'done' },
        ...Object.entries(snapshot).map(([name, data]) => ({
          kind: 'column' as const,
          name: name as SnapshotColumn,
          data: data as ISnapshot[SnapshotColumn]
        })),
        { kind: 'large', large },
        { kind: 'settled' }
      ]),
      () => new Date('2026-11-23T12:00:00Z'),
      {
        onUsage: () => undefined,
        onFinished: finished => {
          scan = finished;
        }
      }
    );
  });

  afterEach(() => {
    tree.remove();
  });

  const keeper = (): KeptScan =>
    new KeptScan(new Cache(join(tree.path, 'cache')), tree.home);
  const file = (): string => join(tree.path, 'cache', 'home-scan.json');

  it('is there after a restart with every directory and its age', async () => {
    await keeper().write(scan);

    const read = await keeper().read();

    expect(read?.usage).toEqual(scan.usage);
    expect(read?.snapshot).toEqual(scan.snapshot);
    expect(read?.snapshot && findDirectory(read.snapshot, 'a/b')).toBe(2);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is ignored when it is of another home', async () => {
    await keeper().write(scan);

    const other = new KeptScan(
      new Cache(join(tree.path, 'cache')),
      '/home/other'
    );

    expect(await other.read()).toBeNull();
  });

  it('B65 is ignored when truncated or with any byte flipped, and never a wrong total', async () => {
    await keeper().write(scan);
    const whole = fs.readFileSync(file());
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      fs.writeFileSync(file(), at % 2 ? flipped : whole.subarray(0, at));

      expect(await keeper().read()).toBeNull();
    }
  }, 60_000);

  it('B65 is ignored when it is of another version or its columns do not fit', async () => {
    const cache = new Cache(join(tree.path, 'cache'));
    await keeper().write(scan);
    const text = (await cache.read('home-scan.json')) ?? '';

    await cache.write(
      'home-scan.json',
      text.replace(/"version":\d+/, '"version":999')
    );
    expect(await keeper().read()).toBeNull();

    await cache.write(
      'home-scan.json',
      text.replace(/"parent":"[^"]*"/, '"parent":"////"')
    );
    expect(await keeper().read()).toEqual({ ...scan, snapshot: null });
  });

  it('B65 costs nothing but its use when it cannot be written', async () => {
    const below = new Cache(tree.at('a/b/file/cache'));
    const nowhere = new KeptScan(below, tree.home);

    await nowhere.write(scan);

    expect(await nowhere.read()).toBeNull();
  });
});

async function* findings(
  all: readonly ScanFinding[]
): AsyncGenerator<ScanFinding, void> {
  yield* all;
}
