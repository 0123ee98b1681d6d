import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { CatalogModel } from './model';
import { rememberSearch } from './remembered';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addSearchCommands } from './search-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addStoreCommands } from './store-commands';

const ID = 'jupyterlab-leap:catalog';

/**
 * The section that finds data sets.
 */
export const catalogPlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Finds data sets and gives the code that opens them.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  optional: [ITranslator, ICommandPalette, INotebookTracker, IStateDB],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  notebooks: INotebookTracker | null,
  memory: IStateDB | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands } = app;
  const model = new CatalogModel(client);
  const open = (): void => {
    sidebar.open('catalog');
  };
  addSearchCommands({ app, palette, model, open, trans });
  addStoreCommands({ app, palette, notebooks, model, trans });
  const section = sidebar.addSection({
    id: 'catalog',
    label: trans.__('Catalog'),
    rank: 40,
    toolbar: [CommandIDs.refreshCatalog],
    body: async () => {
      const { CatalogView } = await import('./view');
      return <CatalogView model={model} commands={commands} trans={trans} />;
    }
  });
  const remembered = memory ? rememberSearch(model, memory, ID) : null;
  section.isShownChanged.connect((_, isShown) => {
    if (isShown) {
      void Promise.resolve(remembered).then(() => model.load());
    }
  });
}
