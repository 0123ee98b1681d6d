import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';
import { systemFailure } from '../../../support/service/system-failure';

// A busy machine takes its time over a real disk.
jest.setTimeout(30_000);

const isRoot = process.getuid?.() === 0;

describe('home/deletion', () => {
  let home: HomeFolder;
  let canaryBefore: unknown;

  beforeEach(async () => {
    home = await HomeFolder.make();
    canaryBefore = home.canaryState();
  });

  afterEach(async () => {
    expect(home.canaryState()).toEqual(canaryBefore);
    home.remove();
  });

  it('deletes a folder with all in it and says exactly what became free', async () => {
    await home.write({
      'cache/a': 'x'.repeat(9000),
      'cache/b/c': 'y',
      keep: 'z'
    });
    const review = await home.review(['cache']);
    const result = await home.delete(review.targets);
    expect(home.tree()).toEqual(['keep']);
    expect(result).toMatchObject({
      phase: 'done',
      deletedFiles: 2,
      deletedBytes: review.freedBytes,
      removed: ['cache'],
      failedCount: 0
    });
    expect(review.freedBytes).toBeGreaterThanOrEqual(9000);
  });

  it('frees to the byte what du says', async () => {
    await home.write({
      'cache/empty': '',
      'cache/small': 'x',
      'cache/deep/er/large': 'x'.repeat(300_000),
      'work/kept': 'y'
    });
    await fs.truncate(home.at('cache/small'), 1 << 30);
    await fs.link(home.at('work/kept'), home.at('cache/also-kept'));
    await fs.symlink('../work', home.at('cache/link'));
    const before = duBytes(home.path);
    const result = await home.clear(['cache']);
    expect(result.deletedBytes).toBe(before - duBytes(home.path));
    expect(result.deletedBytes).toBeGreaterThan(300_000);
  });

  it('deletes single files, several at once', async () => {
    await home.write({ 'a/one': '1', 'a/two': '2', 'a/three': '3' });
    const result = await home.clear(['a/one', 'a/two']);
    expect(home.tree()).toEqual(['a', 'a/three']);
    expect(result.removed).toEqual(['a/one', 'a/two']);
  });

  it('changes nothing when the operator has switched deletion off', async () => {
    await home.write({ 'cache/a': '1' });
    const { targets } = await home.review(['cache']);
    const calls: string[] = [];
    const spied = (name: string) => (): never => {
      calls.push(name);
      throw new Error(name);
    };
    const handlers = home.handlers(
      { allowDeletion: false },
      { unlink: spied('unlink'), rmdir: spied('rmdir'), open: spied('open') }
    );
    const answer = last(handlers['home/deletion']({ targets }, never));
    await expect(answer).rejects.toThrow(/switched off on this hub/);
    expect(calls).toEqual([]);
    expect(home.tree()).toEqual(['cache', 'cache/a']);
  });

  it.each([
    ['nothing', ''],
    ['..', '..'],
    ['a part that is ..', 'cache/../../canary'],
    ['a part that is .', 'cache/./a'],
    ['an absolute path', '/etc'],
    ['an empty part', 'cache//a'],
    ['a slash at the end', 'cache/'],
    ['a zero byte', 'cache\0'],
    ['half a character', 'cache\ud800']
  ])('refuses %s as a path', async (_, path) => {
    await home.write({ 'cache/a': '1' });
    const { targets } = await home.review(['cache']);
    const identity = targets[0]?.identity;
    const handlers = home.handlers();
    const review = last(handlers['home/review']({ paths: [path] }, never));
    await expect(review).rejects.toMatchObject({ code: 'bad-request' });
    const deletion = last(
      handlers['home/deletion'](
        { targets: identity ? [{ path, identity }] : [] },
        never
      )
    );
    await expect(deletion).rejects.toMatchObject({ code: 'bad-request' });
    expect(home.tree()).toEqual(['cache', 'cache/a']);
  });

  it('says of the home itself that it cannot be deleted', async () => {
    const review = last(home.handlers()['home/review']({ paths: [''] }, never));
    await expect(review).rejects.toThrow('The home itself');
  });

  it('refuses a path twice, and one inside another', async () => {
    await home.write({ 'a/b': '1', 'a-b': '2' });
    for (const paths of [
      ['a', 'a'],
      ['a', 'a-b', 'a/b']
    ]) {
      await expect(home.review(paths)).rejects.toMatchObject({
        code: 'bad-request'
      });
    }
  });

  it.each([
    ['a file was added', (path: string) => fs.writeFile(join(path, 'new'), '')],
    [
      'a file was written',
      (path: string) => fs.writeFile(join(path, 'a'), '22')
    ],
    [
      'a file grew deep inside',
      (path: string) => fs.appendFile(join(path, 'deep/er/b'), '!')
    ],
    ['a file was deleted', (path: string) => fs.rm(join(path, 'a'))],
    [
      'permissions were changed',
      (path: string) => fs.chmod(join(path, 'a'), 0o600)
    ],
    [
      'another folder stands there',
      async (path: string) => {
        await fs.rename(path, `${path}.old`);
        await fs.cp(`${path}.old`, path, {
          recursive: true,
          preserveTimestamps: true
        });
      }
    ]
  ])('keeps a folder whole when %s since its review', async (_, change) => {
    await home.write({ 'cache/a': '1', 'cache/deep/er/b': '2', other: '3' });
    const { targets } = await home.review(['cache', 'other']);
    await change(home.at('cache'));
    const before = home.tree().filter(path => path !== 'other');
    const result = await home.delete(targets);
    expect(home.tree()).toEqual(before);
    expect(result).toMatchObject({
      removed: ['other'],
      failed: [{ path: 'cache', reason: 'precondition' }]
    });
  });

  it('keeps what comes while it deletes', async () => {
    await home.write({ 'cache/a': '1', 'cache/sub/b': '2' });
    const moved = home.at('elsewhere/old-work');
    await home.write({ 'elsewhere/old-work/precious': 'years old' });
    const result = await home.clear(['cache'], {
      unlink: async path => {
        await fs.unlink(path);
        if (String(path).endsWith('/a')) {
          await fs.rename(moved, home.at('cache/sub/old-work'));
          await fs.writeFile(home.at('cache/new'), 'new');
        }
      }
    });
    expect(home.tree()).toEqual(
      expect.arrayContaining(['cache/new', 'cache/sub/old-work/precious'])
    );
    expect(result.removed).toEqual([]);
    expect(result.failedCount).toBeGreaterThan(0);
    expect(result.failed.map(({ reason }) => reason)).toContain('precondition');
  });

  it('deletes a symbolic link as a link', async () => {
    await fs.symlink(home.canary, home.at('link'));
    const review = await home.review(['link']);
    expect(review.targets[0]?.identity.kind).toBe('symlink');
    await home.delete(review.targets);
    expect(home.tree()).toEqual([]);
  });

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

  it('B25 takes what vanishes meanwhile as gone', async () => {
    await home.write({ 'cache/a': '1', 'cache/b': '2', 'cache/sub/c': '3' });
    const result = await home.clear(['cache'], {
      unlink: async path => {
        await fs.rm(home.at('cache/sub'), { recursive: true, force: true });
        await fs.rm(String(path));
        await fs.unlink(path);
      }
    });
    expect(result).toMatchObject({
      removed: ['cache'],
      failedCount: 0,
      deletedFiles: 0
    });
    expect(home.tree()).toEqual([]);
  });

  it('B26 never enters a symbolic link that took the place of a folder', async () => {
    await home.write({ 'cache/sub/a': '1', 'cache/b': '2' });
    const result = await home.clear(['cache'], {
      unlink: async path => {
        await fs.unlink(path);
        await fs.rename(home.at('cache/sub'), home.at('away'));
        await fs.symlink(home.canary, home.at('cache/sub'));
      }
    });
    expect(result.removed).toEqual([]);
    expect(home.tree()).toEqual([
      'away',
      'away/a',
      'cache',
      `cache/sub -> ${home.canary}`
    ]);
  });

  it('B26 refuses a path that leads through a symbolic link', async () => {
    await home.write({ 'real/cache/a': '1' });
    await fs.symlink(home.canary, home.at('out'));
    await fs.symlink(home.at('real'), home.at('in'));
    const review = await home.review(['out/deep', 'in/cache', 'out/one']);
    expect(review.targets).toEqual([]);
    expect(review.refused.map(({ path }) => path)).toEqual([
      'out/deep',
      'in/cache',
      'out/one'
    ]);
  });

  (isRoot ? it : it.skip)(
    'B41 says before it is confirmed that a read-only home keeps everything',
    async () => {
      await home.write({ 'cache/a': '1' });
      execFileSync('mount', ['--bind', home.path, home.path]);
      try {
        execFileSync('mount', ['-o', 'remount,bind,ro', home.path]);
        const review = await home.review(['cache']);
        expect(review.targets).toEqual([]);
        expect(review.refused).toEqual([{ path: 'cache', reason: 'EROFS' }]);
        expect(review.freedBytes).toBe(0);
      } finally {
        execFileSync('umount', [home.path]);
      }
    }
  );

  it('B26 stops when the folder it works in is moved out of the home', async () => {
    await home.write({ 'cache/sub/deeper/a': '1', 'cache/b': '2' });
    const result = await home.clear(['cache'], {
      unlink: async path => {
        await fs.unlink(path);
        await fs.rename(home.at('cache'), `${home.path}-moved`);
      }
    });
    expect(result.removed).toEqual([]);
    const kept = await fs.readFile(`${home.path}-moved/sub/deeper/a`, 'utf8');
    expect(kept).toBe('1');
  });

  it('B27 deletes loops, dangling links and links to everything as links', async () => {
    await home.write({ 'cache/a': '1' });
    await fs.symlink('.', home.at('cache/self'));
    await fs.symlink('..', home.at('cache/up'));
    await fs.symlink('missing', home.at('cache/dangling'));
    await fs.symlink('/', home.at('cache/root'));
    await fs.symlink(home.canary, home.at('cache/out'));
    const result = await home.clear(['cache']);
    expect(result).toMatchObject({
      removed: ['cache'],
      deletedFiles: 6,
      failedCount: 0
    });
    expect(home.tree()).toEqual([]);
  });

  (isRoot ? it : it.skip)(
    'B28 leaves a bind mount of the same volume alone',
    async () => {
      await home.write({ 'cache/a': '1', 'cache/sub/shared/b': '2' });
      execFileSync('mount', [
        '--bind',
        home.canary,
        home.at('cache/sub/shared')
      ]);
      try {
        const review = await home.review(['cache']);
        expect(review.excludedMounts).toEqual(['cache/sub/shared']);
        expect(review.files).toBe(1);
        const result = await home.delete(review.targets);
        expect(result.removed).toEqual([]);
        expect(result.failed).toContainEqual({
          path: 'cache/sub/shared',
          reason: 'EXDEV'
        });
        for (const path of ['cache/sub/shared', 'cache/sub/shared/deep']) {
          const direct = await home.review([path]);
          expect(direct.refused).toEqual([{ path, reason: 'EXDEV' }]);
        }
      } finally {
        execFileSync('umount', [home.at('cache/sub/shared')]);
      }
      expect(home.tree()).toContain('cache/sub/shared/b');
    }
  );

  (isRoot ? it : it.skip)(
    'B28 sees a mount that nobody listed by its number',
    async () => {
      await home.write({ 'cache/shared/b': '2', 'cache/a': '1' });
      const { targets } = await home.review(['cache']);
      execFileSync('mount', ['--bind', home.canary, home.at('cache/shared')]);
      try {
        const blind = {
          readFile: ((path: string, ...rest: []) =>
            path === '/proc/self/mountinfo'
              ? Promise.resolve(Buffer.alloc(0))
              : fs.readFile(path, ...rest)) as typeof fs.readFile
        };
        const review = await home.review(['cache'], blind);
        expect(review.excludedMounts).toEqual(['cache/shared']);
        const result = await home.delete(
          [...targets, ...review.targets].slice(0, 1),
          blind
        );
        expect(result.removed).toEqual([]);
      } finally {
        execFileSync('umount', [home.at('cache/shared')]);
      }
      expect(home.tree()).toContain('cache/shared/b');
    }
  );

  it('B28 leaves out what mountinfo names', async () => {
    await home.write({ 'cache/my shared/b': '2', 'cache/a': '1' });
    const mountinfo = Buffer.from(
      `36 35 98:0 / ${home.path}/cache/my\\040shared rw - nfs server:/ rw\n`
    );
    const files = {
      readFile: ((path: string, ...rest: []) =>
        path === '/proc/self/mountinfo'
          ? Promise.resolve(mountinfo)
          : fs.readFile(path, ...rest)) as typeof fs.readFile
    };
    const review = await home.review(['cache'], files);
    expect(review).toMatchObject({
      files: 1,
      excludedMounts: ['cache/my shared']
    });
    await home.delete(review.targets, files);
    expect(home.tree()).toEqual([
      'cache',
      'cache/my shared',
      'cache/my shared/b'
    ]);
  });

  it('B29 deletes a socket and a FIFO without opening them', async () => {
    await home.write({ 'cache/a': '1' });
    execFileSync('mkfifo', [home.at('cache/fifo')]);
    const server = createServer().listen(home.at('cache/socket'));
    await new Promise(resolve => server.once('listening', resolve));
    const result = await home.clear(['cache']);
    server.close();
    expect(result).toMatchObject({ removed: ['cache'], deletedFiles: 3 });
  });

  it('B31 promises and frees nothing for files with names elsewhere', async () => {
    await home.write({
      'pkgs/big': 'x'.repeat(100_000),
      'pkgs/twice': 'y'.repeat(50_000)
    });
    await fs.mkdir(home.at('env'));
    await fs.link(home.at('pkgs/big'), home.at('env/big'));
    await fs.link(home.at('pkgs/twice'), home.at('pkgs/again'));
    const review = await home.review(['pkgs']);
    expect(review).toMatchObject({ files: 3, linkedFiles: 1 });
    expect(review.linkedBytes).toBeGreaterThanOrEqual(100_000);
    expect(review.freedBytes).toBeLessThan(100_000);
    const result = await home.delete(review.targets);
    expect(result).toMatchObject({
      removed: ['pkgs'],
      deletedFiles: 3,
      deletedBytes: review.freedBytes,
      failedCount: 0
    });
    expect(await fs.readFile(home.at('env/big'), 'utf8')).toHaveLength(100_000);
  });

  it('B14 B32 B46 deletes names of any bytes and lengths', async () => {
    await home.write({
      'cache/plain': '1',
      'cache/   ': '2',
      [`cache/${'n'.repeat(255)}`]: '3'
    });
    const odd = Buffer.concat([
      Buffer.from(home.at('cache/')),
      Buffer.from('bad\xff\xfe', 'latin1')
    ]);
    await fs.mkdir(odd);
    await fs.writeFile(
      Buffer.concat([odd, Buffer.from('/\x80', 'latin1')]),
      '4'
    );
    const review = await home.review(['cache/bad\udcff\udcfe']);
    expect(review).toMatchObject({ files: 1, directories: 1 });
    const result = await home.clear(['cache']);
    expect(result).toMatchObject({
      removed: ['cache'],
      deletedFiles: 4,
      failedCount: 0
    });
  });

  it('B33 deletes a tree that is a thousand folders deep', async () => {
    execFileSync('python3', ['-c', DEEP, home.at('cache')]);
    const review = await home.review(['cache']);
    expect(review).toMatchObject({ directories: 1001, files: 1 });
    const descriptors = (await fs.readdir('/proc/self/fd')).length;
    let most = 0;
    const result = await home.delete(review.targets, {
      unlink: async path => {
        most = (await fs.readdir('/proc/self/fd')).length;
        await fs.unlink(path);
      }
    });
    expect(result).toMatchObject({
      removed: ['cache'],
      deletedFiles: 1,
      failedCount: 0
    });
    expect(most - descriptors).toBeLessThan(100);
    expect(home.tree()).toEqual([]);
  }, 60_000);

  (isRoot ? it : it.skip)(
    'B44 names a file that may not be deleted',
    async () => {
      await home.write({ 'cache/fixed': '1', 'cache/free': '2' });
      execFileSync('chattr', ['+i', home.at('cache/fixed')]);
      try {
        const result = await home.clear(['cache']);
        expect(result).toMatchObject({
          removed: [],
          deletedFiles: 1,
          failed: [{ path: 'cache/fixed', reason: 'EPERM' }],
          failedCount: 1
        });
      } finally {
        execFileSync('chattr', ['-i', home.at('cache/fixed')]);
      }
      expect(home.tree()).toEqual(['cache', 'cache/fixed']);
    }
  );

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

  it('stops between files when it is cancelled', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `cache/${index}`);
    await home.write(Object.fromEntries(names.map(name => [name, 'x'])));
    const { targets } = await home.review(['cache']);
    const stop = new AbortController();
    let unlinked = 0;
    const handlers = home.handlers(
      {},
      {
        unlink: path => {
          unlinked += 1;
          if (unlinked === 20) {
            stop.abort();
          }
          return fs.unlink(path);
        }
      }
    );
    const answer = last(handlers['home/deletion']({ targets }, stop.signal));
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(home.tree()).toHaveLength(201 - unlinked);
    expect(unlinked).toBeLessThan(40);
  });

  it('deletes nothing more once nobody listens', async () => {
    await home.write({ 'cache/a': '1', 'cache/b/c': '2' });
    const { targets } = await home.review(['cache']);
    let goOn = (): void => undefined;
    const handlers = home.handlers(
      {},
      {
        unlink: async path => {
          await new Promise<void>(resolve => (goOn = resolve));
          await fs.unlink(path);
        }
      }
    );
    const items = handlers['home/deletion']({ targets }, never)[
      Symbol.asyncIterator
    ]();
    await items.next();
    const ended = items.return?.();
    goOn();
    await ended;
    expect(home.tree()).toEqual(['cache', 'cache/b', 'cache/b/c']);
  });

  it('does one deletion at a time', async () => {
    await home.write({ 'cache/a': '1', other: '2' });
    const { targets } = await home.review(['cache', 'other']);
    let goOn = (): void => undefined;
    const handlers = home.handlers(
      {},
      {
        unlink: async path => {
          await new Promise<void>(resolve => (goOn = resolve));
          await fs.unlink(path);
        }
      }
    );
    const first = handlers['home/deletion'](
      { targets: targets.slice(0, 1) },
      never
    );
    const items = first[Symbol.asyncIterator]();
    await items.next();
    const second = last(
      handlers['home/deletion']({ targets: targets.slice(1) }, never)
    );
    await expect(second).rejects.toMatchObject({ code: 'unavailable' });
    goOn();
    await items.return?.();
    const third = last(
      handlers['home/deletion']({ targets: targets.slice(1) }, never)
    );
    const tick = setInterval(() => goOn(), 5);
    await expect(third).resolves.toMatchObject({ removed: ['other'] });
    clearInterval(tick);
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

function duBytes(path: string): number {
  return Number.parseInt(String(execFileSync('du', ['-sB1', path])), 10);
}

const DEEP = `
import os, sys
os.mkdir(sys.argv[1])
os.chdir(sys.argv[1])
for _ in range(1000):
    os.mkdir("elevenchars")
    os.chdir("elevenchars")
open("bottom", "w").write("x")
`;

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
