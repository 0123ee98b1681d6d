import type { JupyterFrontEnd } from '@jupyterlab/application';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HomeClearable } from '../../../../src/contract';
import { CommandIDs } from '../../../../src/lab/commands';
import { ClearModel } from '../../../../src/lab/panels/home/clear/clear-model';
import { addHomeCommands } from '../../../../src/lab/panels/home/home-commands';
import { Marks } from '../../../../src/lab/panels/home/tree/marks';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { Choice } from '../../../../src/lab/panels/home/choice';
import { clearable, review } from '../../../support/home/clearable-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';
import { AskedModel } from '../../../../src/lab/asked-model';

const HOSTILE = [
  {},
  { confirm: false },
  { force: true, path: '../..', paths: ['/', '..'] },
  { confirmed: true, targets: [{ path: '.ssh' }] },
  { isPalette: true, dialog: null, skip: 1 }
];

function start(path: string, found: Partial<HomeClearable> = {}) {
  const client = new ScriptedClient({
    'home/clearable': () => [clearable(found)],
    'home/review': ({ paths }: { paths: string[] }) => [review(paths)]
  });
  const commands = new CommandRegistry();
  const model = new HomeModel(client);
  const clear = new ClearModel(client, model);
  const marks = new Marks();
  addHomeCommands({
    app: { commands } as unknown as JupyterFrontEnd,
    palette: null,
    model,
    clear,
    picture: new Choice<boolean>(null, 'showPicture', [false, true]),
    marks,
    largest: new AskedModel(client, 'home/largest', {}),
    open: () => undefined,
    selection: { path },
    trans: nullTranslator.load('jupyterlab_leap')
  });
  return { client, commands, clear, marks, model };
}

const openDialog = (): Promise<Element> =>
  waitFor(() => {
    const dialog = document.querySelector('.jp-Dialog');
    if (!dialog) {
      throw new Error('There is no dialog yet.');
    }
    return dialog;
  });

describe('Commands that delete', () => {
  it.each(HOSTILE)('open nothing but their own dialog for %j', async args => {
    const { client, commands, clear } = start('data');
    await clear.load(0);
    for (const id of [CommandIDs.deleteFromHome, CommandIDs.reviewClearable]) {
      const done = commands.execute(id, args);
      const dialog = await openDialog();
      expect(dialog.textContent).not.toContain('.ssh');
      await userEvent.keyboard('{Escape}');
      await expect(done).resolves.toBeUndefined();
    }
    const routes = client.asked.map(({ route }) => route);
    expect(routes).not.toContain('home/deletion');
    expect(
      client.asked.find(({ route }) => route === 'home/review')?.query
    ).toEqual({ paths: ['data'] });
  });

  it.each([
    ['the home itself', ''],
    ['a line that stands for several entries', 'data/']
  ])('are off for %s', (_, path) => {
    const { commands } = start(path);
    expect(commands.isEnabled(CommandIDs.deleteFromHome)).toBe(false);
  });

  it('are off where the operator has switched deletion off', async () => {
    const { commands, clear } = start('data', { deletionAllowed: false });
    expect(commands.isEnabled(CommandIDs.reviewClearable)).toBe(true);
    await clear.load(0);
    expect(commands.isEnabled(CommandIDs.reviewClearable)).toBe(false);
  });

  it('review all that is marked, and keep the marks until it is gone', async () => {
    const { client, commands, marks } = start('data');
    marks.toggle('runs', 5);
    marks.toggle('.cache', 7);
    expect(commands.label(CommandIDs.deleteFromHome)).toBe('Delete 2 Marked…');
    const done = commands.execute(CommandIDs.deleteFromHome);
    await openDialog();
    await userEvent.keyboard('{Escape}');
    await done;
    expect(
      client.asked.find(({ route }) => route === 'home/review')?.query
    ).toEqual({ paths: ['runs', '.cache'] });
    expect([...marks.state.keys()]).toEqual(['runs', '.cache']);
    marks.clear();
    expect(commands.label(CommandIDs.deleteFromHome)).toBe('Delete From Home…');
  });

  it('describe that they take no arguments', async () => {
    const { commands } = start('data');
    for (const id of [CommandIDs.deleteFromHome, CommandIDs.reviewClearable]) {
      expect(await commands.describedBy(id)).toMatchObject({
        args: { properties: {}, additionalProperties: false }
      });
    }
  });
});

describe('The command that copies a path', () => {
  it.each([
    ['runs/ocean.zarr', '~/runs/ocean.zarr'],
    ['my runs', "~/'my runs'"],
    ['x\nrm -rf ~\n', "~/$'x\\x0arm -rf ~\\x0a'"],
    ['$(curl evil)', "~/'$(curl evil)'"]
  ])('copies %j as one word of a shell', async (path, word) => {
    userEvent.setup();
    const { commands } = start('data');

    await commands.execute(CommandIDs.copyHomePath, { path });

    expect(await navigator.clipboard.readText()).toBe(word);
  });
});
