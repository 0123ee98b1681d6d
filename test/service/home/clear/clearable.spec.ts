import fs from 'node:fs/promises';
import { realDeletionFiles } from '../../../../src/service/home/deletion/files';
import { findClearable } from '../../../../src/service/home/clear/find';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';
import { systemFailure } from '../../../support/service/system-failure';

describe('home/clearable', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('measures each cache, the largest first, and sums what it would mark', async () => {
    await home.write({
      '.cache/pip/http-v2/a': 'x'.repeat(10_000),
      '.conda/pkgs/numpy/b': 'x'.repeat(50_000),
      '.local/share/Trash/files/c': 'x'.repeat(90_000),
      'work/precious.nc': 'x'.repeat(500_000)
    });
    const found = await home.clearable();
    expect(found.items.map(({ id }) => id)).toEqual(['trash', 'conda', 'pip']);
    expect(found).toMatchObject({
      phase: 'done',
      complete: true,
      deletionAllowed: true
    });
    const [trash, conda, pip] = found.items;
    expect(trash).toMatchObject({
      comesBack: false,
      preselected: false,
      files: 1
    });
    expect(conda).toMatchObject({ paths: ['.conda/pkgs'], preselected: true });
    expect(found.preselectedBytes).toBe(
      (conda?.usedBytes ?? 0) + (pip?.usedBytes ?? 0)
    );
    expect(pip?.usedBytes).toBe((await home.review(['.cache/pip'])).freedBytes);
  });

  it('finds nothing in a home that holds only work', async () => {
    await home.write({
      'work/cache/pip/a': '1',
      'work/.cache/pip/b': '2',
      pip: '3'
    });
    expect(await home.clearable()).toMatchObject({
      items: [],
      preselectedBytes: 0
    });
  });

  it('offers no login, setting or extension that lies beside a cache', async () => {
    await home.write({
      '.cache/huggingface/token': 'secret',
      '.cache/huggingface/hub/models--x/blob': 'weights',
      '.vscode-server/bin/1a2b/node': 'program',
      '.vscode-server/extensions/mine/package.json': '{}',
      '.vscode-server/data/User/History/1/a.py': 'work',
      '.npm/_cacache/content': 'x',
      '.npm/_logs/log': 'x'
    });
    const { items } = await home.clearable();
    expect(items.flatMap(({ paths }) => paths).sort()).toEqual([
      '.cache/huggingface/hub',
      '.npm/_cacache',
      '.vscode-server/bin'
    ]);
  });

  it('takes only folders with compiled code and nothing else for __pycache__', async () => {
    await home.write({
      'a/__pycache__/m.cpython-312.pyc': '1',
      'b/__pycache__/m.cpython-312.pyc': '1',
      'b/__pycache__/notes.txt': 'mine',
      'c/__pycache__/f-12.py312.1.nbc': '1',
      'd/__pycache__/deep/m.pyc': '1',
      'e/__pycache__': 'a file',
      'g/__pycache__/m.pyc.notes': 'mine'
    });
    await fs.mkdir(home.at('f/__pycache__'), { recursive: true });
    expect((await home.clearableBy('pycache'))?.paths.sort()).toEqual([
      'a/__pycache__',
      'c/__pycache__'
    ]);
  });

  it('lists 700 folders of a kind, the largest, and counts the others', async () => {
    await home.write({ 'large/__pycache__/m.pyc': 'x'.repeat(9000) });
    for (let at = 0; at < 701; at += 1) {
      await home.write({ [`p${at}/__pycache__/m.pyc`]: 'x' });
    }

    const pycache = await home.clearableBy('pycache');

    expect(pycache).toMatchObject({ otherPaths: 2, files: 700 });
    expect(pycache?.paths).toHaveLength(700);
    expect(pycache?.paths[0]).toBe('large/__pycache__');
  });

  it('takes no folder for compiled code, whatever its name', async () => {
    await home.write({
      '__pycache__/module.pyc': '1',
      'work/__pycache__/thesis.pyc/chapter': 'mine'
    });

    expect((await home.clearableBy('pycache'))?.paths).toEqual(['__pycache__']);
  });

  it('B27 follows no symbolic link, neither to a cache nor to a folder with one', async () => {
    await fs.symlink(home.canary, home.at('out'));
    await fs.symlink(home.canary, home.at('.npm'));
    await fs.mkdir(home.at('.cache'));
    await fs.symlink(home.canary, home.at('.cache/pip'));
    await fs.symlink('.', home.at('loop'));
    expect((await home.clearable()).items).toEqual([]);
  });

  it('counts nothing for files that an environment still has', async () => {
    await home.write({ '.conda/pkgs/numpy/lib.so': 'x'.repeat(80_000) });
    await fs.mkdir(home.at('env'));
    await fs.link(home.at('.conda/pkgs/numpy/lib.so'), home.at('env/lib.so'));
    const conda = await home.clearableBy('conda');
    expect(conda?.usedBytes).toBeLessThan(80_000);
    expect(conda?.linkedBytes).toBeGreaterThanOrEqual(80_000);
  });

  it('B14 finds folders below names that are not UTF-8', async () => {
    const odd = Buffer.concat([
      Buffer.from(`${home.path}/`),
      Buffer.from('p\xffq', 'latin1')
    ]);
    await fs.mkdir(odd);
    await fs.mkdir(Buffer.concat([odd, Buffer.from('/__pycache__')]));
    await fs.writeFile(
      Buffer.concat([odd, Buffer.from('/__pycache__/m.pyc')]),
      '1'
    );
    const pycache = await home.clearableBy('pycache');
    expect(pycache?.paths).toEqual(['p\udcffq/__pycache__']);
    const result = await home.clear(pycache?.paths ?? []);
    expect(result.removed).toEqual(['p\udcffq/__pycache__']);
  });

  it('looks again while something is deleted', async () => {
    await home.write({ '.cache/pip/a': '1', '.npm/_cacache/b': '2' });
    let goOn = (): void => undefined;
    const held = new Promise<void>(resolve => (goOn = resolve));
    let tell = (): void => undefined;
    const isWaiting = new Promise<void>(resolve => (tell = resolve));
    const handlers = home.handlers(
      {},
      {
        unlink: async path => {
          await fs.unlink(path);
          tell();
          await held;
        }
      }
    );
    const ask = () =>
      last(handlers['home/clearable']({ maxAgeSeconds: 600 }, never));
    expect((await ask()).items).toHaveLength(2);
    const { targets } = await home.review(['.cache/pip']);
    const deletion = last(handlers['home/deletion']({ targets }, never));
    await isWaiting;

    const found = await ask();
    goOn();
    await deletion;
    expect(found.items.map(({ id }) => id)).toEqual(['npm']);
  });

  it('B37 says that something may be missing when the file server forgot a cache', async () => {
    await home.write({ '.cache/pip/a': '1', '.npm/_cacache/b': '2' });

    const found = await findClearable(home.path, never, {
      files: {
        ...realDeletionFiles,
        open: (path, ...rest) =>
          String(path).endsWith('/pip')
            ? Promise.reject(systemFailure('ESTALE'))
            : fs.open(path, ...rest)
      }
    });

    expect(found.complete).toBe(false);
    expect(found.items.map(({ id }) => id)).toEqual(['npm']);
  });

  it('B24 says that something may be missing when a cache may not be read', async () => {
    await home.write({ '.cache/pip/a': '1', '.npm/_cacache/b': '2' });
    const found = await findClearable(home.path, never, {
      files: {
        ...realDeletionFiles,
        open: (path, ...rest) =>
          String(path).endsWith('/pip')
            ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
            : fs.open(path, ...rest)
      }
    });

    expect(found.items.map(({ id }) => id)).toEqual(['npm']);
    expect(found.complete).toBe(false);
  });

  it('says what is wrong when the home cannot be opened', async () => {
    await expect(
      findClearable(home.at('missing'), never)
    ).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('ENOENT') as string
    });
  });

  it('stops when it is cancelled', async () => {
    const stopped = findClearable(home.path, AbortSignal.abort());
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
