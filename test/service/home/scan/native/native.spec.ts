import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import type { AnsweredCount } from '../../../../../src/service/home/scan/native/answered-count';
import { handedOver } from '../../../../../src/service/home/scan/native/handed-over';
import {
  loadNative,
  type INative
} from '../../../../../src/service/home/scan/native/native';
import type { IPart } from '../../../../../src/service/home/scan/native/order';
import { Workspace } from '../../../../../src/service/home/scan/native/workspace';
import { DirectoryColumns } from '../../../../../src/service/home/scan/tree/columns';
import { directoryStart } from '../../../../../src/service/home/scan/tree/tally';
import { nativePart } from '../../../../support/home/scan/native-part';
import { nicenessOf } from '../../../../support/home/scan/niceness';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { du, walk } from '../../../../support/home/scan/walked';

// A busy machine takes its time, and a walk that is left goes on in a directory of its own: what comes after it is lost too.
jest.setTimeout(60_000);

const EXTENT = { mostEntries: 1000, deadlineMs: 1000 };
const NO_COLUMNS = handedOver(DirectoryColumns.create(1));
const ALL = { floorBytes: Infinity, excluded: undefined };

/** Nobody's number: a user who owns nothing. */
const STRANGER = 65_534;

/** Swaps a directory and a symbolic link to another one, as fast as it can. */
const SWAPS = `
const fs = require('node:fs');
process.chdir(process.argv[1]);
for (;;) {
  fs.renameSync('home/swapped', 'kept');
  fs.symlinkSync('../outside', 'home/swapped');
  fs.unlinkSync('home/swapped');
  fs.renameSync('kept', 'home/swapped');
}`;

async function carriedOut(
  space: Workspace,
  columns = NO_COLUMNS
): Promise<AnsweredCount[]> {
  await new Promise<void>(resolve => space.begin(resolve, columns));
  return [...space.answer.counts()];
}

/** Columns with the root of a tree alone. */
function withRoot(found: fs.Stats): DirectoryColumns {
  const columns = DirectoryColumns.create(100);
  columns.add(0, Buffer.alloc(0), directoryStart(found, found.dev));
  return columns;
}

/** A copy of what an answer left, and what to do with it. */
function part({ rest, isListed }: AnsweredCount, mayClose = false): IPart {
  const names = { ...rest, bytes: Uint8Array.from(rest.bytes) };
  return { names, lists: !isListed, mayClose };
}

/** Count one directory that was found before. */
async function count(
  path: string,
  found = fs.lstatSync(path),
  extent = EXTENT
): Promise<{ space: Workspace; counted: AnsweredCount }> {
  const space = new Workspace(nativePart());
  space.order.beginCounts(found.dev, path, extent);
  space.order.addCount(0, ALL);
  const [counted] = await carriedOut(space, handedOver(withRoot(found)));
  if (counted === undefined) {
    throw new Error('There is no answer.');
  }
  return { space, counted };
}

function descriptors(): number {
  return fs.readdirSync('/proc/self/fd').length;
}

