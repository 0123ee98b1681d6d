import fs from 'node:fs';
import { Gate } from '../../../src/service/home/scan/node/gate';
import { listFiles, namesRead } from '../../../src/service/home/live-files';
import { TreeBase } from '../../support/home/scan/tree-base';
import { never } from '../../support/service/never';

describe('the files of one directory', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    for (let at = 0; at < 100; at += 1) {
      fs.writeFileSync(tree.at(String(at)), '');
    }
  });

  afterEach(() => {
    tree.remove();
  });

  it('are looked at within the calls a second that the operator allows', async () => {
    const startedMs = performance.now();

    const found = await listFiles(tree.home, 200, never, new Gate(100));

    expect(found).toMatchObject({ count: 100, isComplete: true });
    expect(performance.now() - startedMs).toBeGreaterThan(900);
  });

  it('are as many as can be looked at while somebody waits', async () => {
    expect(namesRead(null)).toBe(20_000);
    expect(namesRead(100)).toBe(2000);

    const found = await listFiles(tree.home, 200, never, new Gate(null), 60);

    expect(found).toMatchObject({ count: 60, isComplete: false });
  });

  it('are looked at no more once nobody waits', async () => {
    const stop = new AbortController();
    const listing = listFiles(tree.home, 200, stop.signal, new Gate(10));
    stop.abort();

    await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
  });
});
