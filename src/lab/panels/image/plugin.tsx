import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { CompareModel } from './packages/compare-model';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addImageCommands } from './image-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- stands in the status bar from the start
import { runInBackground } from './in-background';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { ImageModel } from './model';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- notebooks are saved before the section is seen
import { ImageSettings } from './settings';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- notebooks are opened before the section is seen
import { followNotebooks } from './notebooks/with-notebooks';

/**
 * The section that shows which image the server runs.
 */
export const imagePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-leap:image',
  description:
    'Shows which image this server runs, and keeps its name with your work.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  optional: [
    ITranslator,
    ICommandPalette,
    INotebookTracker,
    ISettingRegistry,
    IStatusBar
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
  registry: ISettingRegistry | null,
  statusBar: IStatusBar | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands } = app;
  const model = new ImageModel(client);
  const compare = new CompareModel(client, model);
  const settings = new ImageSettings(registry);
  const open = (): void => {
    sidebar.open('image');
  };
  const common = { app, client, commands, model, compare, settings, trans };
  const elsewhere = followNotebooks({ ...common, notebooks, statusBar, open });
  runInBackground({ ...common, elsewhere, statusBar, open });
  const { contents } = app.serviceManager;
  const forCommands = { ...common, palette, notebooks, contents };
  addImageCommands({ ...forCommands, elsewhere, open });
  const section = sidebar.addSection({
    id: 'image',
    label: trans.__('Image'),
    rank: 30,
    toolbar: [CommandIDs.refreshImage],
    body: async () => {
      const { ImageView } = await import('./view');
      const shown = { model, elsewhere, compare, commands, trans };
      return <ImageView {...shown} />;
    }
  });
  // Packages may have been installed since it was last seen.
  section.isShownChanged.connect((_, isShown) => {
    if (isShown) {
      void model.load();
    }
  });
}
