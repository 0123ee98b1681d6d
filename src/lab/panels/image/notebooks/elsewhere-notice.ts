import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UNASKED_MS } from '../../../passing';
import type { ElsewhereModel } from './elsewhere';
import { notebookMadeWith } from './elsewhere-words';
import type { ImageSettings } from '../settings';

interface INoticeOptions {
  readonly elsewhere: ElsewhereModel;
  readonly settings: ImageSettings;
  readonly trans: TranslationBundle;
  /** Whether something else on the page says it too, as the status bar does. */
  readonly isSaidElsewhere: () => boolean;
  /** Opens the section. */
  readonly open: () => void;
}

/**
 * Tell once of each notebook that was made elsewhere, for those who asked to be told, and where nothing else would
 * say it, as in Notebook 7, which has no status bar.
 */
export function tellElsewhere(options: INoticeOptions): void {
  const { elsewhere, settings, trans, open } = options;
  const told = new Set<string>();
  elsewhere.stateChanged.connect((_, found) => {
    if (
      !found ||
      !(settings.state.tellElsewhere || !options.isSaidElsewhere())
    ) {
      return;
    }
    const { notebook, kept, here } = found;
    const message = notebookMadeWith(notebook, kept.image, here.spec, trans);
    if (!told.has(message)) {
      told.add(message);
      Notification.info(message, {
        autoClose: UNASKED_MS,
        actions: [{ label: trans.__('Show'), callback: open }]
      });
    }
  });
}
