import { PageConfig } from '@jupyterlab/coreutils';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { CommandIDs } from '../../../../../src/lab/commands';
import { addEntryCommands } from '../../../../../src/lab/panels/home/tree/entry-commands';
import { HomeModel } from '../../../../../src/lab/panels/home/model';
import {
  directory,
  entry,
  summary,
  usage
} from '../../../../support/home/usage-answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

async function start(path = '') {
  const selection = { path };
  const visited: unknown[] = [];
  let opened = 0;
  const client = new ScriptedClient({
    'home/summary': () => summary(),
    'home/usage': () => [usage({ children: [entry('data', 7)] })],
    'home/directory': ({ path: folder }: { path: string }) =>
      directory(folder, [entry('runs', 5)])
  });
  const model = new HomeModel(client);
  await model.load(0);
  const commands = new CommandRegistry();
  commands.addCommand('filebrowser:go-to-path', {
    execute: args => visited.push(args)
  });
  addEntryCommands({
    commands,
    model,
    selection,
    open: () => {
      opened += 1;
    },
    trans: nullTranslator.load('jupyterlab_leap')
  });
  return {
    client,
    commands,
    model,
    selection,
    visited,
    opened: () => opened
  };
}

describe('Show in File Browser', () => {
  beforeEach(() => {
    PageConfig.setOption('serverRoot', '/home/jovyan/data');
  });

  it('goes to the entry, as the file browser calls it', async () => {
    const { commands, visited } = await start('data/runs');
    await commands.execute(CommandIDs.browseHomeEntry);
    expect(visited).toEqual([{ path: 'runs' }]);
  });

  it.each([
    ['beside what it shows', 'projects'],
    ['hidden', 'data/.cache/pip'],
    ['a way out', 'data/../../other'],
    ['a line that stands for several entries', 'data/'],
    ['nothing', '']
  ])('is off for %s', async (_, path) => {
    const { commands, visited } = await start(path);
    expect(commands.isEnabled(CommandIDs.browseHomeEntry)).toBe(false);
    await commands.execute(CommandIDs.browseHomeEntry, { path });
    expect(visited).toEqual([]);
  });
});

describe('Show in Storage', () => {
  it('unfolds what is above and puts the cursor on it', async () => {
    const { client, commands, model, opened } = await start();
    await commands.execute(CommandIDs.showHomeEntry, {
      path: 'data/runs/a.nc'
    });
    expect(opened()).toBe(1);
    expect(model.state.selected).toBe('data/runs/a.nc');
    expect([...model.state.open.keys()]).toEqual(['data', 'data/runs']);
    expect(
      client.asked
        .filter(({ route }) => route === 'home/directory')
        .map(({ query }) => query)
    ).toEqual([{ path: 'data' }, { path: 'data/runs' }]);
  });
});
