import fs from 'node:fs/promises';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

describe('stopping a deletion', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('keeps what comes while it deletes', async () => {
    await home.write({ 'cache/a': '1', 'cache/sub/b': '2' });
    const moved = home.at('elsewhere/old-work');
    await home.write({ 'elsewhere/old-work/precious': 'years old' });
    const result = await home.clear(['cache'], {
      unlink: async path => {
        await fs.unlink(path);
        if (String(path).endsWith('/a')) {
          await fs.rename(moved, home.at('cache/sub/old-work'));
          await fs.writeFile(home.at('cache/new'), 'new');
        }
      }
    });
    expect(home.tree()).toEqual(
      expect.arrayContaining(['cache/new', 'cache/sub/old-work/precious'])
    );
    expect(result.removed).toEqual([]);
    expect(result.failedCount).toBeGreaterThan(0);
    expect(result.failed.map(({ reason }) => reason)).toContain('precondition');
  });

  it('stops between files when it is cancelled', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `cache/${index}`);
    await home.write(Object.fromEntries(names.map(name => [name, 'x'])));
    const { targets } = await home.review(['cache']);
    const stop = new AbortController();
    let unlinked = 0;
    const handlers = home.handlers(
      {},
      {
        unlink: path => {
          unlinked += 1;
          if (unlinked === 20) {
            stop.abort();
          }
          return fs.unlink(path);
        }
      }
    );
    const answer = last(handlers['home/deletion']({ targets }, stop.signal));
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(home.tree()).toHaveLength(201 - unlinked);
    expect(unlinked).toBeLessThan(40);
  });

  it('deletes nothing more once nobody listens', async () => {
    await home.write({ 'cache/a': '1', 'cache/b/c': '2' });
    const { targets } = await home.review(['cache']);
    let goOn = (): void => undefined;
    const handlers = home.handlers(
      {},
      {
        unlink: async path => {
          await new Promise<void>(resolve => (goOn = resolve));
          await fs.unlink(path);
        }
      }
    );
    const items = handlers['home/deletion']({ targets }, never)[
      Symbol.asyncIterator
    ]();
    await items.next();
    const ended = items.return?.();
    goOn();
    await ended;
    expect(home.tree()).toEqual(['cache', 'cache/b', 'cache/b/c']);
  });

  it('does one deletion at a time', async () => {
    await home.write({ 'cache/a': '1', other: '2' });
    const { targets } = await home.review(['cache', 'other']);
    let goOn = (): void => undefined;
    const handlers = home.handlers(
      {},
      {
        unlink: async path => {
          await new Promise<void>(resolve => (goOn = resolve));
          await fs.unlink(path);
        }
      }
    );
    const first = handlers['home/deletion'](
      { targets: targets.slice(0, 1) },
      never
    );
    const items = first[Symbol.asyncIterator]();
    await items.next();
    const second = last(
      handlers['home/deletion']({ targets: targets.slice(1) }, never)
    );
    await expect(second).rejects.toMatchObject({ code: 'unavailable' });
    goOn();
    await items.return?.();
    const third = last(
      handlers['home/deletion']({ targets: targets.slice(1) }, never)
    );
    const tick = setInterval(() => goOn(), 5);
    await expect(third).resolves.toMatchObject({ removed: ['other'] });
    clearInterval(tick);
  });
});
