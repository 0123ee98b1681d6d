import fs from 'node:fs';
import { join } from 'node:path';
import { HomeScan } from '../../../../src/service/home/scan/home-scan';
import type {
  IScanOrder,
  ScanFinding
} from '../../../../src/service/home/scan/scan-messages';
import { ticked } from '../../../support/home/scan/changed-tree';
import { loadNative } from '../../../../src/service/home/scan/native/native';
import { SERVICE } from '../../../support/service/leap-bundle';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { du } from '../../../support/home/scan/walked';

const NATIVE = loadNative(SERVICE);

const HOUR_MS = 3_600_000;

type Told = Extract<ScanFinding, { report: unknown }>;

jest.setTimeout(60_000);

describe('a scan of a home', () => {
  let tree: TreeBase;

  beforeEach(async () => {
    tree = TreeBase.make();
    tree.file('old/file', 5000);
    tree.file('old/inner/file', 5000);
    for (let at = 0; at < 40; at += 1) {
      tree.file(`old/inner/directory-${at}/file`, 100);
      fs.utimesSync(tree.at(`old/inner/directory-${at}/file`), 1, 1);
      fs.utimesSync(tree.at(`old/inner/directory-${at}`), 1, 1);
    }
    tree.file('cold/inner/file', 100);
    fs.utimesSync(tree.at('cold/inner/file'), 1, 1);
    fs.utimesSync(tree.at('cold/inner'), 1, 1);
    fs.utimesSync(tree.at('cold'), 1, 1);
    await scan(1);
    ticked(tree.home);
  });

  afterEach(() => {
    tree.remove();
  });

  /** All numbers that a scan tells when the clock has gone on by some hours since the tree was made. */
  const scan = async (
    hours: number,
    haste: IScanOrder['haste'] = 'gently',
    order: Partial<IScanOrder> = {},
    native = NATIVE
  ): Promise<Told[]> => {
    const told: Told[] = [];
    await new HomeScan(
      {
        homeDirectory: tree.home,
        concurrency: null,
        operationsPerSecond: null,
        cacheDirectory: join(tree.path, 'cache'),
        haste,
        ...order
      },
      native,
      finding => {
        if ('report' in finding && finding.phase !== 'scanning') {
          told.push(finding);
        }
        return Promise.resolve();
      },
      () => Date.now() + hours * HOUR_MS
    ).run();
    return told;
  };

  const growUnseen = (): void => {
    fs.appendFileSync(
      tree.at('old/inner/directory-7/file'),
      Buffer.alloc(100_000, 1)
    );
  };

  it('tells what it assumed, and when that was read, until it is an hour old', async () => {
    const before = du(tree.home);
    growUnseen();
    tree.file('new/file', 9000);

    const told = await scan(1.5);

    expect(told.map(({ kind, phase }) => [kind, phase])).toEqual([
      ['report', 'checking'],
      ['result', 'done']
    ]);
    const [, { report } = {}] = told;
    expect(report?.usedBytes).toBeGreaterThan(before);
    expect(report?.usedBytes).toBeLessThan(du(tree.home));
    const since = Date.parse(report?.assumed?.since ?? '');
    expect(Date.now() + HOUR_MS - since).toBeLessThan(60_000);
    expect(report?.assumed?.directories).toBeGreaterThan(20);
  });

  it.each([
    ['natively', NATIVE],
    ['by calls of Node', null]
  ] as const)(
    'tells what is hot with all else as it was before, %s',
    async (_, native) => {
      const before = du(tree.home);
      tree.file('cold/inner/new', 9000);

      const told = await scan(1.5, 'gently', {}, native);

      expect(told.map(({ report }) => report.usedBytes)).toEqual([
        before,
        du(tree.home)
      ]);
    }
  );

  it.each([
    ['somebody asked', 1.5, 'asked'],
    ['what it assumed is old', 3, 'gently']
  ] as const)(
    'reads everything behind that when %s',
    async (_, hours, haste) => {
      growUnseen();

      const told = await scan(hours, haste);

      expect(told.map(({ phase }) => phase)).toEqual([
        'checking',
        'checking',
        'done'
      ]);
      const [, second, last] = told;
      expect(second?.report.usedBytes).toBeLessThan(du(tree.home));
      expect(last?.report).toMatchObject({
        usedBytes: du(tree.home),
        assumed: null
      });
    }
  );

  it('goes on from the last result, of whatever kind it was', async () => {
    tree.file('new/file', 9000);
    await scan(1.2);
    tree.file('newer/file', 9000);

    const told = await scan(1.4);

    expect(told.at(-1)?.report.usedBytes).toBe(du(tree.home));
    const since = Date.parse(told.at(-1)?.report.assumed?.since ?? '');
    expect(Date.now() + HOUR_MS - since).toBeLessThan(60_000);
  });

  it('assumes nothing where times mean nothing or the clock was set back', async () => {
    growUnseen();

    for (const told of [
      await scan(0.5),
      await scan(1.5, 'gently', { keepsTimes: false })
    ]) {
      expect(told.at(-1)?.report).toMatchObject({
        usedBytes: du(tree.home),
        assumed: null
      });
    }
  });
});
