import fs from 'node:fs';
import { join } from 'node:path';
import { HomeDirectory } from '../../../src/contract';
import {
  eachCountedHome,
  scanned,
  type CountedHome
} from '../../support/home/counted-home';
import { du } from '../../support/home/scan/walked';
import { never } from '../../support/service/never';

jest.setTimeout(60_000);

describe('home/directory', () => {
  let home: CountedHome;

  eachCountedHome(each => {
    home = each;
  });

  it('describes any directory of the last scan, its files as they are now', async () => {
    const routes = home.handlers();
    await scanned(routes);
    home.tree.file('large/new', 1000);

    const large = HomeDirectory.parse(
      await routes['home/directory']({ path: 'large' }, never)
    );

    expect(large.children.map(({ name, kind }) => [name, kind])).toEqual([
      ['inner', 'directory'],
      ['beside', 'file'],
      ['new', 'file']
    ]);
    expect(large.children[0]?.usedBytes).toBe(du(home.tree.at('large/inner')));
  });

  it('B14 describes a directory whose name is not UTF-8', async () => {
    fs.mkdirSync(
      Buffer.concat([Buffer.from(`${home.tree.home}/`), Buffer.from([0xff])])
    );
    home.tree.file(Buffer.concat([Buffer.from([0xff]), Buffer.from('/below')]));
    const routes = home.handlers();
    await scanned(routes);

    const { children } = await routes['home/directory'](
      { path: '\uDCFF' },
      never
    );

    expect(children.map(({ name }) => name)).toEqual(['below']);
  });

  it.each(['..', 'large/..', '/etc', 'large//inner', 'nowhere', '.'])(
    'B01 B03 knows no directory %s',
    async path => {
      const routes = home.handlers();
      await scanned(routes);

      await expect(
        routes['home/directory']({ path }, never)
      ).rejects.toMatchObject({ code: 'not-found' });
    }
  );

  it('B26 lists nothing behind a symbolic link put in place of a directory', async () => {
    const routes = home.handlers();
    await scanned(routes);
    fs.renameSync(home.tree.at('large'), join(home.tree.path, 'moved'));
    fs.symlinkSync('/etc', home.tree.at('large'));

    await expect(
      routes['home/directory']({ path: 'large' }, never)
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      routes['home/directory']({ path: 'large/inner' }, never)
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('B31 counts a file with several names in one directory only, also when that is listed', async () => {
    fs.linkSync(home.tree.at('large/beside'), home.tree.at('small/again'));
    const routes = home.handlers();
    await scanned(routes);

    const { children, usedBytes } = await routes['home/directory'](
      { path: 'small' },
      never
    );

    expect(children.find(({ name }) => name === 'again')?.usedBytes).toBe(0);
    expect(usedBytes).toBe(4096 + 4096);
  });
});
