import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { HomeDeletion } from '../../../../contract';
import { formatBytes, formatCount } from '../../../format';
import { FailedParts } from './failed-parts';

/** What stayed for these reasons is something else than was reviewed. */
const CHANGED: ReadonlySet<string> = new Set(['precondition', 'ENOTEMPTY']);

/**
 * Name what a deletion could not delete, and why.
 *
 * @returns Whether the reader wants to look at it anew, which is offered where it changed since they looked.
 */
export async function showLeftovers(
  { deletedBytes, deletedFiles, failed, failedCount }: HomeDeletion,
  trans: TranslationBundle
): Promise<boolean> {
  const isNothing = deletedBytes === 0 && deletedFiles === 0;
  const hasChanged = failed.some(({ reason }) => CHANGED.has(reason));
  const dialog = new Dialog({
    title: isNothing
      ? trans.__('Nothing was deleted')
      : trans.__('%1 became free', formatBytes(deletedBytes)),
    body: ReactWidget.create(
      <div className="jp-LeapReview">
        <FailedParts
          title={trans._n(
            '%2 path stayed',
            '%2 paths stayed',
            failedCount,
            formatCount(failedCount)
          )}
          parts={failed}
          count={failedCount}
          trans={trans}
        />
      </div>
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Close') }),
      ...(hasChanged
        ? [Dialog.okButton({ label: trans.__('Review Again…') })]
        : [])
    ],
    defaultButton: 0
  });
  dialog.addClass('jp-LeapDialog');
  const { button } = await dialog.launch();
  return button.accept;
}
