import fs from 'node:fs';
import { survey } from '../../../../src/service/home/scan/tree/ground';
import { knownAfter } from '../../../../src/service/home/scan/known/known-after';
import type { IKnownTree } from '../../../../src/service/home/scan/known/known-tree';
import {
  revise,
  type IRevised
} from '../../../../src/service/home/scan/known/revision';
import { reportOf } from '../../../../src/service/home/scan/report';
import { ticked } from '../../../support/home/scan/changed-tree';
import { TreeBase } from '../../../support/home/scan/tree-base';
import {
  du,
  finishedWalk,
  optionsOf,
  WAYS
} from '../../../support/home/scan/walked';

const HOUR_MS = 3_600_000;

/** Above what is worth a look for itself. */
const LARGE = 1_100_000;

describe.each(WAYS)('what is known of a tree that lost some of it, %s', way => {
  let tree: TreeBase;
  let hours: number;

  beforeEach(() => {
    tree = TreeBase.make();
    hours = 1;
  });

  afterEach(() => {
    tree.remove();
  });

  async function known(): Promise<IKnownTree> {
    const walked = await finishedWalk(tree.home, way, { keepsNames: true });
    ticked(tree.home);
    const countedMs = Date.now() + hours * HOUR_MS;
    return knownAfter(walked, Math.floor(countedMs / 1000));
  }

  function again(before: IKnownTree): Promise<IRevised> {
    hours += 1;
    return revise(before, survey(tree.home), 'all', {
      ...optionsOf(way),
      nowMs: () => Date.now() + hours * HOUR_MS
    });
  }

  it('names the largest files where they are, and none that went', async () => {
    tree.file('first/gone.nc', LARGE);
    tree.file('kept/kept.nc', 2 * LARGE);
    tree.file('kept/inner/kept.nc', 3 * LARGE);
    tree.file('read/deleted.nc', 4 * LARGE);
    tree.file('read/still.nc', 5 * LARGE);
    const before = await known();
    fs.rmSync(tree.at('first'), { recursive: true });
    fs.rmSync(tree.at('read/deleted.nc'));
    tree.file('read/new.nc', 6 * LARGE);

    const { counted } = await again(before);

    expect(largest(counted)).toEqual([
      'read/new.nc',
      'read/still.nc',
      'kept/inner/kept.nc',
      'kept/kept.nc'
    ]);
  });

  it('forgets a file once both its names went', async () => {
    tree.file('kept/file', 50_000);
    tree.directory('other');
    fs.linkSync(tree.at('kept/file'), tree.at('other/file'));
    const before = await known();
    fs.rmSync(tree.at('kept/file'));
    fs.rmSync(tree.at('other/file'));

    const { counted } = await again(before);

    expect(reportOf(counted)).toMatchObject({
      usedBytes: du(tree.home),
      files: 0
    });
  });

  it('counts a file with two names where its names are', async () => {
    tree.file('first/inner/file', 10);
    tree.file('kept/file', 50_000);
    tree.directory('other');
    fs.linkSync(tree.at('kept/file'), tree.at('other/file'));
    const before = await known();
    fs.rmSync(tree.at('first'), { recursive: true });

    const after = await again(before);
    const anew = await finishedWalk(tree.home, way);
    expect(reportOf(after.counted)).toEqual(reportOf(anew));

    ticked(tree.home);
    fs.rmSync(tree.at('kept'), { recursive: true });
    const without = await again(after.known);

    expect(reportOf(without.counted).usedBytes).toBe(du(tree.home));
  });
});

function largest({ large, tree }: IRevised['counted']): string[] {
  return large.files.map(
    ({ directory, name }) => `${tree.paths.relative(directory)}/${name}`
  );
}
