import fs from 'node:fs';
import { join } from 'node:path';
import {
  secondsBefore,
  type IKnownTree
} from '../../../../../src/service/home/scan/known/known-tree';
import { knownAfter } from '../../../../../src/service/home/scan/known/known-after';
import { reportOf } from '../../../../../src/service/home/scan/report';
import { ChangedTree } from '../../../../support/home/scan/changed-tree';
import { intercepted } from '../../../../support/home/scan/intercepted';
import { RandomTree } from '../../../../support/home/scan/random-tree';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import {
  du,
  finishedWalk,
  NODE_WAYS
} from '../../../../support/home/scan/walked';
import { again, known } from '../../../../support/home/scan/counted-again';

jest.setTimeout(60_000);

describe('a tree that was counted before', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it('tells what cannot be read also where that was tried first', async () => {
    tree.file('part/closed/file', 5000);
    const before = await known(tree.home);
    tree.file('part/closed/new', 5000);
    const closed = {
      before: (path: string) =>
        path.endsWith('closed')
          ? Object.assign(new Error('closed'), { code: 'EACCES' })
          : undefined
    };

    const { report } = await again(before, tree.home, {
      scope: 'in turn',
      hot: idsOf(before, 'closed'),
      calls: { readdirSync: intercepted(fs.readdirSync, closed) }
    });

    expect(report.complete).toBe(false);
    expect(report.unreadable).toMatchObject([{ path: 'part/closed' }]);
  });

  it('is read again where a change may hide: within a moment of the last count, and when the clock was set back', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    new RandomTree(tree.home, 5).make(80);
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true
    });
    const moment = knownAfter(walked, seconds);
    const future = await known(tree.home, { hours: 3 });
    new ChangedTree(tree.home, 5).changeInPlace(20);
    const usedBytes = du(tree.home);

    expect((await again(moment, tree.home)).report).toMatchObject({
      usedBytes
    });
    expect((await again(future, tree.home)).report).toMatchObject({
      usedBytes
    });
    expect(secondsBefore(10_000, 9000, 3000)).toBe(6);
    expect(secondsBefore(10_000, 999_000, 3000)).toBe(10);
  });

  it.each(NODE_WAYS)(
    'B27 is not left through a directory that becomes a link meanwhile, %s',
    async way => {
      tree.file('a/b/file', 5000);
      const outside = join(tree.path, 'outside');
      fs.mkdirSync(join(outside, 'b'), { recursive: true });
      fs.writeFileSync(join(outside, 'b/file'), Buffer.alloc(900_000, 1));
      const before = await known(tree.home, { way, hours: -1 });
      let isSwapped = false;
      const swap = {
        before: (path: string) => {
          if (!isSwapped && path.endsWith('a/b')) {
            isSwapped = true;
            fs.renameSync(tree.at('a'), tree.at('moved'));
            fs.symlinkSync(outside, tree.at('a'));
          }
          return undefined;
        }
      };

      const { report } = await again(before, tree.home, {
        way,
        calls: {
          lstatSync: intercepted(fs.lstatSync, swap),
          lstat: intercepted(fs.lstat, swap)
        }
      });

      expect(isSwapped).toBe(true);
      expect(report.usedBytes).toBeLessThan(100_000);
    }
  );

  it('B29 stays whole where a part of it was closed and is open again', async () => {
    tree.file('closed/file', 5000);
    tree.file('open/file', 5000);
    let isClosed = true;
    const closed = {
      before: (path: string) =>
        isClosed && path.endsWith('closed')
          ? Object.assign(new Error('closed'), { code: 'EACCES' })
          : undefined
    };
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true,
      calls: { readdirSync: intercepted(fs.readdirSync, closed) }
    });
    const before = knownAfter(walked, Math.floor(Date.now() / 1000) + 3600);
    expect(reportOf(walked).complete).toBe(false);
    isClosed = false;

    const { report } = await again(before, tree.home);

    expect(report).toMatchObject({ usedBytes: du(tree.home), complete: true });
  });
});

/** Those with this name, by number. */
function idsOf({ columns, readAt }: IKnownTree, name: string): number[] {
  return [...readAt.keys()].filter(id => columns.nameText(id) === name);
}
