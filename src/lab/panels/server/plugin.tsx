import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addAccessCommands } from './access-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { ServerModel } from './model';

import { addServerCommands } from './server-commands';
import { watch } from './watch';

/**
 * The section that shows this server, the hub around it and the way in from outside.
 */
export const serverPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-leap:server',
  description:
    'Shows what this server uses, the pages of its hub, and how to reach its data from outside.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  optional: [ITranslator, ICommandPalette],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands } = app;
  const model = new ServerModel(client);
  const open = (): void => {
    sidebar.open('server');
  };
  addServerCommands({ app, palette, model, open, trans });
  addAccessCommands({ app, client, palette, trans });
  const section = sidebar.addSection({
    id: 'server',
    label: trans.__('Server'),
    rank: 50,
    toolbar: [CommandIDs.refreshServer],
    body: async () => {
      const { ServerView } = await import('./view');
      return <ServerView model={model} commands={commands} trans={trans} />;
    }
  });
  watch(model, section);
}
