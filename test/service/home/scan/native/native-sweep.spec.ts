import fs from 'node:fs';
import type { ITrust } from '../../../../../src/service/home/scan/tree/trust';
import { SAME_DEVICE } from '../../../../../src/service/home/scan/tree/columns';
import type { Walk } from '../../../../../src/service/home/scan/walk/walk';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { finishedWalk } from '../../../../support/home/scan/walked';

// A busy machine takes its time.
jest.setTimeout(60_000);

/** All was read just now, and what was changed before can be believed. */
function believed(walk: Walk, trust: Partial<ITrust> = {}): ITrust {
  const seconds = Math.ceil(Date.now() / 1000);
  return {
    readAt: new Uint32Array(walk.tree.columns.count).fill(seconds),
    doubtMs: 0,
    nowMs: seconds * 1000,
    ...trust
  };
}

/** The directories that are told of, by path; null: nothing is there. */
async function told(
  walk: Walk,
  isAtRoot = true,
  trust: ITrust | null = believed(walk)
): Promise<Map<string, number | null>> {
  const found = new Map<string, number | null>();
  const { columns, paths } = walk.tree;
  await walk.inside(() => {
    walk.tree.isAtRoot &&= isAtRoot;
    return walk.sweep(walk.habits).run(
      Uint32Array.from({ length: columns.count }, (_, id) => id),
      (id, stats) => found.set(paths.relative(id), stats && stats.ino),
      trust
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

  it.each<[string, Partial<ITrust>]>([
    ['were read within the time of doubt', { doubtMs: 60_000 }],
    ['were read later than now', { nowMs: 0 }],
    ['nobody knows when they were read', { readAt: new Uint32Array(0) }]
  ])('tells of those as well that %s', async (_, trust) => {
    tree.directory('same');
    const walk = await finishedWalk(tree.home, 'natively');

    const found = await told(walk, true, believed(walk, trust));

    expect([...found.keys()]).toEqual(['', 'same']);
  });

  it('tells of those as well that could not be read, or are on another device', async () => {
    tree.directory('unreadable');
    tree.directory('same');
    tree.directory('elsewhere');
    const walk = await finishedWalk(tree.home, 'natively');
    const { columns, paths } = walk.tree;
    for (let id = 1; id < columns.count; id += 1) {
      if (paths.relative(id) === 'unreadable') {
        columns.markIncomplete(id);
      } else if (paths.relative(id) === 'elsewhere') {
        columns.flags[id] = (columns.flags[id] ?? 0) & ~SAME_DEVICE;
      }
    }

    const found = await told(walk);

    expect([...found.keys()].sort()).toEqual(['', 'elsewhere', 'unreadable']);
  });

  it('tells of all where nothing can be believed', async () => {
    tree.directory('one/two');
    const walk = await finishedWalk(tree.home, 'natively');

    const found = await told(walk, true, null);

    expect([...found.keys()].sort()).toEqual(['', 'one', 'one/two']);
  });

  it('finds its way from any directory to any other', async () => {
    for (const name of ['a/b/c/d', 'a/b/e', 'f/g', 'h']) {
      tree.directory(name);
    }
    const walk = await finishedWalk(tree.home, 'natively');
    const { columns, paths } = walk.tree;
    const all = Array.from({ length: columns.count }, (_, id) => id);
    const pairs = all.flatMap(one => all.flatMap(other => [one, other]));

    const wrong: string[] = [];
    await walk.inside(() =>
      walk.sweep(walk.habits).run(
        Uint32Array.from(pairs),
        (id, stats) => {
          const path = paths.relative(id);
          if (stats?.ino !== fs.lstatSync(tree.at(path)).ino) {
            wrong.push(path);
          }
        },
        null
      )
    );

    expect(wrong).toEqual([]);
  });

  it('finds those whose names are not text', async () => {
    const name = Buffer.of(0x66, 0xff, 0xfe);
    fs.mkdirSync(Buffer.concat([Buffer.from(`${tree.home}/`), name]));
    const walk = await finishedWalk(tree.home, 'natively');

    const found = await told(walk);

    expect([...found.keys()]).toEqual(['']);
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

    const { '': root, ...others } = Object.fromEntries(found);
    expect(root).toBe(fs.lstatSync(tree.home).ino);
    expect(Object.values(others)).toEqual(
      new Array(30 - Math.floor(4094 / 201)).fill(null)
    );
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
        believed(walk)
      )
    );

    const { ino } = fs.lstatSync(tree.home);
    // Of numbers that are nobody's, only where the root is was looked at.
    expect(found).toEqual(
      new Map([
        [0, ino],
        [1, null],
        [2, null],
        [3, null],
        ...[4, 5, 6, 7, 8].map(id => [id, ino] as const)
      ])
    );
  });
});
