import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { render } from '@testing-library/react';
import { AskedModel } from '../../../src/lab/asked-model';
import { Choice } from '../../../src/lab/panels/home/choice';
import { ClearModel } from '../../../src/lab/panels/home/clear/clear-model';
import { HomeModel } from '../../../src/lab/panels/home/model';
import { Marks } from '../../../src/lab/panels/home/tree/marks';
import { ORDERS } from '../../../src/lab/panels/home/tree/order';
import { HomeView } from '../../../src/lab/panels/home/view';
import { ScriptedClient, type Script } from '../lab/scripted-client';
import { clearable } from './clearable-answers';
import { noHistory } from './history-answers';
import { largest } from './largest-answers';

/**
 * The Storage section on screen, of a home with nothing to tell beside its count. It has asked nothing yet.
 *
 * @param script - Answers in place of those.
 */
export function showHome(script: Script): {
  readonly client: ScriptedClient;
  readonly model: HomeModel;
  readonly commands: CommandRegistry;
} {
  const client = new ScriptedClient({
    'home/clearable': () => [clearable({ items: [], preselectedBytes: 0 })],
    'home/history': noHistory,
    'home/largest': () => largest({ files: [], stores: [], oldest: [] }),
    ...script
  });
  const model = new HomeModel(client);
  const commands = new CommandRegistry();
  render(
    <HomeView
      model={model}
      clear={new ClearModel(client, model)}
      largest={new AskedModel(client, 'home/largest', {})}
      history={new AskedModel(client, 'home/history', {})}
      picture={new Choice<boolean>(null, 'showPicture', [false, true])}
      order={new Choice(null, 'sortBy', ORDERS)}
      marks={new Marks()}
      commands={commands}
      trans={nullTranslator.load('jupyterlab_leap')}
    />
  );
  return { client, model, commands };
}
