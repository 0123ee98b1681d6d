import type { JupyterFrontEnd } from '@jupyterlab/application';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import userEvent from '@testing-library/user-event';
import { CommandIDs } from '../../../../src/lab/commands';
import { ClearModel } from '../../../../src/lab/panels/home/clear/clear-model';
import { addHomeCommands } from '../../../../src/lab/panels/home/home-commands';
import { Marks } from '../../../../src/lab/panels/home/tree/marks';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { Choice } from '../../../../src/lab/panels/home/choice';
import { ScriptedClient } from '../../../support/lab/scripted-client';
import { AskedModel } from '../../../../src/lab/asked-model';

function start(path: string): CommandRegistry {
  const client = new ScriptedClient({});
  const commands = new CommandRegistry();
  const model = new HomeModel(client);
  addHomeCommands({
    app: { commands } as unknown as JupyterFrontEnd,
    palette: null,
    model,
    clear: new ClearModel(client, model),
    picture: new Choice<boolean>(null, 'showPicture', [false, true]),
    marks: new Marks(),
    largest: new AskedModel(client, 'home/largest', {}),
    open: () => undefined,
    selection: { path },
    trans: nullTranslator.load('jupyterlab_leap')
  });
  return commands;
}

describe('The command that copies a path', () => {
  it.each([
    ['runs/ocean.zarr', '~/runs/ocean.zarr'],
    ['my runs', "~/'my runs'"],
    ['x\nrm -rf ~\n', "~/$'x\\x0arm -rf ~\\x0a'"],
    ['$(curl evil)', "~/'$(curl evil)'"]
  ])('copies %j as one word of a shell', async (path, word) => {
    userEvent.setup();
    const commands = start('data');

    await commands.execute(CommandIDs.copyHomePath, { path });

    expect(await navigator.clipboard.readText()).toBe(word);
  });
});
