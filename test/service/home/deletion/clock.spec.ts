import type { BigIntStats } from 'node:fs';
import fs from 'node:fs/promises';
import { HomeFolder } from '../../../support/home/home-folder';

/** As a file has it that was written before the clock was set back. */
const FUTURE_NS = 4_294_967_296n * 1_000_000_000n;

/** Files called `future` have last changed long after now. */
const lstat = (async (path: Buffer) => {
  const stats = await fs.lstat(path, { bigint: true });
  return path.toString().endsWith('/future')
    ? Object.assign(
        Object.create(Object.getPrototypeOf(stats) as object) as BigIntStats,
        { ...stats, ctimeNs: FUTURE_NS }
      )
    : stats;
}) as unknown as typeof fs.lstat;

describe('home/deletion when the clock was set back', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('B36 keeps what comes while it deletes', async () => {
    await home.write({ 'cache/a': '1', 'cache/future': '2' });
    const { targets } = await home.review(['cache'], { lstat });

    const result = await home.delete(targets, {
      lstat,
      unlink: async path => {
        await fs.unlink(path);
        if (path.toString().endsWith('/future')) {
          await fs.writeFile(home.at('cache/new'), 'new');
        }
      }
    });

    expect(home.tree()).toEqual(['cache', 'cache/new']);
    expect(result).toMatchObject({
      removed: [],
      failed: [{ path: 'cache/new', reason: 'precondition' }]
    });
  });

  it('B36 deletes all that was reviewed', async () => {
    await home.write({ 'cache/sub/a': '1', 'cache/sub/future': '2' });
    const { targets } = await home.review(['cache'], { lstat });

    const result = await home.delete(targets, { lstat });

    expect(result).toMatchObject({ removed: ['cache'], failedCount: 0 });
    expect(home.tree()).toEqual([]);
  });

  it('B36 keeps a folder whole in which one file took the place of another', async () => {
    await home.write({ 'cache/one': '', 'cache/future': '2' });
    const { targets } = await home.review(['cache'], { lstat });
    await fs.rm(home.at('cache/one'));
    await fs.writeFile(home.at('cache/two'), '');

    const result = await home.delete(targets, { lstat });

    expect(result.failed).toEqual([{ path: 'cache', reason: 'precondition' }]);
    expect(home.tree()).toEqual(['cache', 'cache/future', 'cache/two']);
  });

  it('B31 B36 deletes all names of a file that says it is from the future', async () => {
    await home.write({ 'cache/a/one': '1', 'cache/b/other': '2' });
    await fs.link(home.at('cache/a/one'), home.at('cache/b/two'));
    await fs.utimes(home.at('cache/a/one'), 4_294_967_296, 4_294_967_296);

    const result = await home.clear(['cache']);

    expect(result).toMatchObject({ removed: ['cache'], failedCount: 0 });
  });
});
