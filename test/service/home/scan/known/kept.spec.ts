import fs from 'node:fs';
import { join } from 'node:path';
import { Cache } from '../../../../../src/service/cache';
import { survey } from '../../../../../src/service/home/scan/tree/ground';
import {
  keepTree,
  recallTree
} from '../../../../../src/service/home/scan/known/known-file';
import {
  assumedIn,
  groundOf,
  type IKnownTree
} from '../../../../../src/service/home/scan/known/known-tree';
import { knownAfter } from '../../../../../src/service/home/scan/known/known-after';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { finishedWalk } from '../../../../support/home/scan/walked';

const COUNTED = 1_795_000_000;

/** A number takes eight bytes, and of a linked name the directory is the third of five. */
const ROW_BYTES = 40;
const DIRECTORY_AT = 16;

describe('what was kept of a tree', () => {
  let tree: TreeBase;
  let cache: Cache;
  let known: IKnownTree;

  beforeEach(async () => {
    tree = TreeBase.make();
    tree.file('alone/file');
    tree.file('linked/file');
    fs.linkSync(tree.at('linked/file'), tree.at('linked/again'));
    tree.directory('empty');
    cache = new Cache(join(tree.path, 'cache'));
    const walked = await finishedWalk(tree.home, 'promptly', {
      keepsNames: true
    });
    known = knownAfter(walked, COUNTED);
  });

  afterEach(() => {
    tree.remove();
  });

  const recall = (): Promise<IKnownTree | null> =>
    recallTree(cache, groundOf(survey(tree.home)));

  /** After what was kept was changed, though it is whole. */
  async function changed(
    change: (header: string, rest: Buffer) => [string, Buffer]
  ): Promise<unknown> {
    await keepTree(cache, known);
    const bytes = (await cache.readBytes('home-tree')) ?? Buffer.alloc(0);
    const end = bytes.indexOf('\n');
    const [header, rest] = change(
      bytes.toString('utf8', 0, end),
      bytes.subarray(end)
    );
    await cache.writeBytes('home-tree', [Buffer.from(header), rest]);
    return recall();
  }

  it.each([
    [3, true],
    [4, false],
    [-1, false]
  ])('names a large file in directory %d of four: %s', async (id, isThere) => {
    const large = `"large":[{"directory":${id},"name":"a","usedBytes":1,"changedMs":1,"linked":null}]`;

    const recalled = await changed((header, rest) => [
      header.replace('"large":[]', large),
      rest
    ]);

    expect(recalled !== null).toBe(isThere);
  });

  it.each([
    [3, true],
    [4, false],
    [-1, false]
  ])('names a linked file in directory %d of four: %s', async (id, isThere) => {
    const recalled = await changed((header, rest) => {
      const moved = Buffer.from(rest);
      const at = moved.length - ROW_BYTES + DIRECTORY_AT;
      moved.set(new Uint8Array(Float64Array.of(id).buffer), at);
      return [header, moved];
    });

    expect(recalled !== null).toBe(isThere);
  });

  it('is of no use with more behind it', async () => {
    const longer = changed((header, rest) => [
      header,
      Buffer.concat([rest, Buffer.alloc(1)])
    ]);

    expect(await longer).toBeNull();
  });

  it('still tells which directories may hold the first name of a file', async () => {
    const { lowInode, highInode, count } = known.columns;
    const before = [lowInode.slice(0, count), highInode.slice(0, count)];
    const { ino } = fs.lstatSync(tree.at('alone/file'));
    await keepTree(cache, known);

    const columns = (await recall())?.columns;

    expect(before[0]).toContain(ino);
    expect(columns?.lowInode.slice(0, count)).toEqual(before[0]);
    expect(columns?.highInode.slice(0, count)).toEqual(before[1]);
  });

  it('goes when there is too much to keep', async () => {
    await keepTree(cache, known);
    const [file = ''] = fs.readdirSync(join(tree.path, 'cache'));
    expect(file).toBe('home-tree');
    const large = {
      directory: 0,
      name: 'a'.repeat(61 << 20),
      usedBytes: 1,
      changedMs: 1,
      linked: null
    };

    await keepTree(cache, { ...known, large: [large] });

    expect(fs.readdirSync(join(tree.path, 'cache'))).not.toContain(file);
  });

  it('is assumed of directories with files, also with linked ones alone, read before a count began', () => {
    const later = (COUNTED + 1) * 1000;

    // Neither the home itself nor the empty one.
    expect(assumedIn(known, later)).toEqual({
      directories: 2,
      sinceMs: COUNTED * 1000
    });
    expect(assumedIn(known, COUNTED * 1000)).toBeNull();
  });
});
