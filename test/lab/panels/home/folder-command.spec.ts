import { PageConfig } from '@jupyterlab/coreutils';
import type { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import type { Contents } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { Notification } from '@jupyterlab/apputils';
import { CommandRegistry } from '@lumino/commands';
import { CommandIDs } from '../../../../src/lab/commands';
import { homePathOf } from '../../../../src/lab/panels/home/contents-path';
import { addFolderCommand } from '../../../../src/lab/panels/home/folder-command';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import {
  directory,
  entry,
  LIMITS,
  usage
} from '../../../support/home/usage-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const HOME = '/home/jovyan';

describe('Where a folder of the file browser is in the home', () => {
  it.each<[string, string, string | null]>([
    ['data/runs', HOME, 'data/runs'],
    ['data', `${HOME}/`, 'data'],
    ['', HOME, ''],
    ['runs', '~/data', 'data/runs'],
    ['home/jovyan/data', '/', 'data'],
    ['home/jovyan2/data', '/', null],
    ['tmp', '/', null],
    ['data', '/srv/jovyan', null],
    ['../jovyan2', HOME, null]
  ])('of %j below %j is %j', (path, serverRoot, expected) => {
    expect(homePathOf(path, { serverRoot, homeDirectory: HOME })).toBe(
      expected
    );
  });
});

describe('What uses space here?', () => {
  let opened = 0;

  function start(...items: { type: string; path: string }[]) {
    opened = 0;
    const commands = new CommandRegistry();
    const model = new HomeModel(
      new ScriptedClient({
        'home/summary': () => ({
          homeDirectory: HOME,
          limits: LIMITS,
          last: usage(),
          scanning: false
        }),
        'home/usage': () => [usage()],
        'home/directory': ({ path }: { path: string }) =>
          directory(path, [entry('runs', 9)])
      })
    );
    addFolderCommand({
      commands,
      browser: {
        selectedItems: () => items.values()
      } as unknown as IDefaultFileBrowser,
      contents: {
        localPath: (path: string) => path.replace(/^RTC:/, '')
      } as unknown as Contents.IManager,
      model,
      open: () => (opened += 1),
      trans: nullTranslator.load('jupyterlab_leap')
    });
    return { commands, model };
  }

  it('opens the section with that folder unfolded and selected', async () => {
    PageConfig.setOption('serverRoot', HOME);
    const { commands, model } = start({
      type: 'directory',
      path: 'RTC:cmip6-work/runs'
    });

    await commands.execute(CommandIDs.showFolderUsage);

    expect(opened).toBe(1);
    expect([...model.state.open.keys()]).toEqual([
      'cmip6-work',
      'cmip6-work/runs'
    ]);
    expect(model.state.selected).toBe('cmip6-work/runs');
  });

  it('says in words that a folder is not in the home', async () => {
    PageConfig.setOption('serverRoot', '/');
    const { commands, model } = start({ type: 'directory', path: 'tmp' });

    await commands.execute(CommandIDs.showFolderUsage);

    expect(model.state.open.size).toBe(0);
    expect(Notification.manager.notifications[0]?.message).toContain(
      'not in your home'
    );
  });

  it.each([
    ['a file', [{ type: 'notebook', path: 'a.ipynb' }]],
    ['nothing', []],
    [
      'two folders',
      [
        { type: 'directory', path: 'a' },
        { type: 'directory', path: 'b' }
      ]
    ]
  ])('is not offered for %s', (_, items) => {
    const { commands } = start(...items);

    expect(commands.isVisible(CommandIDs.showFolderUsage)).toBe(false);
  });
});
