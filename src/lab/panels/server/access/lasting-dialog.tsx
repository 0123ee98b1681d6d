import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Bucket, ServerDescription } from '../../../../contract';
import { FormDialog } from './form-dialog';
import { LastingView } from './lasting-view';

/**
 * Show how lasting access is asked for, until it is closed.
 */
export async function showLastingAccess(
  server: ServerDescription,
  buckets: readonly Bucket[],
  trans: TranslationBundle
): Promise<void> {
  await new FormDialog({
    title: trans.__('Lasting Access from Outside the Hub'),
    body: ReactWidget.create(
      <LastingView server={server} buckets={buckets} trans={trans} />
    ),
    buttons: [Dialog.okButton({ label: trans.__('Close') })],
    focusNodeSelector: '.jp-LeapAccess input'
  }).launch();
}
