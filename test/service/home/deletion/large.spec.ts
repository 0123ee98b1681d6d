import fs from 'node:fs';
import { HomeFolder } from '../../../support/home/home-folder';

/** Long names make a directory large with few of them; no whole number of portions. */
const FILES = 4500;

describe('home/deletion of a folder with a very long list', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
    fs.mkdirSync(home.at('cache'));
    for (let at = 0; at < FILES; at += 1) {
      fs.closeSync(fs.openSync(home.at(`cache/${'n'.repeat(240)}${at}`), 'w'));
    }
  });

  afterEach(() => home.remove());

  it('B34 counts and deletes each of its files, read piece by piece', async () => {
    expect(fs.statSync(home.at('cache')).size).toBeGreaterThan(1 << 20);

    const review = await home.review(['cache']);
    const result = await home.delete(review.targets);

    expect(review.files).toBe(FILES);
    expect(result).toMatchObject({
      removed: ['cache'],
      deletedFiles: FILES,
      failedCount: 0
    });
    expect(home.tree()).toEqual([]);
  });
});
