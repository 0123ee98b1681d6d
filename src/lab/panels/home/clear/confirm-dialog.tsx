import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HomeReview } from '../../../../contract';
import { formatBytes, formatCount } from '../../../format';
import { FailedParts } from './failed-parts';
import { PathList } from './path-list';

/**
 * Show exactly what will be deleted and ask. The safe button has the focus.
 *
 * @returns Whether the reader wants it.
 */
export async function confirmDeletion(
  review: HomeReview,
  trans: TranslationBundle
): Promise<boolean> {
  const isPossible = review.targets.length > 0;
  const cancel = isPossible
    ? Dialog.cancelButton()
    : Dialog.cancelButton({ label: trans.__('Close') });
  const dialog = new Dialog({
    title: isPossible
      ? trans.__('Delete for good: %1', formatBytes(review.freedBytes))
      : trans.__('Nothing of this can be deleted'),
    body: ReactWidget.create(<Facts review={review} trans={trans} />),
    buttons: isPossible
      ? [cancel, Dialog.warnButton({ label: trans.__('Delete') })]
      : [cancel],
    defaultButton: 0
  });
  dialog.addClass('jp-LeapDialog');
  const { button } = await dialog.launch();
  return button.accept;
}

interface IFactsProps {
  review: HomeReview;
  trans: TranslationBundle;
}

function Facts({ review, trans }: IFactsProps): React.JSX.Element {
  const { targets, largest } = review;
  return (
    // It scrolls, so the keyboard must reach it.
    <div
      className="jp-LeapReview"
      role="group"
      aria-label={trans.__('What would be deleted')}
      tabIndex={0}
    >
      {targets.length > 0 && (
        <p>
          {trans.__(
            '%1 bytes become free: %2. This cannot be undone; nothing goes to the Trash.',
            formatCount(review.freedBytes),
            countText(review, trans)
          )}
        </p>
      )}
      <Linked review={review} trans={trans} />
      {targets.length > 0 && <InUse review={review} trans={trans} />}
      <PathList
        title={trans._n(
          '%2 path',
          '%2 paths',
          targets.length,
          formatCount(targets.length)
        )}
        entries={targets.map(({ path, identity }) => ({
          path,
          text: formatBytes(identity.usedBytes)
        }))}
      />
      {review.files > 1 && (
        <PathList
          title={trans.__('Largest files')}
          entries={largest.map(({ path, usedBytes }) => ({
            path,
            text: formatBytes(usedBytes)
          }))}
        />
      )}
      <Warnings review={review} trans={trans} />
    </div>
  );
}

/** `600 files in 1 folder`, or `1 file`. */
function countText(
  { files, directories }: HomeReview,
  trans: TranslationBundle
): string {
  const text = trans._n('%2 file', '%2 files', files, formatCount(files));
  return directories === 0
    ? text
    : trans._n(
        '%3 in %2 folder',
        '%3 in %2 folders',
        directories,
        formatCount(directories),
        text
      );
}

/** Beside the total, which does not hold them. */
function Linked({
  review: { linkedFiles, linkedBytes },
  trans
}: IFactsProps): React.JSX.Element | null {
  return linkedFiles === 0 ? null : (
    <p>
      {trans._n(
        '%2 file does not become free (%3): it has another name outside of what is deleted.',
        '%2 files do not become free (%3): they have other names outside of what is deleted.',
        linkedFiles,
        formatCount(linkedFiles),
        formatBytes(linkedBytes)
      )}
    </p>
  );
}

/** Above the lists, which may be longer than the dialog is high. */
function InUse({ review, trans }: IFactsProps): React.JSX.Element | null {
  const programs = new Set(review.inUse.flatMap(({ programs }) => programs));
  return programs.size === 0 ? null : (
    <p className="jp-LeapReview-inUse">
      {trans.__(
        '⚠ In use now by: %1. It may fail, and what it has open becomes free only when it ends.',
        [...programs].join(', ')
      )}
    </p>
  );
}

function Warnings({ review, trans }: IFactsProps): React.JSX.Element {
  return (
    <>
      <FailedParts
        title={trans.__('Cannot be deleted')}
        parts={review.refused}
        count={review.refused.length}
        trans={trans}
      />
      <FailedParts
        title={trans.__('Stays, because it cannot be read')}
        parts={review.unreadable}
        count={review.unreadableCount}
        trans={trans}
      />
      <FailedParts
        title={trans.__('Stays, with the folders it is in')}
        parts={review.excludedMounts.map(path => ({ path, reason: 'EXDEV' }))}
        count={review.excludedMounts.length}
        trans={trans}
      />
    </>
  );
}
