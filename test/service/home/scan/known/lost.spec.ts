import fs from 'node:fs';
import { join } from 'node:path';
import type { IGroundPlan } from '../../../../../src/service/home/scan/tree/ground';
import { survey } from '../../../../../src/service/home/scan/tree/ground';
import { knownAfter } from '../../../../../src/service/home/scan/known/known-after';
import type { IKnownTree } from '../../../../../src/service/home/scan/known/known-tree';
import {
  revise,
  type IRevised,
  type Revision,
  type Scope
} from '../../../../../src/service/home/scan/known/revision';
import { reportOf } from '../../../../../src/service/home/scan/report';
import { ticked } from '../../../../support/home/scan/changed-tree';
import { intercepted } from '../../../../support/home/scan/intercepted';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import {
  finishedWalk,
  optionsOf,
  walk,
  WAYS,
  type Way
} from '../../../../support/home/scan/walked';

const HOUR_MS = 3_600_000;

describe('a tree that is looked at again while some of it goes', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  async function known(way: Way): Promise<IKnownTree> {
    const walked = await finishedWalk(tree.home, way, { keepsNames: true });
    ticked(tree.home);
    const countedMs = Date.now() + HOUR_MS;
    return knownAfter(walked, Math.floor(countedMs / 1000));
  }

  function again(
    before: IKnownTree,
    way: Way,
    scope: Scope,
    rest: Partial<Revision.IOptions> & { plan?: IGroundPlan } = {}
  ): Promise<IRevised> {
    const { plan = survey(tree.home), ...options } = rest;
    return revise(before, plan, scope, {
      ...optionsOf(way),
      nowMs: () => Date.now() + 2 * HOUR_MS,
      ...options
    });
  }

  const anew = async (): Promise<unknown> => (await walk(tree.home)).report;

  describe.each(
    WAYS.flatMap(way => [[way, 'hot'] as const, [way, 'all'] as const])
  )('%s, %s', (way, scope) => {
    it.each([
      ['is gone', (): void => undefined],
      ['is another', (): void => fs.mkdirSync(tree.home)]
    ])('fails when the home itself %s', async (_, replace) => {
      tree.file('part/file');
      const before = await known(way);
      const plan = survey(tree.home);
      fs.renameSync(tree.home, join(tree.path, 'moved'));
      replace();

      await expect(again(before, way, scope, { plan })).rejects.toMatchObject({
        code: 'not-found'
      });
    });
  });

  it.each(WAYS)(
    'reads what stands above when a directory is gone, up to what is there, %s',
    async way => {
      tree.file('part/file');
      tree.file('part/inner/deep/deeper/file');
      tree.file('other/file');
      const before = await known(way);
      const hot = idsOf(before, 'deeper');
      fs.rmSync(tree.at('part/inner'), { recursive: true });
      tree.file('part/new', 70_000);

      const { counted, read } = await again(before, way, 'hot', { hot });

      expect(reportOf(counted)).toEqual(await anew());
      // Not the home, which still holds what it held.
      expect(read).toBe(1);
    }
  );

  it('reads what stands above when a directory goes behind it', async () => {
    // What stands in the home itself is met when that is read.
    tree.file('above/part/inner/file');
    tree.file('above/part/file');
    const before = await known('promptly');
    const goes = {
      before: (path: string) => {
        if (path.endsWith('inner')) {
          fs.rmSync(tree.at('above/part/inner'), {
            recursive: true,
            force: true
          });
        }
        return undefined;
      }
    };

    const { counted } = await again(before, 'promptly', 'all', {
      ...optionsOf('promptly', {
        lstatSync: intercepted(fs.lstatSync, goes)
      })
    });

    expect(reportOf(counted)).toEqual(await anew());
  });

  it.each([
    ['directories are', /part\/directory/, true],
    ['files are', /changed\/file/, true],
    ['nothing is', /nothing/, false]
  ])(
    'remembers for the next count whether calls are slow: %s',
    async (_, slow, areSlow) => {
      for (let at = 0; at < 40; at += 1) {
        tree.directory(`part/directory-${at}`);
        tree.file(`changed/file-${at}`, 10);
      }
      const before = await known('promptly');
      tree.file('changed/new', 10);
      const round = {
        before: (path: string) => {
          if (slow.test(path)) {
            roundTrip();
          }
          return undefined;
        }
      };

      const { known: after } = await again(before, 'promptly', 'all', {
        ...optionsOf('promptly', {
          lstatSync: intercepted(fs.lstatSync, round)
        })
      });

      expect(before.habits.areSlow).toBe(false);
      expect(after.habits.areSlow).toBe(areSlow);
    }
  );
});

/** Those with this name, by number. */
function idsOf({ columns, readAt }: IKnownTree, name: string): number[] {
  return [...readAt.keys()].filter(id => columns.nameText(id) === name);
}

/** A moment in which the processor is somebody else's. */
function roundTrip(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}
