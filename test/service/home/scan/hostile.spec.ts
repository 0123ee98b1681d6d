import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { makeDeep } from '../../../support/home/deep-tree';
import type { TreeBase } from '../../../support/home/scan/tree-base';
import { du, walk, WAYS } from '../../../support/home/scan/walked';
import { eachTree } from '../../../support/home/scan/each-tree';

describe.each(WAYS)('a walk that calls %s', way => {
  let tree: TreeBase;

  eachTree(made => {
    tree = made;
  });

  it('counts the blocks of the root itself', async () => {
    const { report } = await walk(tree.at('kept'), way);

    expect(report).toMatchObject({
      usedBytes: du(tree.at('kept')),
      files: 1,
      directories: 0
    });
  });

  it('B27 follows no symbolic link: loops, dangling, to the root, out of the home', async () => {
    fs.symlinkSync('self', tree.at('self'));
    fs.symlinkSync('.', tree.at('here'));
    fs.symlinkSync('nowhere', tree.at('dangling'));
    fs.symlinkSync('/', tree.at('everything'));
    fs.symlinkSync('/usr', tree.at('kept/out'));

    const { report } = await walk(tree.home, way);

    expect(report).toMatchObject({
      usedBytes: du(tree.home),
      files: 6,
      complete: true
    });
    expect(
      report.children.filter(({ kind }) => kind === 'symlink')
    ).toHaveLength(4);
  });

  it('B28 leaves out a folder that is mounted inside, and names it', async () => {
    tree.file('shared/theirs', 500_000);
    tree.file('deep/down/mounted/theirs', 500_000);

    const { report } = await walk(tree.home, way, {
      mounts: ['deep/down/mounted', 'shared']
    });

    expect(report).toMatchObject({
      usedBytes: du(tree.home, 'shared', 'mounted'),
      excludedMounts: ['deep/down/mounted', 'shared'],
      complete: true
    });
    expect(report.children.map(({ name }) => name).sort()).toEqual([
      'deep',
      'kept'
    ]);
  });

  it('B29 opens no FIFO, socket or device', async () => {
    execFileSync('mkfifo', [tree.at('fifo')]);
    const server = createServer().listen(tree.at('socket'));
    await new Promise(resolve => server.once('listening', resolve));

    const { report } = await walk(tree.home, way);

    const usedBytes = du(tree.home);
    await new Promise(resolve => server.close(resolve));
    expect(report).toMatchObject({ usedBytes, files: 3, complete: true });
    expect(report.children.filter(({ kind }) => kind === 'other')).toHaveLength(
      2
    );
  });

  it('B30 counts the blocks of a sparse file, and says what it claims to hold', async () => {
    fs.writeFileSync(tree.at('sparse'), '');
    fs.truncateSync(tree.at('sparse'), 2 ** 40);

    const { report } = await walk(tree.home, way);

    expect(report).toMatchObject({
      usedBytes: du(tree.home),
      apparentBytes: 2 ** 40 + 5000
    });
  });

  it('B31 counts a file with several names once, in the directory that comes first', async () => {
    tree.file('z/one', 100_000);
    tree.directory('a/b');
    fs.linkSync(tree.at('z/one'), tree.at('a/b/two'));
    fs.linkSync(tree.at('z/one'), tree.at('three'));
    fs.linkSync(tree.at('z/one'), tree.at('kept/four'));

    const { report } = await walk(tree.home, way);

    const used = Object.fromEntries(
      report.children.map(({ name, usedBytes }) => [name, usedBytes])
    );
    expect(report).toMatchObject({ usedBytes: du(tree.home), files: 2 });
    // The home itself comes before all that is in it.
    expect(used).toMatchObject({ three: 102_400, z: 4096, a: 8192 });
  });

  it('B32 B46 reads names of 255 bytes and of nothing but spaces', async () => {
    tree.file('n'.repeat(255));
    tree.file('ü'.repeat(127));
    tree.file('   /  / ');

    const { report } = await walk(tree.home, way);

    expect(report).toMatchObject({ usedBytes: du(tree.home), complete: true });
    expect(report.children.map(({ name }) => name)).toContain('   ');
  });

  it('B14 counts names that are not UTF-8 and writes them so that they can be found again', async () => {
    tree.file(Buffer.from([0x62, 0xff, 0xfe]));
    tree.file('b\uFFFD\uFFFD', 9000);
    fs.mkdirSync(
      Buffer.concat([Buffer.from(`${tree.home}/`), Buffer.from([0xe9])])
    );
    tree.file(Buffer.concat([Buffer.from([0xe9]), Buffer.from('/below')]));

    const { report } = await walk(tree.home, way);

    expect(report).toMatchObject({ usedBytes: du(tree.home), complete: true });
    expect(report.children.map(({ name }) => name).sort()).toEqual(
      ['b\uDCFF\uDCFE', 'b\uFFFD\uFFFD', 'kept', '\uDCE9'].sort()
    );
  });

  it('B33 reaches the bottom of a thousand directories, beyond the longest path', async () => {
    makeDeep(tree.home);

    const { report } = await walk(tree.home, way);

    expect(report).toMatchObject({
      usedBytes: du(tree.home),
      directories: 1001,
      files: 2,
      complete: true
    });
  });

  it('B36 takes times before 1970 and far ahead as they are', async () => {
    fs.utimesSync(tree.at('kept/file'), -2_147_483_648, -2_147_483_648);
    tree.file('later/file');
    fs.utimesSync(tree.at('later/file'), 4_294_967_296, 4_294_967_296);

    const { report } = await walk(tree.home, way);

    expect(report.children).toContainEqual(
      expect.objectContaining({
        name: 'later',
        newestChangeAt: '2106-02-07T06:28:16.000Z'
      })
    );
  });

  it('B42 counts snapshots and lost+found like any other directory', async () => {
    tree.file('.snapshot/hourly/file');
    tree.file('lost+found/file');

    const { report } = await walk(tree.home, way);

    expect(report.usedBytes).toBe(du(tree.home));
  });

  it('B43 B44 walks a home that is a symbolic link, with odd modes in it', async () => {
    tree.file('setuid');
    fs.chmodSync(tree.at('setuid'), 0o6755);
    fs.symlinkSync('home', `${tree.path}/link`);

    const { report } = await walk(`${tree.path}/link`, way);

    expect(report.usedBytes).toBe(du(tree.home));
  });

  it('names what has no room left instead of leaving it out', async () => {
    tree.file('one/file');
    tree.file('two/file');

    const { report } = await walk(tree.home, way, { capacity: 3 });

    expect(report.complete).toBe(false);
    expect(report.unreadable).toEqual([
      { path: expect.any(String) as string, reason: 'E2BIG' }
    ]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();

    await expect(
      walk(tree.home, way, { signal: stop.signal })
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
