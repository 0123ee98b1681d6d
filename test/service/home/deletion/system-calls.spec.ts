import fs from 'node:fs/promises';
import type { DeletionFiles } from '../../../../src/service/home/deletion/files';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

const CACHE = Buffer.from('/cache');

/**
 * What the system says that it rarely says: nothing is deleted that it cannot vouch for.
 */
describe('home/deletion, when a system call', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
    await home.write({ 'cache/a': '1', file: '2' });
  });

  afterEach(() => home.remove());

  const failure = (code: string): Error => Object.assign(new Error(), { code });

  it('does not tell which mount a folder is on, deletes nothing', async () => {
    const readFile = (async (path: string, ...rest: []) =>
      path.startsWith('/proc/self/fdinfo/')
        ? 'pos:\t0\nflags:\t0200000\n'
        : fs.readFile(path, ...rest)) as DeletionFiles['readFile'];
    const { targets } = await home.review(['cache']);

    await expect(home.review(['cache'], { readFile })).rejects.toMatchObject({
      code: 'unavailable'
    });
    await expect(home.delete(targets, { readFile })).rejects.toMatchObject({
      code: 'unavailable'
    });
    expect(home.tree()).toContain('cache/a');
  });

  it('does not tell where a folder is, keeps all that is in it', async () => {
    const readlink = (async (path: string, ...rest: []) => {
      const where = await fs.readlink(path, ...rest);
      if (
        path.startsWith('/proc/self/') &&
        Buffer.from(where).subarray(-6).equals(CACHE)
      ) {
        throw failure('EIO');
      }
      return where;
    }) as DeletionFiles['readlink'];
    const { targets } = await home.review(['cache']);

    const result = await home.delete(targets, { readlink });

    expect(result).toMatchObject({
      removed: [],
      deletedFiles: 0,
      failed: [{ path: 'cache', reason: 'precondition' }]
    });
    expect(home.tree()).toContain('cache/a');
  });

  it('says that somebody else was faster, counts the file as gone', async () => {
    const result = await home.clear(['file'], {
      unlink: async path => {
        await fs.unlink(path);
        await fs.unlink(path);
      }
    });

    expect(result).toMatchObject({ removed: ['file'], failedCount: 0 });
  });

  it('leads elsewhere, closes what it opened', async () => {
    await fs.symlink(home.canary, home.at('link'));
    await home.write({ 'work/__pycache__/m.pyc': '1' });
    let held = 0;
    const open: DeletionFiles['open'] = async (...args) => {
      const handle = await fs.open(...args);
      held += 1;
      const close = handle.close.bind(handle);
      handle.close = () => {
        held -= 1;
        return close();
      };
      return handle;
    };

    const { refused } = await home.review(['link/deep/two'], { open });
    const { items } = await last(
      home.handlers({}, { open })['home/clearable']({}, never)
    );

    expect(refused).toMatchObject([{ path: 'link/deep/two' }]);
    expect(items).toHaveLength(1);
    expect(held).toBe(0);
  });
});
