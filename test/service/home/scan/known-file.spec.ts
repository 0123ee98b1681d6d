import fs from 'node:fs';
import { join } from 'node:path';
import { Cache } from '../../../../src/service/cache';
import { survey } from '../../../../src/service/home/scan/tree/ground';
import {
  keepTree,
  recallTree
} from '../../../../src/service/home/scan/known/known-file';
import {
  groundOf,
  isSameGround,
  type IKnownTree
} from '../../../../src/service/home/scan/known/known-tree';
import { knownAfter } from '../../../../src/service/home/scan/known/known-after';
import { reportOf } from '../../../../src/service/home/scan/report';
import { revise } from '../../../../src/service/home/scan/known/revision';
import { RandomTree } from '../../../support/home/scan/random-tree';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { du, finishedWalk, optionsOf } from '../../../support/home/scan/walked';

jest.setTimeout(60_000);

describe('what is kept of a tree for the next count', () => {
  let tree: TreeBase;
  let cache: Cache;
  let known: IKnownTree;

  beforeEach(async () => {
    tree = TreeBase.make();
    tree.file('a/b/file');
    tree.file(Buffer.from([0xff, 0xfe]));
    fs.linkSync(tree.at('a/b/file'), tree.at('a/again'));
    cache = new Cache(join(tree.path, 'cache'));
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true
    });
    known = knownAfter(walked, Math.floor(Date.now() / 1000) + 3600);
  });

  afterEach(() => {
    tree.remove();
  });

  const recall = (): Promise<IKnownTree | null> =>
    recallTree(cache, groundOf(survey(tree.home)));
  const file = (): string => join(tree.path, 'cache', 'home-tree');

  it('is the same again, whatever the names are', async () => {
    new RandomTree(tree.home, 11).make(200);
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true
    });
    await keepTree(
      cache,
      knownAfter(walked, Math.floor(Date.now() / 1000) + 3600)
    );

    const recalled = await recall();

    expect(recalled).not.toBeNull();
    const { counted, read } = await revise(
      recalled ?? known,
      survey(tree.home),
      'all',
      { ...optionsOf('promptly'), nowMs: () => Date.now() + 7_200_000 }
    );
    expect(reportOf(counted)).toEqual(reportOf(walked));
    // The home itself.
    expect(read).toBe(1);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
    await keepTree(cache, knownAfter(walked, 0));
    expect(reportOf(walked).usedBytes).toBe(du(tree.home));
  });

  it('B65 is never believed when truncated or with any byte flipped', async () => {
    await keepTree(cache, known);
    const whole = fs.readFileSync(file());
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      fs.writeFileSync(file(), at % 2 ? flipped : whole.subarray(0, at));

      expect(await recall()).toBeNull();
    }
  }, 30_000);

  it('B65 is never believed when it does not fit, though whole', async () => {
    await keepTree(cache, known);
    const bytes = (await cache.readBytes('home-tree')) ?? Buffer.alloc(0);
    const end = bytes.indexOf('\n');
    const changed = async (from: RegExp, to: string): Promise<unknown> => {
      const header = bytes.toString('utf8', 0, end).replace(from, to);
      const rest = bytes.subarray(end);
      await cache.writeBytes('home-tree', [Buffer.from(header), rest]);
      return recall();
    };

    expect(await changed(/nothing/, '')).not.toBeNull();
    expect(await changed(/"version":"2/, '"version":"9')).toBeNull();
    expect(await changed(/"directories":3/, '"directories":2')).toBeNull();
    expect(await changed(/"directories":3/, '"directories":-1')).toBeNull();
    expect(await changed(/"directories":3/, '"directories":1e9')).toBeNull();
    expect(await changed(/"nameBytes":2/, '"nameBytes":1e15')).toBeNull();
    expect(await changed(/"linkedNames":2/, '"linkedNames":3')).toBeNull();
  });

  it('is of no use for another directory, or with something else mounted in it', async () => {
    await keepTree(cache, known);
    const ground = groundOf(survey(tree.home));

    expect(await recallTree(cache, { ...ground, inode: 1 })).toBeNull();
    expect(await recallTree(cache, { ...ground, mounts: ['a'] })).toBeNull();
    expect(await recallTree(cache, { ...ground, root: '/' })).toBeNull();
    expect(isSameGround(ground, { ...ground, device: 1 })).toBe(false);
    expect(await recall()).not.toBeNull();
  });
});
