import {
  IRouter,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import {
  ITranslator,
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { IQuickLook } from '../../contents/quick-look';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addBucketsCommands } from './commands/buckets-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- a link is followed when JupyterLab starts
import { followLinks } from './places/deep-link';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- documents of the last session are restored from it
import { GsDrive } from './drive/gs-drive';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- marks documents that are restored
import { markReadOnly } from './drive/read-only-mark';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- warns whether or not the section is seen
import { watchExpiry } from './expiry-watch';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the catalog opens places before the section is seen
import { BucketsModel } from './model';

const ID = 'jupyterlab-leap:buckets';

/**
 * The section that shows what is in the buckets.
 */
export const bucketsPlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Browses the buckets of the hub and public ones.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  optional: [
    ITranslator,
    ICommandPalette,
    IStateDB,
    INotebookTracker,
    IRouter,
    ISettingRegistry,
    IQuickLook
  ],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  state: IStateDB | null,
  notebooks: INotebookTracker | null,
  router: IRouter | null,
  settings: ISettingRegistry | null,
  look: IQuickLook | null
): void {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const { commands, serviceManager } = app;
  const model = new BucketsModel(client);
  const open = (): void => {
    sidebar.open('buckets');
  };
  const { kernelspecs } = serviceManager;
  const common = { client, commands, palette, model, open, trans };
  addBucketsCommands({ ...common, notebooks, kernelspecs });
  addDrive(app, client, model, trans);
  watchExpiry({ app, model, memory: state, settings, plugin: ID, open, trans });
  if (router) {
    followLinks(router, commands, app.restored, reference => {
      const going = model.goTo(reference);
      void Promise.all([app.restored, going]).then(open);
    });
  }
  sidebar.addSection({
    id: 'buckets',
    label: trans.__('Buckets'),
    rank: 20,
    toolbar: [CommandIDs.openParentFolder, CommandIDs.refreshBuckets],
    body: async () => {
      const { BucketsView } = await import('./view');
      await start(model, state);
      return <BucketsView {...{ model, commands, look, trans }} />;
    }
  });
}

/** Objects that JupyterLab opens as documents are read through a drive, and marked as what cannot be changed. */
function addDrive(
  app: JupyterFrontEnd,
  client: ILeapClient,
  model: BucketsModel,
  trans: TranslationBundle
): void {
  const { contents, serverSettings } = app.serviceManager;
  contents.addDrive(
    new GsDrive(client, serverSettings, bucket =>
      model.state.payers.get(bucket)
    )
  );
  markReadOnly(app.docRegistry, trans);
}

/** Go on where the last visit ended, and remember this one. */
async function start(
  model: BucketsModel,
  state: IStateDB | null
): Promise<void> {
  const { recall, remember } = await import('./places/memory');
  const { folder, sort, ...visited } = await recall(state);
  model.setSort(sort);
  model.setVisited(visited);
  if (state) {
    remember(model, state);
  }
  void model.start(folder);
  void model.checkExpiring();
  void model.checkPackages();
}
