import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import type { DeletionTarget } from '../../../../src/contract';
import { HomeFolder } from '../../../support/home/home-folder';

const LEVELS = 500;

/** A path below the home that is longer than any that the kernel takes. */
const DEEP = Array.from({ length: LEVELS }, () => 'elevenchars').join('/');

const MAKE_DEEP = `
import os, sys
os.chdir(sys.argv[1])
for _ in range(${LEVELS}):
    os.mkdir("elevenchars")
    os.chdir("elevenchars")
os.mkdir("cache")
open("cache/file", "w").write("x")
open("beside", "w").write("y")
os.symlink(sys.argv[2], "out")
`;

describe('home/deletion', () => {
  let home: HomeFolder;
  let before: unknown;

  beforeEach(async () => {
    home = await HomeFolder.make();
    before = home.canaryState();
  });

  afterEach(() => home.remove());

  /** What somebody would send who skips the review and knows all there is to know of a file outside. */
  const forged = async (path: string): Promise<DeletionTarget> => {
    const file = `${home.canary}/deep/two`;
    const { dev, ino } = await fs.lstat(file, { bigint: true });
    return {
      path,
      identity: {
        kind: 'file',
        device: String(dev),
        inode: String(ino),
        usedBytes: 4096,
        files: 1,
        newestChangeNs: '9'.repeat(18),
        fingerprint: '0'.repeat(32)
      }
    };
  };

  it('deletes nothing where a path is named twice or lies inside another one', async () => {
    await home.write({ 'a/b': '1' });
    const { targets } = await home.review(['a']);
    const inner = await home.review(['a/b']);

    for (const asked of [
      [...targets, ...targets],
      [...targets, ...inner.targets]
    ]) {
      await expect(home.delete(asked)).rejects.toMatchObject({
        code: 'bad-request'
      });
    }

    expect(home.tree()).toEqual(['a', 'a/b']);
  });

  it('B26 reaches nothing through a symbolic link in the middle of a path', async () => {
    await fs.symlink(home.canary, home.at('out'));
    const path = 'out/deep/two';

    const review = await home.review([path]);
    const result = await home.delete([await forged(path)]);

    expect(review.refused).toEqual([{ path, reason: 'ESTALE' }]);
    expect(result).toMatchObject({ removed: [], deletedFiles: 0 });
    expect(home.canaryState()).toEqual(before);
  });

  it('B26 reaches nothing through a symbolic link that is put there after the look before deleting', async () => {
    await home.write({ 'work/deep/two': 'mine' });
    const { targets } = await home.review(['work/deep/two']);
    const swap = async (): Promise<void> => {
      await fs.rename(home.at('work'), home.at('work.away'));
      await fs.symlink(home.canary, home.at('work'));
    };
    let looks = 0;

    const result = await home.delete(targets, {
      lstat: (async (path: Buffer, options: { bigint: true }) => {
        const stats = await fs.lstat(path, options);
        looks += 1;
        if (looks === 1) {
          await swap();
        }
        return stats;
      }) as typeof fs.lstat
    });

    expect(result.failed).toEqual([
      { path: 'work/deep/two', reason: 'ESTALE' }
    ]);
    expect(home.canaryState()).toEqual(before);
    expect(home.tree()).toContain('work.away/deep/two');
  });

  it('B33 deletes what lies deeper than any path may be long, and that alone', async () => {
    execFileSync('python3', ['-c', MAKE_DEEP, home.path, home.canary]);

    const through = await home.review([`${DEEP}/out/deep/two`]);
    const result = await home.clear([`${DEEP}/cache`]);

    expect(through.refused).toHaveLength(1);
    expect(result).toMatchObject({
      removed: [`${DEEP}/cache`],
      deletedFiles: 1,
      failedCount: 0
    });
    expect(
      (await home.review([`${DEEP}/beside`, `${DEEP}/cache`])).refused
    ).toEqual([{ path: `${DEEP}/cache`, reason: 'ENOENT' }]);
    expect(home.canaryState()).toEqual(before);
  });

  it('B31 frees nothing of a file until its last name goes', async () => {
    await home.write({ 'cache/one': 'x'.repeat(50_000) });
    await fs.link(home.at('cache/one'), home.at('cache/two'));
    await fs.link(home.at('cache/one'), home.at('elsewhere'));

    const some = await home.review(['cache']);
    const all = await home.review(['cache', 'elsewhere']);

    expect(some).toMatchObject({ linkedFiles: 1, linkedBytes: 53_248 });
    expect(some.freedBytes).toBeLessThan(53_248);
    expect(all).toMatchObject({ linkedFiles: 0, linkedBytes: 0 });
    expect(all.freedBytes).toBe(some.freedBytes + 53_248);
    expect(await home.delete(some.targets)).toMatchObject({
      deletedBytes: some.freedBytes,
      removed: ['cache']
    });
  });
});
