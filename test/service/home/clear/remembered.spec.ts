import fs from 'node:fs/promises';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

describe('home/clearable, asked again', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('answers again from memory until something is deleted', async () => {
    await home.write({ '.cache/pip/a': '1' });
    const handlers = home.handlers();
    const ask = () =>
      last(handlers['home/clearable']({ maxAgeSeconds: 600 }, never));
    const first = await ask();
    await home.write({ '.npm/_cacache/b': '2' });
    expect(await ask()).toEqual(first);
    const { targets } = await home.review(['.cache/pip']);
    await last(handlers['home/deletion']({ targets }, never));
    expect((await ask()).items.map(({ id }) => id)).toEqual(['npm']);
  });

  it('does not remember a search that nobody waited for', async () => {
    await home.write({ '.cache/pip/a': '1' });
    let goOn = (): void => undefined;
    const held = new Promise<void>(resolve => (goOn = resolve));
    let looks = 0;
    const readdir = async (path: string, ...rest: []): Promise<string[]> => {
      looks += path === '/proc' ? 1 : 0;
      if (path === '/proc' && looks === 2) {
        await held;
      }
      return fs.readdir(path, ...rest);
    };
    const handlers = home.handlers({}, { readdir: readdir as never });
    const search = handlers['home/clearable']({}, never)[
      Symbol.asyncIterator
    ]();
    expect((await search.next()).value).toMatchObject({ phase: 'measuring' });
    const left = search.return?.();
    goOn();
    await left;

    expect(
      await last(handlers['home/clearable']({ maxAgeSeconds: 600 }, never))
    ).toMatchObject({ phase: 'done' });
  });

  it('does not remember what was found while something was deleted', async () => {
    await home.write({ '.cache/pip/a': '1', '.npm/_cacache/b': '2' });
    let goOn = (): void => undefined;
    const held = new Promise<void>(resolve => (goOn = resolve));
    let tell = (): void => undefined;
    const isWaiting = new Promise<void>(resolve => (tell = resolve));
    let looks = 0;
    const readdir = async (path: string, ...rest: []): Promise<string[]> => {
      // Who uses what is the first and the last that a search asks.
      looks += path === '/proc' ? 1 : 0;
      if (path === '/proc' && looks === 2) {
        tell();
        await held;
      }
      return fs.readdir(path, ...rest);
    };
    const handlers = home.handlers({}, { readdir: readdir as never });
    const ask = () =>
      last(handlers['home/clearable']({ maxAgeSeconds: 600 }, never));
    const first = ask();
    await isWaiting;
    const { targets } = await home.review(['.cache/pip']);
    await last(handlers['home/deletion']({ targets }, never));
    goOn();
    await first;

    expect((await ask()).items.map(({ id }) => id)).toEqual(['npm']);
  });

  it('B36 measures anew where the clock was set back since the last time', async () => {
    await home.write({ '.cache/pip/a': '1' });
    let now = new Date('2026-11-27T12:00:00Z');
    const handlers = home.handlers({}, {}, () => now);
    const ask = () =>
      last(handlers['home/clearable']({ maxAgeSeconds: 600 }, never));
    await ask();
    await home.write({ '.npm/_cacache/b': '2' });
    now = new Date('2026-11-27T11:00:00Z');

    expect((await ask()).items.map(({ id }) => id).sort()).toEqual([
      'npm',
      'pip'
    ]);
  });
});
