import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IStatusBar } from '@jupyterlab/statusbar';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Poll } from '@lumino/polling';
import { Signal } from '@lumino/signaling';
import { announceAdded } from './packages/added-announcer';
import type { ElsewhereModel } from './notebooks/elsewhere';
import type { IImageModel } from './model';
import type { ImageSettings } from './settings';
import { createStatusItem } from './status-item';

/** Soon enough to keep what was installed, rarely enough for a look at 600 records. */
const LOOKING_MS = 300_000;

interface IOptions {
  readonly app: JupyterFrontEnd;
  readonly model: IImageModel;
  readonly elsewhere: ElsewhereModel | null;
  readonly settings: ImageSettings;
  readonly statusBar: IStatusBar | null;
  readonly trans: TranslationBundle;
  /** Opens the section. */
  readonly open: () => void;
}

/**
 * What goes on while the section is not seen: the tag in the status bar, and a word when packages were installed.
 *
 * @returns The poll that looks for them, for its owner to dispose.
 */
export function runInBackground(options: IOptions): Poll {
  const { app, model, settings, statusBar } = options;
  const { baseUrl } = app.serviceManager.serverSettings;
  announceAdded({
    ...options,
    storage: window.localStorage,
    key: `jupyterlab-leap:added:${baseUrl}`
  });
  const poll = new Poll({
    name: 'jupyterlab-leap:image',
    auto: false,
    factory: () =>
      settings.state.tellAdded ? model.refreshAdded() : Promise.resolve(),
    frequency: { interval: LOOKING_MS, backoff: false },
    standby: 'when-hidden'
  });
  // The first look also remembers what came with the image, for where no list is published.
  void Promise.all([app.restored, settings.ready]).then(() => poll.start());
  if (statusBar) {
    showStatusItem(options, statusBar);
  }
  return poll;
}

function showStatusItem(options: IOptions, statusBar: IStatusBar): void {
  const { app, model, settings, open } = options;
  const activeStateChanged = new Signal<ImageSettings, undefined>(settings);
  statusBar.registerStatusItem('jupyterlab-leap:image', {
    align: 'left',
    rank: 101,
    item: createStatusItem({ ...options, onClick: open }),
    isActive: () => settings.state.statusItem,
    activeStateChanged
  });
  const apply = (): void => {
    activeStateChanged.emit(undefined);
    if (settings.state.statusItem && model.state.image.status === 'idle') {
      // A failure shows in the section; the item stays empty.
      model.image().catch(() => undefined);
    }
  };
  settings.stateChanged.connect(apply);
  void Promise.all([app.restored, settings.ready]).then(apply);
}
