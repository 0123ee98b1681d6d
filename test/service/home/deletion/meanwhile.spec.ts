import fs from 'node:fs/promises';
import { HomeFolder } from '../../../support/home/home-folder';

/** More levels than are held open at once. */
const LEVELS = 80;

describe('what changes in the midst of a deletion', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('B31 B39 stays where a file is written to when one of its names is gone already', async () => {
    await home.write({ 'cache/a/one': 'old' });
    await fs.utimes(home.at('cache/a/one'), 1, 1);
    await fs.mkdir(home.at('cache/b'));
    await fs.link(home.at('cache/a/one'), home.at('cache/b/two'));
    const names = new Set(['cache/a/one', 'cache/b/two']);

    const result = await home.clear(['cache'], {
      unlink: async path => {
        await fs.unlink(path);
        for (const name of names) {
          if (String(path).endsWith(name.slice(-3))) {
            names.delete(name);
          }
        }
        for (const name of names) {
          await fs.appendFile(home.at(name), ' and new');
        }
      }
    });

    const [kept = ''] = names;
    expect(names.size).toBe(1);
    expect(result).toMatchObject({
      deletedFiles: 1,
      failed: [{ path: kept, reason: 'precondition' }]
    });
    expect(await fs.readFile(home.at(kept), 'utf8')).toBe('old and new');
  });

  it('B26 B33 ends where a folder far above was moved away with all below it', async () => {
    const path = ['cache', ...Array<string>(LEVELS).fill('d')];
    await home.write({ [[...path, 'file'].join('/')]: '1' });
    await fs.mkdir(home.at('mine'));
    await home.write({ 'mine/kept': '2' });

    const result = await home.clear(['cache'], {
      unlink: async below => {
        await fs.unlink(below);
        await fs.rename(home.at('cache/d/d'), home.at('mine/d'));
      }
    });

    expect(result).toMatchObject({
      removed: [],
      deletedFiles: 1,
      failed: [{ path: 'cache', reason: 'ESTALE' }]
    });
    expect(await fs.readdir(home.at('mine'))).toEqual(['d', 'kept']);
  });
});
