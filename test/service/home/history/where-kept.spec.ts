import fs from 'node:fs';
import { join } from 'node:path';
import {
  eachCountedHome,
  scanned,
  type CountedHome
} from '../../../support/home/counted-home';
import { never } from '../../../support/service/never';

jest.setTimeout(60_000);

describe('The history of a home', () => {
  let home: CountedHome;

  eachCountedHome(each => {
    home = each;
  });

  it('is kept where the hub says, else in the home, where it outlives the server', async () => {
    const inHome = join(home.tree.home, '.local/share/jupyterlab-leap');
    await scanned(home.handlers());
    expect(fs.existsSync(inHome)).toBe(false);

    await scanned(home.handlers({ cacheDirectory: null }));

    const [name = ''] = fs.readdirSync(inHome);
    expect(name).toMatch(/^home-history-/);
    expect(fs.statSync(join(inHome, name)).mode & 0o777).toBe(0o600);
    await scanned(home.handlers({ cacheDirectory: null }));
    const routes = home.handlers({ cacheDirectory: null });
    const { points } = await routes['home/history']({}, never);
    expect(points.length).toBeGreaterThanOrEqual(2);
  });

  it('is not kept in the home where the operator or the user does not want it', async () => {
    const inHome = join(home.tree.home, '.local/share/jupyterlab-leap');
    await scanned(home.handlers({ cacheDirectory: null, homeHistory: false }));
    await scanned(home.handlers({ cacheDirectory: null, homeKept: false }));
    expect(fs.existsSync(inHome)).toBe(false);
    const routes = home.handlers({ cacheDirectory: null });
    await scanned(routes);
    expect(fs.readdirSync(inHome)).toHaveLength(1);

    await scanned(routes, never, { keepHistory: false });

    expect(fs.readdirSync(inHome)).toEqual([]);
    await scanned(routes);
    expect(fs.readdirSync(inHome)).toEqual([]);
    await scanned(routes, never, { keepHistory: true });
    expect(fs.readdirSync(inHome)).toHaveLength(1);
  });
});
