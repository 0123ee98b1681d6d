import fs from 'node:fs';
import { join } from 'node:path';
import { Scanner } from '../../../../src/service/home/scan/scanner';
import { ticked } from '../../../support/home/scan/changed-tree';
import { scanBundle } from '../../../support/service/leap-bundle';
import { nicenessOf } from '../../../support/home/scan/niceness';
import { scanProcesses } from '../../../support/home/scan/scan-processes';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { du } from '../../../support/home/scan/walked';
import { never } from '../../../support/service/never';

jest.setTimeout(60_000);

/** Until nothing is left of what a test started. */
async function allEnded(): Promise<void> {
  while (scanProcesses().length > 0) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

describe('the process that counts a home', () => {
  let tree: TreeBase;
  let scanner: Scanner;

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('old/file', 5000);
    tree.file('old/inner/file', 5000);
    ticked(tree.home);
    scanner = new Scanner(scanBundle(), 60_000);
  });

  afterEach(async () => {
    scanner.dispose();
    await allEnded();
    tree.remove();
  });

  /** What a count says in the end, and how it came to that. */
  const count = async (
    signal = never,
    operationsPerSecond: number | null = null
  ): Promise<{ usedBytes: number; phases: string[] }> => {
    const phases: string[] = [];
    let usedBytes = NaN;
    const findings = scanner.scan(
      {
        homeDirectory: tree.home,
        cacheDirectory: join(tree.path, 'cache'),
        concurrency: null,
        operationsPerSecond,
        haste: 'asked'
      },
      signal
    );
    for await (const finding of findings) {
      if ('report' in finding && finding.phase !== 'scanning') {
        phases.push(finding.phase);
        ({ usedBytes } = finding.report);
      }
    }
    return { usedBytes, phases };
  };

  it('waits for the next count with what it knows', async () => {
    await count();
    const [first] = scanProcesses();
    tree.file('new/file', 9000);
    fs.rmSync(tree.at('old/inner'), { recursive: true });

    const again = await count();

    expect(scanProcesses()).toEqual([first]);
    expect(again.usedBytes).toBe(du(tree.home));
  });

  it('leaves processors to everything else, with each of its threads', async () => {
    await count();

    const [process] = scanProcesses();
    expect(nicenessOf(process ?? NaN).length).toBeGreaterThan(4);
    expect(new Set(nicenessOf(process ?? NaN))).toEqual(new Set([19]));
  });

  it('believes nothing of what it knew about another directory', async () => {
    await count();
    fs.renameSync(tree.home, join(tree.path, 'before'));
    tree.file('other/file', 9000);

    const again = await count();

    expect(again).toEqual({ usedBytes: du(tree.home), phases: ['done'] });
  });

  it('ends when nobody counts again', async () => {
    scanner = new Scanner(scanBundle(), 1);

    await count();

    await allEnded();
    expect((await count()).usedBytes).toBe(du(tree.home));
  });

  it('is replaced when it ended while it waited', async () => {
    await count();
    const [waiting = NaN] = scanProcesses();
    process.kill(waiting, 'SIGKILL');
    await allEnded();

    expect((await count()).usedBytes).toBe(du(tree.home));
  });

  it('ends at once with a count that is stopped, also one that it was kept for', async () => {
    await count();
    const stop = new AbortController();

    const stopped = count(stop.signal, 1);
    stop.abort();

    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    await allEnded();
  });

  it('does not stay when a count failed', async () => {
    await count();
    fs.renameSync(tree.home, join(tree.path, 'before'));

    await expect(count()).rejects.toMatchObject({ code: 'not-found' });
    await allEnded();
  });
});
