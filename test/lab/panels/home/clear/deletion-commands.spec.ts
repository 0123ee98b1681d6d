import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HomeClearable, HomeSummary } from '../../../../../src/contract';
import { CommandIDs } from '../../../../../src/lab/commands';
import { ClearModel } from '../../../../../src/lab/panels/home/clear/clear-model';
import { addDeletionCommands } from '../../../../../src/lab/panels/home/clear/deletion-commands';
import { HomeModel } from '../../../../../src/lab/panels/home/model';
import { Marks } from '../../../../../src/lab/panels/home/tree/marks';
import { clearable, review } from '../../../../support/home/clearable-answers';
import {
  directory,
  entry,
  summary,
  usage
} from '../../../../support/home/usage-answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const DELETING = [
  CommandIDs.reviewClearable,
  CommandIDs.markHomeEntry,
  CommandIDs.deleteFromHome
];

const HOSTILE = [
  {},
  { confirm: false },
  { force: true, path: '../..', paths: ['/', '..'] },
  { confirmed: true, targets: [{ path: '.ssh' }] },
  { isPalette: true, dialog: null, skip: 1 }
];

function start(
  path: string,
  found: Partial<HomeClearable> = {},
  standing: Partial<HomeSummary> = {}
) {
  const client = new ScriptedClient({
    'home/summary': () => summary(standing),
    'home/usage': () => [usage({ children: [entry('data', 7)] })],
    'home/directory': ({ path: folder }: { path: string }) =>
      directory(folder, [entry('runs', 5)]),
    'home/clearable': () => [clearable(found)],
    'home/review': ({ paths }: { paths: string[] }) => [review(paths)]
  });
  const commands = new CommandRegistry();
  const model = new HomeModel(client);
  const clear = new ClearModel(client, model);
  const marks = new Marks();
  const selection = { path };
  addDeletionCommands({
    commands,
    model,
    clear,
    marks,
    selection,
    trans: nullTranslator.load('jupyterlab_leap')
  });
  return { client, commands, clear, marks, model, selection };
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
    const on = (): boolean[] => DELETING.map(id => commands.isEnabled(id));
    expect(on()).toEqual([true, true, true]);
    await clear.load(0);
    expect(on()).toEqual([false, false, false]);
  });

  it('are off where the home is read-only', async () => {
    const { commands, model } = start('data', {}, { writable: false });
    const changed = jest.fn();
    commands.commandChanged.connect((_, { id }) => {
      changed(id);
    });
    await model.load(0);
    expect(DELETING.map(id => commands.isEnabled(id))).toEqual([
      false,
      false,
      false
    ]);
    expect(changed.mock.calls.flat()).toEqual(expect.arrayContaining(DELETING));
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

describe('Mark to Delete', () => {
  it('marks the selected row with its size, and unmarks it', async () => {
    const { commands, marks, model, selection } = start('data');
    await model.load(0);
    await commands.execute(CommandIDs.markHomeEntry);
    expect([...marks.state]).toEqual([['data', 7]]);
    expect(commands.isToggled(CommandIDs.markHomeEntry)).toBe(true);
    await model.unfold('data');
    selection.path = 'data/runs';
    await commands.execute(CommandIDs.markHomeEntry);
    expect([...marks.state]).toEqual([['data/runs', 5]]);
    await commands.execute(CommandIDs.unmarkHome);
    expect(marks.state.size).toBe(0);
    expect(commands.isEnabled(CommandIDs.unmarkHome)).toBe(false);
  });

  it('marks no line that stands for several entries', async () => {
    const { commands, marks } = start('data/');
    expect(commands.isEnabled(CommandIDs.markHomeEntry)).toBe(false);
    await commands.execute(CommandIDs.markHomeEntry);
    expect(marks.state.size).toBe(0);
  });

  it('takes no path from a page', async () => {
    const { commands, marks } = start('data');
    await commands.execute(CommandIDs.markHomeEntry, { path: '.ssh' });
    expect([...marks.state.keys()]).toEqual(['data']);
  });
});
