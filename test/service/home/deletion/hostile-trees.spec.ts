import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { makeDeep } from '../../../support/home/deep-tree';
import { HomeFolder } from '../../../support/home/home-folder';

const isRoot = process.getuid?.() === 0;

describe('deleting what may not be what it was', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('deletes a symbolic link as a link', async () => {
    await fs.symlink(home.canary, home.at('link'));
    const review = await home.review(['link']);
    expect(review.targets[0]?.identity.kind).toBe('symlink');
    await home.delete(review.targets);
    expect(home.tree()).toEqual([]);
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
    makeDeep(home.at('cache'));
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
});
