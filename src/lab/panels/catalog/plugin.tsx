import {
  IRouter,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { IQuickLook } from '../../contents/quick-look';
import { ILeapSidebar, type ISection } from '../../sidebar';
import { chooseFile } from './sources/choose-file';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the command from the start
import { addDescribeCommand } from './describe/describe-command';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { linkedSearch } from './deep-link';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { CatalogModel } from './model';
import { PLUGIN_ID } from './plugin-id';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- what was remembered is there before the section is seen
import { rememberSearch } from './remembered';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the settings are followed before the section is seen
import { OwnSources } from './sources/own-sources';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { SavedSearches } from './search/saved-searches';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addSearchCommands } from './search/search-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addStoreCommands } from './dataset/store-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the section's view is given it
import { SourcePreviewModel } from './sources/source-preview';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the section's view is given it
import { StoreSizes } from './dataset/store-sizes';
import type { ISourcesParts } from './sources/sources-view';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- a page that is restored is watched from the start
import { watchPage } from './dataset/watch-page';
import { watchResults } from './search/watch-results';

/**
 * The section that finds data sets.
 */
export const catalogPlugin: JupyterFrontEndPlugin<void> = {
  id: PLUGIN_ID,
  description: 'Finds data sets and gives the code that opens them.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  optional: [
    ITranslator,
    ICommandPalette,
    INotebookTracker,
    IStateDB,
    ISettingRegistry,
    IRouter,
    IQuickLook,
    IDocumentManager
  ],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  notebooks: INotebookTracker | null,
  memory: IStateDB | null,
  registry: ISettingRegistry | null,
  router: IRouter | null,
  look: IQuickLook | null,
  documents: IDocumentManager | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands } = app;
  const own = new OwnSources(registry);
  const model = new CatalogModel(client, own);
  const saved = new SavedSearches(registry);
  const open = (): void => {
    sidebar.open('catalog');
  };
  addSearchCommands({ app, palette, model, saved, open, trans });
  addStoreCommands({ app, palette, notebooks, client, model, trans });
  addDescribeCommand({ app, palette, client, model, trans });
  const sources: ISourcesParts = {
    own,
    preview: new SourcePreviewModel(client),
    ...(documents && {
      chooseFile: () => chooseFile(documents, translator ?? undefined, trans)
    })
  };
  const sizes = new StoreSizes(client);
  const shown = { model, saved, sources, sizes, look, commands, trans };
  const section = sidebar.addSection({
    id: 'catalog',
    label: trans.__('Catalog'),
    rank: 40,
    toolbar: [CommandIDs.showCatalogSources, CommandIDs.refreshCatalog],
    body: async () => {
      const { CatalogView } = await import('./view');
      return <CatalogView {...shown} />;
    }
  });
  followLink(app, router, model, open);
  keepFilled(model, section, memory);
}

/** A link that JupyterLab was opened with and that names a search. */
function followLink(
  app: JupyterFrontEnd,
  router: IRouter | null,
  model: CatalogModel,
  open: () => void
): void {
  const linked = linkedSearch(router?.current.search ?? '');
  if (linked) {
    // It is older than what was remembered, and wanted more.
    model.restore(linked, null);
    void app.restored.then(open);
  }
}

/** Whenever the section is shown it holds what there is, first of all what was remembered, and follows what changes. */
function keepFilled(
  model: CatalogModel,
  section: ISection,
  memory: IStateDB | null
): void {
  const remembered = memory ? rememberSearch(model, memory, PLUGIN_ID) : null;
  watchResults(model, section);
  watchPage(model, section);
  section.isShownChanged.connect((_, isShown) => {
    if (isShown) {
      void Promise.resolve(remembered).then(() => model.load());
    }
  });
}
