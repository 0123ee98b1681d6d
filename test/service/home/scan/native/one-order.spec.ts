import fs from 'node:fs';
import { handedOver } from '../../../../../src/service/home/scan/native/handed-over';
import { Workspace } from '../../../../../src/service/home/scan/native/workspace';
import { directoryStart } from '../../../../../src/service/home/scan/tree/tally';
import { nativePart } from '../../../../support/home/scan/native-part';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import {
  ALL,
  carriedOut,
  count,
  EXTENT,
  part,
  withRoot
} from '../../../../support/home/scan/one-order';
import { descriptors } from '../../../../support/home/scan/descriptors';

// A busy machine takes its time, and a walk that is left goes on in a directory of its own: what comes after it is lost too.
jest.setTimeout(60_000);

describe('what is compiled', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
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
});
