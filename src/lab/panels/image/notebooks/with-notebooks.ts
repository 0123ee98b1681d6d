import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { IStatusBar } from '@jupyterlab/statusbar';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ILeapClient } from '../../../client';
import { ElsewhereModel } from './elsewhere';
import { tellElsewhere } from './elsewhere-notice';
import { keepWithWork } from './keeper';
import type { IImageModel } from '../model';
import type { ImageSettings } from '../settings';

interface IOptions {
  readonly app: JupyterFrontEnd;
  readonly client: ILeapClient;
  readonly model: IImageModel;
  readonly notebooks: INotebookTracker | null;
  readonly settings: ImageSettings;
  readonly trans: TranslationBundle;
  readonly statusBar: IStatusBar | null;
  /** Opens the section. */
  readonly open: () => void;
}

/**
 * Keep the image with the notebooks that are saved, and look where those come from that are opened.
 *
 * @returns Null where there are no notebooks.
 */
export function followNotebooks(options: IOptions): ElsewhereModel | null {
  const { app, client, model, notebooks } = options;
  if (!notebooks) {
    return null;
  }
  const { baseUrl } = app.serviceManager.serverSettings;
  keepWithWork({
    ...options,
    notebooks,
    storage: window.localStorage,
    key: `jupyterlab-leap:asked-to-keep:${baseUrl}`
  });
  const elsewhere = new ElsewhereModel(client, model, notebooks);
  tellElsewhere({
    ...options,
    elsewhere,
    isSaidElsewhere: () => options.statusBar !== null
  });
  return elsewhere;
}
