import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { walk } from '../../../../support/home/scan/walked';
import {
  ALL,
  carriedOut,
  count,
  EXTENT,
  part
} from '../../../../support/home/scan/one-order';

// A busy machine takes its time, and a walk that is left goes on in a directory of its own: what comes after it is lost too.
jest.setTimeout(60_000);

/** Swaps a directory and a symbolic link to another one, as fast as it can. */
const SWAPS = `
const fs = require('node:fs');
process.chdir(process.argv[1]);
for (;;) {
  fs.renameSync('home/swapped', 'kept');
  fs.symlinkSync('../outside', 'home/swapped');
  fs.unlinkSync('home/swapped');
  fs.renameSync('kept', 'home/swapped');
}`;

describe('what is compiled', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it.each([
    ['a symbolic link', (path: string) => fs.symlinkSync('.', path)],
    ['a file', (path: string) => fs.writeFileSync(path, '')],
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
    ['another directory', (path: string) => fs.mkdirSync(path)],
    ['nothing', () => undefined]
  ])(
    'B26 B29 counts nothing where %s stands in place of a directory',
    async (_, put) => {
      tree.file('found/file', 5000);
      const found = fs.lstatSync(tree.at('found'));
      fs.renameSync(tree.at('found'), tree.at('moved'));
      put(tree.at('found'));

      const { counted } = await count(tree.at('found'), found);

      expect(counted).toMatchObject({
        reason: 'ENOENT',
        held: null,
        content: { files: 0, usedBytes: 0 },
        entries: []
      });
    }
  );

  it('B25 tells what vanished between listing and looking', async () => {
    for (const name of ['one', 'two', 'three']) {
      tree.file(`some/${name}`, 10);
    }
    const first = await count(tree.at('some'), undefined, {
      ...EXTENT,
      mostEntries: 0
    });
    const { held } = first.counted;
    const all = part(first.counted);
    fs.rmSync(tree.at('some/two'));

    first.space.order.goOn(held ?? -1, all, ALL, EXTENT);
    const [counted] = await carriedOut(first.space);
    fs.closeSync(held ?? -1);

    expect(counted).toMatchObject({
      isListed: true,
      content: { files: 2 },
      entries: [{ name: 'two', reason: 'ENOENT' }]
    });
  });

  it('B26 goes on in the directory that it holds, whatever stands at its path', async () => {
    tree.file('some/file', 10);
    fs.mkdirSync(`${tree.path}/outside`);
    fs.writeFileSync(`${tree.path}/outside/file`, Buffer.alloc(1_000_000));
    const { counted, space } = await count(tree.at('some'), undefined, {
      ...EXTENT,
      mostEntries: 0
    });
    const all = part(counted);
    fs.renameSync(tree.at('some'), tree.at('moved'));
    fs.symlinkSync('../outside', tree.at('some'));

    space.order.goOn(counted.held ?? -1, all, ALL, EXTENT);
    const [more] = await carriedOut(space);
    fs.closeSync(counted.held ?? -1);

    expect(more?.content).toMatchObject({ files: 1, apparentBytes: 10 });
  });

  it('B27 never counts what is behind a link that somebody swaps in', async () => {
    tree.file('swapped/a/file', 5000);
    fs.mkdirSync(`${tree.path}/outside/a`, { recursive: true });
    fs.writeFileSync(`${tree.path}/outside/a/file`, Buffer.alloc(1_000_000));
    const swapper = spawn(process.execPath, ['-e', SWAPS, tree.path], {
      stdio: 'ignore'
    });
    try {
      while (fs.existsSync(tree.at('swapped'))) {
        await new Promise(resolve => setImmediate(resolve));
      }
      for (let time = 0; time < 500; time += 1) {
        const { report } = await walk(tree.home, 'natively');

        expect(report.usedBytes).toBeLessThan(100_000);
      }
    } finally {
      swapper.kill('SIGKILL');
      await once(swapper, 'close');
    }
  }, 60_000);
});
