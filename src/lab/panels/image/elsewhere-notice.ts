import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ElsewhereModel } from './elsewhere';
import { madeWith } from './elsewhere-line';
import type { ImageSettings } from './settings';

const PASSING_MS = 15_000;

interface INoticeOptions {
  readonly elsewhere: ElsewhereModel;
  readonly settings: ImageSettings;
  readonly trans: TranslationBundle;
  /** Opens the section. */
  readonly open: () => void;
}

/**
 * Tell once of each notebook that was made elsewhere, for those who asked to be told.
 */
export function tellElsewhere(options: INoticeOptions): void {
  const { elsewhere, settings, trans, open } = options;
  const told = new Set<string>();
  elsewhere.stateChanged.connect((_, found) => {
    if (!found || !settings.state.tellElsewhere) {
      return;
    }
    const { notebook, kept, here } = found;
    const message = madeWith(notebook, kept.image, here.spec, trans);
    if (!told.has(message)) {
      told.add(message);
      Notification.info(message, {
        autoClose: PASSING_MS,
        actions: [{ label: trans.__('Show'), callback: open }]
      });
    }
  });
}
