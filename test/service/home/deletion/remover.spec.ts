import fs from 'node:fs/promises';
import type { DeletionTarget } from '../../../../src/contract';
import { type DeletionFiles } from '../../../../src/service/home/deletion/files';
import { HomeFolder } from '../../../support/home/home-folder';
import { removeReviewed } from '../../../support/home/remove-reviewed';

/** A time of change, in nanoseconds, that everything was changed before. */
const MUCH_LATER = '9'.repeat(19);

const A = Buffer.from('a');

type Identity = DeletionTarget['identity'];

/**
 * A remover by itself. `Deletion` looks at a target before it, and what changed by then never gets here: what these
 * tests deny is what comes in between.
 */
describe('Remover of a target', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
    await home.write({ 'cache/a': '1', 'cache/sub/b': '2', file: '3' });
  });

  afterEach(() => home.remove());

  async function reviewed(path: string): Promise<DeletionTarget> {
    const { targets } = await home.review([path]);
    const [target] = targets;
    if (!target) {
      throw new Error(`${path} has no review.`);
    }
    return target;
  }

  const remove = (target: DeletionTarget, files?: Partial<DeletionFiles>) =>
    removeReviewed(home, target, files);

  it.each(['cache', 'file'])('deletes %s, which is as it was', async path => {
    const remover = await remove(await reviewed(path));

    expect(remover.failures.count).toBe(0);
    expect(home.tree().some(name => name.startsWith(path))).toBe(false);
  });

  it.each<[string, string, Partial<Identity>]>([
    ['a file', 'another inode', { inode: '1' }],
    ['a file', 'another device', { device: '999999' }],
    ['a file', 'another kind', { kind: 'symlink' }],
    ['a folder', 'another inode', { inode: '1' }],
    ['a folder', 'another device', { device: '999999' }],
    ['a folder', 'another kind', { kind: 'other' }]
  ])('keeps %s in whose place %s was reviewed', async (what, _, other) => {
    const path = what === 'a file' ? 'file' : 'cache';
    const { identity } = await reviewed(path);
    const before = home.tree();

    const remover = await remove({ path, identity: { ...identity, ...other } });

    expect(home.tree()).toEqual(before);
    expect(remover.failures.named).toEqual([{ path, reason: 'precondition' }]);
  });

  it.each(['cache', 'file'])(
    'keeps %s, which changed after its review',
    async path => {
      const { identity } = await reviewed(path);
      const { ctimeNs } = await fs.lstat(home.at(path), { bigint: true });
      const newestChangeNs = String(ctimeNs - 1n);
      const before = home.tree();

      const remover = await remove({
        path,
        identity: { ...identity, newestChangeNs }
      });

      expect(home.tree()).toEqual(before);
      expect(remover.failures.named).toEqual([
        { path, reason: 'precondition' }
      ]);
    }
  );

  it('keeps an empty folder that took the place of the one it emptied', async () => {
    const target = await reviewed('cache');
    const swapped: DeletionFiles['unlink'] = async path => {
      await fs.unlink(path);
      if (String(path).endsWith('/b')) {
        await fs.rename(home.at('cache/sub'), home.at('away'));
        await fs.mkdir(home.at('cache/sub'));
      }
    };

    await remove(target, { unlink: swapped });

    expect(home.tree()).toEqual(['away', 'cache', 'cache/sub', 'file']);
  });

  it('empties no folder that took the place of one between the look and the way in', async () => {
    await home.write({ 'precious/years': 'old' });
    const { identity } = await reviewed('cache');
    const swapped = (async (...args: Parameters<DeletionFiles['open']>) => {
      if (String(args[0]).endsWith('/sub')) {
        await fs.rename(home.at('cache/sub'), home.at('away'));
        await fs.rename(home.at('precious'), home.at('cache/sub'));
      }
      return fs.open(...args);
    }) as DeletionFiles['open'];

    // Whenever anything changed: the folder itself has to be told from the other.
    const remover = await remove(
      { path: 'cache', identity: { ...identity, newestChangeNs: MUCH_LATER } },
      { open: swapped }
    );

    expect(home.tree()).toContain('cache/sub/years');
    expect(remover.failures.named).toContainEqual({
      path: 'cache/sub',
      reason: 'precondition'
    });
  });

  it('lists a folder again from which a list left something out', async () => {
    let lists = 0;
    const remover = await remove(await reviewed('cache'), {
      readdir: listing(names => {
        lists += 1;
        return lists === 1 ? names.filter(name => name.equals(A)) : names;
      })
    });

    expect(remover.failures.count).toBe(0);
    expect(home.tree()).toEqual(['file']);
  });

  it('gives a folder up after three lists that leave something out', async () => {
    let lists = 0;
    const remover = await remove(await reviewed('cache'), {
      readdir: listing(() => {
        lists += 1;
        return [];
      })
    });

    expect(lists).toBe(3);
    expect(remover.failures.named).toEqual([
      { path: 'cache', reason: 'ENOTEMPTY' }
    ]);
  });
});

/** The names in a directory, as a test has them seen. */
function listing(
  see: (names: readonly Buffer[]) => readonly Buffer[]
): DeletionFiles['readdir'] {
  return (async (path: string) =>
    see(
      await fs.readdir(path, { encoding: 'buffer' })
    )) as unknown as DeletionFiles['readdir'];
}
