import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import type { ClearableItem } from '../../../../src/contract';
import { realDeletionFiles } from '../../../../src/service/home/deletion/files';
import { findClearable } from '../../../../src/service/home/clear/find';
import { CLEAR_RULES } from '../../../../src/service/home/clear/rules';
import { SCAN_ARGUMENT } from '../../../../src/service/home/scan/scan-argument';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';
import { systemFailure } from '../../../support/service/system-failure';

// A busy machine takes its time over a real disk.
jest.setTimeout(30_000);

describe('home/clearable', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  async function item(id: string): Promise<ClearableItem | undefined> {
    const { items } = await home.clearable();
    return items.find(found => found.id === id);
  }

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
    expect((await item('pycache'))?.paths.sort()).toEqual([
      'a/__pycache__',
      'c/__pycache__'
    ]);
  });

  it('never marks a checkpoint that may be the last copy', async () => {
    await home.write({
      'kept.ipynb': '{}',
      '.ipynb_checkpoints/kept-checkpoint.ipynb': '{}',
      'gone/.ipynb_checkpoints/lost-checkpoint.ipynb': 'the only copy',
      'mixed/here.py': '',
      'mixed/.ipynb_checkpoints/here-checkpoint.py': '',
      'mixed/.ipynb_checkpoints/lost-checkpoint.py': 'the only copy',
      'odd/.ipynb_checkpoints/my-own.txt': 'mine',
      'saved/run.ipynb': '{}',
      'saved/.ipynb_checkpoints/run-checkpoint.ipynb.best': 'mine',
      'deep/.ipynb_checkpoints/.ipynb_checkpoints/lost-checkpoint.py': 'mine'
    });
    expect(await item('checkpoints')).toMatchObject({
      paths: ['.ipynb_checkpoints'],
      preselected: true
    });
    const orphans = await item('orphan-checkpoints');
    expect(orphans).toMatchObject({ comesBack: false, preselected: false });
    expect(orphans?.paths.sort()).toEqual([
      'deep/.ipynb_checkpoints',
      'gone/.ipynb_checkpoints',
      'mixed/.ipynb_checkpoints',
      'odd/.ipynb_checkpoints',
      'saved/.ipynb_checkpoints'
    ]);
  });

  it('never marks a checkpoint whose file lost all it held, or is none', async () => {
    await home.write({
      'lost/emptied.ipynb': '',
      'lost/.ipynb_checkpoints/emptied-checkpoint.ipynb': 'the only copy',
      'linked/.ipynb_checkpoints/elsewhere-checkpoint.ipynb': 'a copy',
      'other/.ipynb_checkpoints/elsewhere-checkpoint.ipynb': 'a copy',
      'alike/results': 'a file',
      'alike/.ipynb_checkpoints/results-checkpoint/file': 'mine',
      'empty/new.py': '',
      'empty/.ipynb_checkpoints/new-checkpoint.py': '',
      'folders/results/file': 'mine',
      'folders/.ipynb_checkpoints/results-checkpoint/file': 'mine'
    });
    await fs.symlink('nowhere', home.at('linked/elsewhere.ipynb'));
    await fs.symlink('/etc/hostname', home.at('other/elsewhere.ipynb'));

    expect((await item('checkpoints'))?.paths).toEqual([
      'empty/.ipynb_checkpoints'
    ]);
    expect((await item('orphan-checkpoints'))?.paths.sort()).toEqual([
      'alike/.ipynb_checkpoints',
      'folders/.ipynb_checkpoints',
      'linked/.ipynb_checkpoints',
      'lost/.ipynb_checkpoints',
      'other/.ipynb_checkpoints'
    ]);
  });

  it('takes no folder for compiled code, whatever its name', async () => {
    await home.write({
      '__pycache__/module.pyc': '1',
      'work/__pycache__/thesis.pyc/chapter': 'mine'
    });

    expect((await item('pycache'))?.paths).toEqual(['__pycache__']);
  });

  it('B27 follows no symbolic link, neither to a cache nor to a folder with one', async () => {
    await fs.mkdir(`${home.canary}/__pycache__`);
    await fs.writeFile(`${home.canary}/__pycache__/m.pyc`, '1');
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
    const conda = await item('conda');
    expect(conda?.usedBytes).toBeLessThan(80_000);
    expect(conda?.linkedBytes).toBeGreaterThanOrEqual(80_000);
  });

  it('does not mark what a running program has open or works in', async () => {
    await home.write({
      '.cache/torch/hub/weights': '1',
      '.cache/pip/a': '2',
      '.npm/_cacache/b': '3'
    });
    const user = spawn('sh', ['-c', 'exec 3<weights; echo ready; read line'], {
      cwd: home.at('.cache/torch/hub')
    });
    await once(user.stdout, 'data');
    const { items } = await home.clearable();
    user.stdin.end();
    await once(user, 'close');
    expect(items.find(({ id }) => id === 'torch')).toMatchObject({
      inUseBy: ['sh'],
      preselected: false
    });
    expect(items.find(({ id }) => id === 'pip')).toMatchObject({
      inUseBy: [],
      preselected: true
    });
  });

  it('does not take a count of the home for a program that uses it', async () => {
    await home.write({ '.cache/torch/hub/weights': '1' });
    const count = spawn(
      'sh',
      ['-c', 'exec 3<weights; echo ready; read line', SCAN_ARGUMENT],
      { cwd: home.at('.cache/torch/hub') }
    );
    await once(count.stdout, 'data');
    const { items } = await home.clearable();
    count.stdin.end();
    await once(count, 'close');

    expect(items).toMatchObject([
      { id: 'torch', inUseBy: [], preselected: true }
    ]);
  });

  describe('of a notebook that was lost since', () => {
    const copies = '.ipynb_checkpoints';
    const foundAs = [{ id: 'checkpoints', paths: [copies] }];

    beforeEach(() =>
      home.write({
        'thesis.ipynb': 'years of work',
        [`${copies}/thesis-checkpoint.ipynb`]: 'years of work'
      })
    );

    const lose = {
      'was deleted': () => fs.rm(home.at('thesis.ipynb')),
      'was saved on a full disk': () => fs.truncate(home.at('thesis.ipynb'))
    };

    it.each(Object.entries(lose))(
      'refuses the last copy when it %s before the review',
      async (_, loseIt) => {
        expect(await item('checkpoints')).toMatchObject({ paths: [copies] });
        await loseIt();

        const review = await last(
          home.handlers()['home/review']({ paths: [copies], foundAs }, never)
        );

        expect(review).toMatchObject({
          targets: [],
          files: 0,
          refused: [{ path: copies, reason: 'precondition' }]
        });
      }
    );

    it.each(Object.entries(lose))(
      'keeps the last copy when it %s before the deletion',
      async (_, loseIt) => {
        const { targets } = await last(
          home.handlers()['home/review']({ paths: [copies], foundAs }, never)
        );
        await loseIt();

        const result = await home.delete(targets);

        expect(result).toMatchObject({
          removed: [],
          failed: [{ path: copies, reason: 'precondition' }]
        });
        expect(home.tree()).toContain(`${copies}/thesis-checkpoint.ipynb`);
      }
    );

    it('deletes it for whoever says that it is the last copy, or points at it', async () => {
      await fs.rm(home.at('thesis.ipynb'));
      for (const ids of [[{ id: 'orphan-checkpoints', paths: [copies] }], []]) {
        await home.write({ [`${copies}/thesis-checkpoint.ipynb`]: 'old' });
        const { targets } = await last(
          home
            .handlers()
            ['home/review']({ paths: [copies], foundAs: ids }, never)
        );

        expect((await home.delete(targets)).removed).toEqual([copies]);
      }
    });
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
    const pycache = await item('pycache');
    expect(pycache?.paths).toEqual(['p\udcffq/__pycache__']);
    const result = await home.clear(pycache?.paths ?? []);
    expect(result.removed).toEqual(['p\udcffq/__pycache__']);
  });

  it('marks nothing that a program began to use since it was measured', async () => {
    await home.write({ '.cache/torch/hub/weights': '1', '.cache/pip/a': '2' });
    const handlers = home.handlers();
    const marked = async () => {
      const kept = { maxAgeSeconds: 600 };
      const { items } = await last(handlers['home/clearable'](kept, never));
      return items.filter(item => item.preselected).map(({ id }) => id);
    };
    expect((await marked()).sort()).toEqual(['pip', 'torch']);

    const user = spawn('sh', ['-c', 'echo ready; read line'], {
      cwd: home.at('.cache/torch')
    });
    await once(user.stdout, 'data');

    expect(await marked()).toEqual(['pip']);
    user.stdin.end();
    await once(user, 'close');
    expect((await marked()).sort()).toEqual(['pip', 'torch']);
  });

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

describe('CLEAR_RULES', () => {
  it('never names the home, a parent of another rule, or a path that leads out', () => {
    const paths = CLEAR_RULES.flatMap(({ where }) =>
      'paths' in where ? where.paths : []
    );
    for (const path of paths) {
      expect(path).toMatch(/^\.[^/]+\/[^/]+(\/[^/]+)*$/);
      expect(path).not.toContain('..');
      expect(paths.some(other => path.startsWith(`${other}/`))).toBe(false);
    }
  });

  it('has an id of its own for each rule', () => {
    const ids = CLEAR_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
