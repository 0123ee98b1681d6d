import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { AskedModel } from '../../asked-model';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addAccessCommands } from './access/access-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addDaskCommands } from './dask/dask-commands';
import { follow } from './follow';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addHubCommands } from './hub/hub-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { ServerModel } from './model';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
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
  optional: [ITranslator, ICommandPalette, INotebookTracker],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  notebooks: INotebookTracker | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands } = app;
  const model = new ServerModel(client);
  const open = (): void => {
    sidebar.open('server');
  };
  const servers = new AskedModel(client, 'server/hub-servers', {});
  const clusters = new AskedModel(client, 'server/dask-clusters', {});
  const refresh = async (): Promise<void> => {
    await Promise.all([model.load(), servers.load(), clusters.load()]);
  };
  addServerCommands({ app, palette, refresh, open, trans });
  addHubCommands({ app, client, palette, servers, trans });
  addDaskCommands({ commands, client, palette, notebooks, clusters, trans });
  addAccessCommands({ app, client, palette, trans });
  const section = sidebar.addSection({
    id: 'server',
    label: trans.__('Server'),
    rank: 50,
    toolbar: [CommandIDs.refreshServer],
    body: async () => {
      const { ServerView } = await import('./view');
      return (
        <ServerView
          model={model}
          servers={servers}
          clusters={clusters}
          commands={commands}
          trans={trans}
        />
      );
    }
  });
  watch(model, section);
  follow<'server/hub-servers'>(servers, section, answer =>
    isChanging(answer.servers ?? [])
  );
  follow<'server/dask-clusters'>(clusters, section, answer =>
    isChanging(answer.clusters)
  );
}

/** Whether something starts or stops. */
function isChanging(listed: readonly { readonly status: string }[]): boolean {
  return listed.some(
    ({ status }) => status === 'starting' || status === 'stopping'
  );
}
