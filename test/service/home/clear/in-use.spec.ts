import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import {
  realDeletionFiles,
  type DeletionFiles
} from '../../../../src/service/home/deletion/files';
import { ProgramsInUse } from '../../../../src/service/home/deletion/in-use';
import { SCAN_ARGUMENT } from '../../../../src/service/home/scan/scan-argument';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

describe('caches that a program uses', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

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

  it('are looked for no further once nobody waits', async () => {
    const stop = new AbortController();
    const asked: string[] = [];
    const files: DeletionFiles = {
      ...realDeletionFiles,
      readFile: ((path: string, encoding: 'utf8') => {
        asked.push(path);
        stop.abort();
        return realDeletionFiles.readFile(path, encoding);
      }) as DeletionFiles['readFile']
    };

    const reading = ProgramsInUse.read(files, Buffer.from('/'), stop.signal);

    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(new Set(asked.map(path => dirname(path))).size).toBe(1);
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
});