describe('what is compiled', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it('is not needed: where it is not, nothing is loaded', () => {
    expect(loadNative(tree.path)).toBeNull();
  });

  it('lets the thread that gives out orders go first', async () => {
    tree.file('some/file', 10);

    await count(tree.at('some'));

    const own = getPriority();
    expect(Math.max(...nicenessOf('self'))).toBe(Math.min(19, own + 5));
    // Linux knows the first thread of a process by the number of the process.
    expect(getPriority(process.pid)).toBe(own);
  });

  it('takes nothing but a workspace', () => {
    expect(() => {
      nativePart().begin(new ArrayBuffer(16), () => undefined, NO_COLUMNS);
    }).toThrow('This is no workspace.');
  });

  it('takes nothing but columns for those of known directories', () => {
    const space = new ArrayBuffer(nativePart().workspaceBytes);

    expect(() => {
      nativePart().begin(space, () => undefined, [new ArrayBuffer(8)]);
    }).toThrow('These are no columns.');
  });

  it('adds up files and tells for themselves what is more than a number', async () => {
    tree.file('some/small', 5000);
    tree.file('some/linked', 10);
    tree.directory('some/below');
    fs.linkSync(tree.at('some/linked'), tree.at('twice'));

    const { counted } = await count(tree.at('some'));

    const { blocks, mtimeMs, ino } = fs.lstatSync(tree.at('some/small'));
    expect(counted).toMatchObject({ reason: null, held: null, isListed: true });
    expect(counted.content).toEqual({
      usedBytes: 512 * blocks,
      apparentBytes: 5000,
      files: 1,
      newestMs: mtimeMs,
      lowInode: ino,
      highInode: ino
    });
    expect(counted.entries.map(({ name }) => name).sort()).toEqual([
      'below',
      'linked'
    ]);
  });

  it('looks at directories before files, so that others can go on in them', async () => {
    for (let at = 0; at < 50; at += 1) {
      tree.file(`some/file-${at}`, 10);
    }
    tree.directory('some/below');

    const { counted } = await count(tree.at('some'), undefined, {
      mostEntries: 1,
      deadlineMs: 1000
    });

    fs.closeSync(counted.held ?? -1);
    expect(counted.entries.map(({ name }) => name)).toEqual(['below']);
    expect(Buffer.from(counted.rest.bytes).toString().split('\0')).toHaveLength(
      51
    );
  });

  it('says the same of an entry as Node, to the last bit', async () => {
    tree.directory('some/below');
    fs.utimesSync(tree.at('some/below'), 1.234_567_891, -98_765.432_1);

    const { counted } = await count(tree.at('some'));

    const { dev, ino, mode, nlink, size, blocks, mtimeMs, ctimeMs } =
      fs.lstatSync(tree.at('some/below'));
    expect(counted.entries).toEqual([
      {
        name: 'below',
        stats: { dev, ino, mode, nlink, size, blocks, mtimeMs, ctimeMs },
        exactInode: undefined
      }
    ]);
  });

  it.each([
    ['a symbolic link', (path: string) => fs.symlinkSync('.', path)],
    ['a file', (path: string) => fs.writeFileSync(path, '')],
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
    ['another directory', (path: string) => fs.mkdirSync(path)],
    ['nothing', () => undefined]
  ])(
    'B26 B29 counts nothing where %s stands in place of a directory',
    async (_, put) => {
      tree.file('found/file', 5000);
      const found = fs.lstatSync(tree.at('found'));
      fs.renameSync(tree.at('found'), tree.at('moved'));
      put(tree.at('found'));

      const { counted } = await count(tree.at('found'), found);

      expect(counted).toMatchObject({
        reason: 'ENOENT',
        held: null,
        content: { files: 0, usedBytes: 0 },
        entries: []
      });
    }
  );

  it('B25 tells what vanished between listing and looking', async () => {
    for (const name of ['one', 'two', 'three']) {
      tree.file(`some/${name}`, 10);
    }
    const first = await count(tree.at('some'), undefined, {
      ...EXTENT,
      mostEntries: 0
    });
    const { held } = first.counted;
    const all = part(first.counted);
    fs.rmSync(tree.at('some/two'));

    first.space.order.goOn(held ?? -1, all, ALL, EXTENT);
    const [counted] = await carriedOut(first.space);
    fs.closeSync(held ?? -1);

    expect(counted).toMatchObject({
      isListed: true,
      content: { files: 2 },
      entries: [{ name: 'two', reason: 'ENOENT' }]
    });
  });

  it('B26 goes on in the directory that it holds, whatever stands at its path', async () => {
    tree.file('some/file', 10);
    fs.mkdirSync(`${tree.path}/outside`);
    fs.writeFileSync(`${tree.path}/outside/file`, Buffer.alloc(1_000_000));
    const { counted, space } = await count(tree.at('some'), undefined, {
      ...EXTENT,
      mostEntries: 0
    });
    const all = part(counted);
    fs.renameSync(tree.at('some'), tree.at('moved'));
    fs.symlinkSync('../outside', tree.at('some'));

    space.order.goOn(counted.held ?? -1, all, ALL, EXTENT);
    const [more] = await carriedOut(space);
    fs.closeSync(counted.held ?? -1);

    expect(more?.content).toMatchObject({ files: 1, apparentBytes: 10 });
  });

  it.each([1, 7, 1000])(
    'B34 counts each name of a long list once, %i at a time',
    async mostEntries => {
      for (let at = 0; at < 3000; at += 1) {
        tree.file(`wide/a-name-that-is-not-the-shortest-${at}`);
      }
      const extent = { ...EXTENT, mostEntries };
      const { space, counted } = await count(
        tree.at('wide'),
        undefined,
        extent
      );
      let { files } = counted.content;
      let { held, isListed } = counted;
      let rest = part(counted, true);
      const before = descriptors();
      while (held !== null) {
        space.order.goOn(held, { ...rest, lists: !isListed }, ALL, extent);
        const [more] = await carriedOut(space);
        if (more === undefined) {
          throw new Error('There is no answer.');
        }
        files += more.content.files;
        rest = part(more, true);
        isListed ||= more.isListed;
        ({ held } = more);
      }

      expect(descriptors()).toBeLessThan(before);
      expect(files).toBe(3000);
    }
  );

  it('leaves directories for the next order when its time is over', async () => {
    const space = new Workspace(nativePart());
    const found = fs.lstatSync(tree.home);
    const columns = withRoot(found);
    space.order.beginCounts(found.dev, tree.home, { ...EXTENT, deadlineMs: 0 });
    for (const name of ['one', 'two', 'three']) {
      tree.directory(name);
      const start = directoryStart(fs.lstatSync(tree.at(name)), found.dev);
      space.order.addCount(columns.add(0, name, start) ?? -1, ALL);
    }

    const counts = await carriedOut(space, handedOver(columns));

    expect(space.answer.done).toBe(1);
    expect(counts).toHaveLength(1);
  });

  it('opens nothing any more when its order is withdrawn', async () => {
    tree.file('some/file', 10);
    const found = fs.lstatSync(tree.at('some'));
    const space = new Workspace(nativePart());
    space.order.beginCounts(found.dev, tree.at('some'), EXTENT);
    space.order.addCount(0, ALL);

    space.order.withdraw();
    const counted = await carriedOut(space, handedOver(withRoot(found)));

    expect(counted).toEqual([]);
    expect(space.answer.calls).toBe(0);
  });

  it('has no room for more than one order holds', () => {
    const { order } = new Workspace(nativePart());
    const mounts = new Set(
      Array.from({ length: 20 }, (_, at) => `${at}`.padEnd(200, 'x'))
    );
    for (const wanted of [ALL, { ...ALL, excluded: mounts }]) {
      order.beginCounts(0, '/', EXTENT);
      let added = 0;
      while (order.addCount(added, wanted)) {
        added += 1;
      }

      expect(added).toBeGreaterThan(1);
      expect(order.size).toBe(added);
    }
  });

  it('counts nothing of numbers that no directory has, or of a path that is too long', async () => {
    const found = fs.lstatSync(tree.home);
    const space = new Workspace(nativePart());
    const columns = withRoot(found);
    const start = directoryStart(found, found.dev);
    let deep = 0;
    for (let level = 0; level < 30; level += 1) {
      deep = columns.add(deep, 'd'.repeat(200), start) ?? -1;
    }
    space.order.beginCounts(found.dev, tree.home, EXTENT);
    for (const id of [deep, 1_000_000, 2 ** 40]) {
      space.order.addCount(id, ALL);
    }

    const counts = await carriedOut(space, handedOver(columns));

    expect(counts).toMatchObject([
      { reason: 'ENAMETOOLONG', held: null },
      { reason: 'ENOENT', held: null },
      { reason: 'ENOENT', held: null }
    ]);
  });

  it('B24 says of a directory that it may not be read, once', async () => {
    if (process.getuid?.() !== 0) {
      console.log('Only root can be somebody else.');
      return;
    }
    tree.file('secret/one');
    tree.file('secret/two');
    tree.file('listed/one');
    tree.file('listed/two');
    fs.chmodSync(tree.path, 0o755);
    fs.chmodSync(tree.home, 0o755);
    fs.chmodSync(tree.at('secret'), 0o700);
    fs.chmodSync(tree.at('listed'), 0o744);
    process.seteuid?.(STRANGER);
    let report;
    try {
      ({ report } = await walk(tree.home, 'natively'));
    } finally {
      process.seteuid?.(0);
    }

    expect(report).toMatchObject({
      complete: false,
      unreadableCount: 2,
      unreadable: [
        { path: 'listed', reason: 'EACCES' },
        { path: 'secret', reason: 'EACCES' }
      ]
    });
  });

  it('B33 B34 walks wide and deep trees and leaves nothing open', async () => {
    for (let at = 0; at < 9000; at += 1) {
      tree.file(`wide/${at}`);
    }
    const deep = Array.from({ length: 30 }, () => 'd'.repeat(200)).join('/');
    let path = tree.home;
    for (const name of deep.split('/').slice(0, 15)) {
      path = join(path, name);
    }
    fs.mkdirSync(path, { recursive: true });
    const before = descriptors();

    const { report } = await walk(tree.home, 'natively');

    expect(report).toMatchObject({ complete: true, usedBytes: du(tree.home) });
    expect(descriptors()).toBe(before);
  });

  it('leaves nothing open when it is stopped half way', async () => {
    for (let at = 0; at < 9000; at += 1) {
      tree.file(`${at % 3}/${at}`);
    }
    const before = descriptors();
    const stop = new AbortController();
    const { begin, ...rest } = nativePart();
    let orders = 0;
    const stopping: INative = {
      ...rest,
      begin: (space, done, columns) => {
        orders += 1;
        begin(
          space,
          () => {
            if (orders >= 3) {
              stop.abort();
            }
            done();
          },
          columns
        );
      }
    };

    await expect(
      walk(tree.home, 'natively', { signal: stop.signal, native: stopping })
    ).rejects.toMatchObject({ code: 'cancelled' });

    while (descriptors() > before) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(descriptors()).toBe(before);
  });

  it.each([1, 2])(
    'never has more orders carried out than it may: %i',
    async concurrency => {
      for (let at = 0; at < 200; at += 1) {
        tree.file(`${at}/file`);
      }
      const { begin, ...rest } = nativePart();
      let now = 0;
      let most = 0;
      const counting: INative = {
        ...rest,
        begin: (space, done, columns) => {
          now += 1;
          most = Math.max(most, now);
          begin(
            space,
            () => {
              now -= 1;
              done();
            },
            columns
          );
        }
      };

      const { report } = await walk(tree.home, 'natively', {
        concurrency,
        native: counting
      });

      expect(report.usedBytes).toBe(du(tree.home));
      expect(most).toBe(concurrency);
    }
  );

  it('is not used under a ceiling on calls, which only single calls can keep', async () => {
    tree.file('some/file');
    let orders = 0;
    const counting: INative = {
      ...nativePart(),
      begin: () => {
        orders += 1;
      }
    };

    const { report } = await walk(tree.home, 'natively', {
      operationsPerSecond: 10_000,
      native: counting
    });

    expect(report.usedBytes).toBe(du(tree.home));
    expect(orders).toBe(0);
  });

  it('B27 never counts what is behind a link that somebody swaps in', async () => {
    tree.file('swapped/a/file', 5000);
    fs.mkdirSync(`${tree.path}/outside/a`, { recursive: true });
    fs.writeFileSync(`${tree.path}/outside/a/file`, Buffer.alloc(1_000_000));
    const swapper = spawn(process.execPath, ['-e', SWAPS, tree.path], {
      stdio: 'ignore'
    });
    try {
      while (fs.existsSync(tree.at('swapped'))) {
        await new Promise(resolve => setImmediate(resolve));
      }
      for (let time = 0; time < 500; time += 1) {
        const { report } = await walk(tree.home, 'natively');

        expect(report.usedBytes).toBeLessThan(100_000);
      }
    } finally {
      swapper.kill('SIGKILL');
      await once(swapper, 'close');
    }
  }, 60_000);
});
