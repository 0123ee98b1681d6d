import fs from 'node:fs';
import type { Walk } from '../../../../../src/service/home/scan/walk';
import { TreeBase } from '../../../../support/tree-base';
import { finishedWalk } from '../../../../support/walked';

// A busy machine takes its time.
jest.setTimeout(60_000);

/** The directories that are told of when all may be passed that are as they were, by path; null: nothing is there. */
async function told(
  walk: Walk,
  isAtRoot = true
): Promise<Map<string, number | null>> {
  const found = new Map<string, number | null>();
  const { columns, paths } = walk.tree;
  await walk.inside(() => {
    walk.tree.isAtRoot &&= isAtRoot;
    return walk.sweep(walk.habits).run(
      Uint32Array.from({ length: columns.count }, (_, id) => id),
      (id, stats) => found.set(paths.relative(id), stats && stats.ino),
      () => true
    );
  });
  return found;
}

/** Deeper than the kernel takes a path for. */
function deepPath(): string {
  return Array.from({ length: 30 }, () => 'd'.repeat(200)).join('/');
}

describe('looking at known directories', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it.each([true, false])(
    'tells of those alone that are not as they were, from the root: %s',
    async isAtRoot => {
      for (const name of ['same/below', 'changed', 'gone', 'another/below']) {
        tree.directory(name);
      }
      const walk = await finishedWalk(tree.home, 'natively');
      tree.file('changed/new');
      fs.rmdirSync(tree.at('gone'));
      fs.renameSync(tree.at('another'), tree.at('moved'));
      fs.symlinkSync('moved', tree.at('another'));

      const found = await told(walk, isAtRoot);

      // What stands below the link is the directory that it was.
      expect([...found.keys()].sort()).toEqual([
        '',
        'another',
        'changed',
        'gone'
      ]);
      expect(found.get('gone')).toBeNull();
      expect(found.get('changed')).toBe(fs.lstatSync(tree.at('changed')).ino);
    }
  );

  it('finds those whose names are not text', async () => {
    const name = Buffer.of(0x66, 0xff, 0xfe);
    fs.mkdirSync(Buffer.concat([Buffer.from(`${tree.home}/`), name]));
    const walk = await finishedWalk(tree.home, 'natively');

    await expect(told(walk)).resolves.toEqual(new Map());
  });

  it('tells of those that are too deep for a path', async () => {
    tree.directory('near');
    let directory = tree.home;
    const cwd = process.cwd();
    for (const name of deepPath().split('/')) {
      process.chdir(directory);
      fs.mkdirSync(name);
      directory = name;
    }
    process.chdir(cwd);
    const walk = await finishedWalk(tree.home, 'natively');

    const found = await told(walk);

    expect(found.size).toBe(30 - Math.floor(4094 / 201));
    expect([...found.values()].every(inode => inode === null)).toBe(true);
  });

  it('reads nothing elsewhere where numbers make no tree', async () => {
    tree.directory('one/two/three');
    const walk = await finishedWalk(tree.home, 'natively');
    const { columns } = walk.tree;
    columns.parent[1] = 2;
    columns.nameStarts(columns.count)[3] = 0xffff_ffff;

    const found = new Map<number, number | null>();
    await walk.inside(() =>
      walk.sweep(walk.habits).run(
        Uint32Array.from({ length: columns.count + 5 }, (_, id) => id),
        (id, stats) => found.set(id, stats && stats.ino),
        () => true
      )
    );

    const { ino } = fs.lstatSync(tree.home);
    // Of numbers that are nobody's, only where the root is was looked at.
    expect(found).toEqual(
      new Map([
        [1, null],
        [2, null],
        [3, null],
        ...[4, 5, 6, 7, 8].map(id => [id, ino] as const)
      ])
    );
  });
});
