import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStatusBar } from '@jupyterlab/statusbar';
import {
  ITranslator,
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { AskedModel } from '../../asked-model';
import { ILeapClient } from '../../client';
import { CommandIDs, TRANSLATION_DOMAIN } from '../../commands';
import { ILeapSidebar } from '../../sidebar';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the first number may already cross a limit
import { announceCrossings } from './announcer';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands change them before the section is seen
import { Choice } from './choice';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands answer before the section is seen
import { ClearModel } from './clear/clear-model';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- stands in the file browser's menu from the start
import { addFolderCommand } from './folder-command';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the palette lists the commands from the start
import { addHomeCommands } from './home-commands';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- the commands change them before the section is seen
import { Marks } from './tree/marks';
import { HomeModel, IHomeModel } from './model';
import { ORDERS } from './tree/order';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- documents that are restored are watched from the start
import { explainFailedSaves } from './save-failure';
import { keepFresh } from './schedule';
// eslint-disable-next-line jupyter/prefer-lazy-imports -- stands in the status bar from the start
import { createStatusItem } from './status-item';

/**
 * The section that shows how full the home is.
 */
export const homePlugin: JupyterFrontEndPlugin<IHomeModel> = {
  id: 'jupyterlab-leap:home',
  description: 'Shows how full the home directory is and what fills it.',
  autoStart: true,
  provides: IHomeModel,
  requires: [ILeapClient, ILeapSidebar],
  optional: [
    ITranslator,
    ICommandPalette,
    IStatusBar,
    ISettingRegistry,
    IDefaultFileBrowser
  ],
  activate
};

function activate(
  app: JupyterFrontEnd,
  client: ILeapClient,
  sidebar: ILeapSidebar,
  translator: ITranslator | null,
  palette: ICommandPalette | null,
  statusBar: IStatusBar | null,
  settings: ISettingRegistry | null,
  browser: IDefaultFileBrowser | null
): IHomeModel {
  const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
  const keepHistory = new Choice(settings, 'keepHistory', [true, false]);
  const model = new HomeModel(client, () => keepHistory.settled());
  const shown = shownParts(client, model, settings);
  const { commands, serviceManager } = app;
  const open = (): void => {
    sidebar.open('home');
  };
  const selection = {
    get path() {
      return model.state.selected;
    }
  };
  addHomeCommands({ app, palette, model, ...shown, open, selection, trans });
  if (browser) {
    const { contents } = serviceManager;
    addFolderCommand({ commands, browser, contents, model, open, trans });
  }
  const section = sidebar.addSection({
    id: 'home',
    label: trans.__('Storage'),
    rank: 10,
    // What comes and goes stands first: the others stay where they are.
    toolbar: [
      CommandIDs.cancelHome,
      CommandIDs.toggleHomePicture,
      CommandIDs.refreshHome
    ],
    body: async () => {
      const { HomeView } = await import('./view');
      return <HomeView {...{ ...shown, model, commands, trans }} />;
    }
  });
  speakOutside(app, { model, statusBar, open, trans });
  keepFresh({ app, model, section, settings });
  return model;
}

/** What the section shows beside the count itself; the commands act on the same. */
function shownParts(
  client: ILeapClient,
  model: HomeModel,
  settings: ISettingRegistry | null
) {
  return {
    clear: new ClearModel(client, model),
    history: new AskedModel(client, 'home/history', {}),
    largest: new AskedModel(client, 'home/largest', {}),
    picture: new Choice(settings, 'showPicture', [true, false]),
    order: new Choice(settings, 'sortBy', ORDERS),
    marks: new Marks()
  };
}

interface IOutside {
  readonly model: HomeModel;
  readonly statusBar: IStatusBar | null;
  /** Opens the section. */
  readonly open: () => void;
  readonly trans: TranslationBundle;
}

/** What is said of the home while nobody looks at the section. */
function speakOutside(
  app: JupyterFrontEnd,
  { model, statusBar, open, trans }: IOutside
): void {
  statusBar?.registerStatusItem('jupyterlab-leap:home', {
    align: 'left',
    rank: 100,
    item: createStatusItem({ model, trans, onClick: open })
  });
  const isAnnounced = announceCrossings({
    model,
    trans,
    onShow: open,
    storage: window.localStorage,
    key: `jupyterlab-leap:announced:${app.serviceManager.serverSettings.baseUrl}`
  });
  explainFailedSaves({
    registry: app.docRegistry,
    model,
    trans,
    onShow: open,
    isAnnounced
  });
}
