import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import fs from 'node:fs/promises';
import type { ClearableItem, HomeClearable } from '../../../../src/contract';
import { findClearable } from '../../../../src/service/home/clear/find';
import {
  realDeletionFiles,
  type DeletionFiles
} from '../../../../src/service/home/deletion/files';
import { HomeFolder } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

describe('what is safe to clear', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  const find = (files: Partial<DeletionFiles> = {}): Promise<HomeClearable> =>
    findClearable(home.path, never, {
      files: { ...realDeletionFiles, ...files }
    });

  const paths = ({ items }: { items: readonly ClearableItem[] }): string[] =>
    items.flatMap(item => item.paths);

  it('is nothing of an empty folder', async () => {
    await fs.mkdir(home.at('.cache/pip'), { recursive: true });

    expect((await find()).items).toEqual([]);
  });

  it('is counted once where one rule’s folder lies in another’s', async () => {
    await home.write({ '.cache/pip/x/__pycache__/m.pyc': '1' });

    const found = await find();

    expect(paths(found)).toEqual(['.cache/pip']);
    expect((await home.clear(paths(found))).removed).toEqual(['.cache/pip']);
  });

  it('B28 is nothing of what is mounted in the home', async () => {
    await home.write({
      'my shared/__pycache__/m.pyc': '1',
      'mine/__pycache__/m.pyc': '1'
    });
    const mountinfo = `36 35 98:0 / ${home.path}/my\\040shared rw - nfs server:/ rw\n`;

    const found = await find({
      readFile: ((path: string, ...rest: []) =>
        path === '/proc/self/mountinfo'
          ? Promise.resolve(Buffer.from(mountinfo))
          : fs.readFile(path, ...rest)) as typeof fs.readFile
    });

    expect(paths(found)).toEqual(['mine/__pycache__']);
  });

  it('B24 is at least what could be read of a cache', async () => {
    await home.write({ '.cache/pip/a': '1', '.cache/pip/closed/b': '2' });

    const found = await find({
      open: (path, ...rest) =>
        String(path).endsWith('/closed')
          ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
          : fs.open(path, ...rest)
    });

    expect(found.items).toMatchObject([{ id: 'pip', complete: false }]);
  });

  it.each([
    ['may not be read', () => Promise.reject(denied())],
    ['is too long to be searched', tooLong]
  ])('B24 B34 may be more where a folder %s', async (_, answer) => {
    await home.write({ 'work/inner/__pycache__/m.pyc': '1' });

    const found = await find({
      open: async (path, ...rest) =>
        String(path).endsWith('/work')
          ? answer(await fs.open(path, ...rest))
          : fs.open(path, ...rest)
    });

    expect(found).toMatchObject({ items: [], complete: false });
  });

  it('is marked although a program uses a folder whose name begins alike', async () => {
    await home.write({
      '.cache/torch/weights': '1',
      '.cache/torch-mine/weights': '2'
    });
    const user = spawn('sh', ['-c', 'echo ready; read line'], {
      cwd: home.at('.cache/torch-mine')
    });
    await once(user.stdout, 'data');

    const found = await find();
    user.stdin.end();
    await once(user, 'close');

    expect(found.items).toMatchObject([
      { id: 'torch', inUseBy: [], preselected: true }
    ]);
  });

  it('is not marked when a program began to use it while it was measured', async () => {
    await home.write({ '.cache/torch/weights': '1' });
    let user: ChildProcess | undefined;

    const found = await find({
      open: async (path, ...rest) => {
        if (path.toString().endsWith('/torch') && user === undefined) {
          user = spawn('sh', ['-c', 'echo ready; read line'], {
            cwd: home.at('.cache/torch'),
            stdio: ['pipe', 'pipe', 'ignore']
          });
          await once(user.stdout ?? user, 'data');
        }
        return fs.open(path, ...rest);
      }
    });
    user?.stdin?.end();

    expect(user).toBeDefined();
    expect(found.items).toMatchObject([
      { id: 'torch', inUseBy: ['sh'], preselected: false }
    ]);
  });
});

function denied(): Error {
  return Object.assign(new Error(), { code: 'EACCES' });
}

/** A directory of which its size says that it has hundreds of thousands of names. */
async function tooLong(handle: FileHandle): Promise<FileHandle> {
  const stats = Object.assign(await handle.stat(), { size: 17 << 20 });
  return Object.assign(handle, { stat: () => Promise.resolve(stats) });
}
