import fs from 'node:fs';
import {
  intercepted,
  type IInterception
} from '../../../support/home/scan/intercepted';
import type { TreeBase } from '../../../support/home/scan/tree-base';
import { du, NODE_WAYS, walk } from '../../../support/home/scan/walked';
import { systemFailure } from '../../../support/service/system-failure';
import { eachTree } from '../../../support/home/scan/each-tree';

describe.each(NODE_WAYS)('what happens between calls, %s', way => {
  let tree: TreeBase;

  eachTree(made => {
    tree = made;
  });

  it('B25 counts and names what vanishes between listing and looking', async () => {
    tree.file('kept/gone');
    const vanishing: IInterception = {
      before: path => {
        if (path.endsWith('gone')) {
          fs.rmSync(tree.at('kept/gone'), { force: true });
        }
        return undefined;
      }
    };

    const { report } = await walk(tree.home, way, {
      calls: {
        lstatSync: intercepted(fs.lstatSync, vanishing),
        lstat: intercepted(fs.lstat, vanishing)
      }
    });

    expect(report).toMatchObject({
      usedBytes: du(tree.home),
      complete: false,
      unreadable: [{ path: 'kept/gone', reason: 'ENOENT' }],
      unreadableCount: 1
    });
  });

  it('B26 never looks behind a symbolic link put in place of a directory', async () => {
    tree.directory('swapped');
    fs.mkdirSync(`${tree.path}/outside`);
    fs.writeFileSync(`${tree.path}/outside/large`, Buffer.alloc(1_000_000, 1));
    const swapping: IInterception = {
      after: path => {
        const isSwapped = fs.existsSync(`${tree.path}/old`);
        if (path.endsWith('swapped') && !isSwapped) {
          fs.renameSync(tree.at('swapped'), `${tree.path}/old`);
          fs.symlinkSync('../outside', tree.at('swapped'));
        }
      }
    };

    const { report } = await walk(tree.home, way, {
      calls: {
        lstatSync: intercepted(fs.lstatSync, swapping),
        lstat: intercepted(fs.lstat, swapping)
      }
    });

    expect(report.usedBytes).toBeLessThan(100_000);
    expect(report).toMatchObject({
      complete: false,
      unreadableCount: 1,
      unreadable: [{ path: 'swapped' }]
    });
  });

  it('B26 counts nothing that stands behind a symbolic link put in place of a directory half looked at', async () => {
    tree.file('swapped/one', 1000);
    tree.file('swapped/two', 1000);
    fs.mkdirSync(`${tree.path}/outside`);
    fs.writeFileSync(`${tree.path}/outside/one`, Buffer.alloc(900_000, 1));
    fs.writeFileSync(`${tree.path}/outside/two`, Buffer.alloc(900_000, 1));
    const swapping: IInterception = {
      before: path => {
        const isSwapped = fs.existsSync(`${tree.path}/old`);
        if (path.endsWith('/one') && !isSwapped) {
          fs.renameSync(tree.at('swapped'), `${tree.path}/old`);
          fs.symlinkSync('../outside', tree.at('swapped'));
        }
        return undefined;
      }
    };

    const { report } = await walk(tree.home, way, {
      calls: {
        lstatSync: intercepted(fs.lstatSync, swapping),
        lstat: intercepted(fs.lstat, swapping)
      }
    });

    expect(fs.existsSync(`${tree.path}/old`)).toBe(true);
    expect(report.usedBytes).toBeLessThan(100_000);
  });

  it.each(['EIO', 'ESTALE', 'ETIMEDOUT'])(
    'B37 goes on when the file server answers %s, and says what is missing',
    async code => {
      tree.file('other/file');
      let listings = 0;
      const refusing: IInterception = {
        before: () => {
          listings += 1;
          return listings > 1 ? systemFailure(code) : undefined;
        }
      };

      const { report } = await walk(tree.home, way, {
        calls: {
          readdirSync: intercepted(fs.readdirSync, refusing),
          readdir: intercepted(fs.readdir, refusing)
        }
      });

      expect(report).toMatchObject({
        complete: false,
        unreadableCount: 2,
        unreadable: [
          { path: 'kept', reason: code },
          { path: 'other', reason: code }
        ]
      });
      expect(report.usedBytes).toBe(3 * 4096);
    }
  );
});
