import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';
import { systemFailure } from '../../../support/service/system-failure';

const isRoot = process.getuid?.() === 0;

describe('deleting where something fails', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('B24 names a closed folder and deletes what lies beside it', async () => {
    await home.write({
      'cache/closed/a': '1',
      'cache/unsearchable/b': '2',
      'cache/c': '3'
    });
    await fs.chmod(home.at('cache/closed'), 0);
    await fs.chmod(home.at('cache/unsearchable'), 0o644);
    await asNobody(home, async () => {
      const review = await home.review(['cache']);
      expect(review.unreadable).toEqual(
        expect.arrayContaining([
          { path: 'cache/closed', reason: 'EACCES' },
          { path: 'cache/unsearchable/b', reason: 'EACCES' }
        ])
      );
      const result = await home.delete(review.targets);
      expect(result.removed).toEqual([]);
      expect(result.failed).toEqual(
        expect.arrayContaining([{ path: 'cache/closed', reason: 'EACCES' }])
      );
    });
    await fs.chmod(home.at('cache/closed'), 0o755);
    await fs.chmod(home.at('cache/unsearchable'), 0o755);
    expect(home.tree()).toEqual([
      'cache',
      'cache/closed',
      'cache/closed/a',
      'cache/unsearchable',
      'cache/unsearchable/b'
    ]);
  });

  it.each(['EBUSY', 'EIO', 'EROFS', 'EACCES', 'ESTALE'])(
    'B37 B41 names what the system refuses with %s and goes on',
    async code => {
      await home.write({ 'cache/held': '1', 'cache/free': '2' });
      const result = await home.clear(['cache'], {
        unlink: path =>
          String(path).endsWith('/held')
            ? Promise.reject(systemFailure(code))
            : fs.unlink(path)
      });
      expect(result.failed).toEqual([{ path: 'cache/held', reason: code }]);
      expect(home.tree()).toEqual(['cache', 'cache/held']);
    }
  );

  it('B37 reviews all the rest where the file server forgot a part', async () => {
    await home.write({ 'work/lost/file': '1', 'work/kept': '2' });

    const review = await home.review(['work'], {
      lstat: ((path: Buffer, ...rest: []) =>
        path.toString().endsWith('/file')
          ? Promise.reject(systemFailure('ESTALE'))
          : fs.lstat(path, ...rest)) as typeof fs.lstat
    });

    expect(review).toMatchObject({
      files: 1,
      unreadable: [{ path: 'work/lost/file', reason: 'ESTALE' }],
      unreadableCount: 1
    });
  });

  it('counts more failures than it names', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `cache/${index}`);
    await home.write(Object.fromEntries(names.map(name => [name, 'x'])));
    const result = await home.clear(['cache'], {
      unlink: () =>
        Promise.reject(Object.assign(new Error(), { code: 'EPERM' }))
    });
    expect(result.failed).toHaveLength(100);
    expect(result.failedCount).toBe(150);
  });

  (isRoot ? it : it.skip)(
    'B40 frees a disk that is full to the last byte',
    async () => {
      await fs.mkdir(home.at('full'));
      execFileSync('mount', [
        '-t',
        'tmpfs',
        '-o',
        'size=1m',
        'tmpfs',
        home.at('full')
      ]);
      try {
        const inner = home.handlers({ homeDirectory: home.at('full') });
        await fs.mkdir(home.at('full/cache'));
        await fs
          .writeFile(home.at('full/cache/big'), Buffer.alloc(900_000))
          .catch(() => null);
        await fs
          .writeFile(home.at('full/rest'), Buffer.alloc(2 << 20))
          .catch(() => null);
        const review = await last(
          inner['home/review']({ paths: ['cache'] }, never)
        );
        const result = await last(
          inner['home/deletion']({ targets: review.targets }, never)
        );
        expect(result).toMatchObject({ removed: ['cache'], failedCount: 0 });
        expect(result.deletedBytes).toBeGreaterThanOrEqual(900_000);
      } finally {
        execFileSync('umount', [home.at('full')]);
      }
    }
  );
});

/** Root may read everything: what a user may not read only shows without root's rights. */
async function asNobody(
  home: HomeFolder,
  act: () => Promise<void>
): Promise<void> {
  if (!isRoot) {
    await act();
    return;
  }
  execFileSync('chown', ['65534:65534', dirname(home.path)]);
  execFileSync('chown', ['-R', '65534:65534', home.path]);
  process.seteuid?.(65_534);
  try {
    await act();
  } finally {
    process.seteuid?.(0);
  }
}
