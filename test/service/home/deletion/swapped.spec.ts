import fs from 'node:fs/promises';
import { HomeFolder } from '../../../support/home/home-folder';

describe('home/review', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('B26 counts nothing behind a symbolic link that takes the place of a folder just looked at', async () => {
    await home.write({ 'cache/a': '1', 'cache/sub/b': '2' });
    const sub = home.at('cache/sub');

    const review = await home.review(['cache'], {
      lstat: (async (path: Buffer, options: { bigint: true }) => {
        const stats = await fs.lstat(path, options);
        if (path.toString().endsWith('/sub')) {
          await fs.rename(sub, `${sub}.away`);
          await fs.symlink(home.canary, sub);
        }
        return stats;
      }) as typeof fs.lstat
    });

    expect(review).toMatchObject({ files: 1, unreadableCount: 1 });
    expect(review.largest.map(({ path }) => path)).toEqual(['cache/a']);
  });
});
