import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

const isRoot = process.getuid?.() === 0;

describe('home/deletion', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

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
});

function duBytes(path: string): number {
  return Number.parseInt(String(execFileSync('du', ['-sB1', path])), 10);
}
