import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import {
  LeapError,
  type HomeClearable,
  type HomeDeletion,
  type HomePath,
  type HomeReview,
  type HomeReviewQuery
} from '../../../../contract';
import { formatBytes, formatCount } from '../../../format';
import { orAlert } from '../../../or-say';
import { PASSING_MS } from '../../../passing';
import { FRESH_SECONDS, type IClearModel } from './clear-model';
import { confirmDeletion } from './confirm-dialog';
import { showLeftovers } from './leftovers-dialog';
import { obstacleText } from './obstacle';
import { whileShowing } from './progress-dialog';
import { chooseItems } from './review-dialog';

/**
 * From the card to a smaller home: mark, review, confirm, delete. Each step is a dialog that the reader answers.
 */
export function clearCaches(
  model: IClearModel,
  trans: TranslationBundle
): Promise<void> {
  return orAlert(trans, async () => {
    const found = await findAll(model, trans);
    if (found) {
      checkAllowed(found, trans);
      const paths = await chooseItems(found, trans);
      if (paths && paths.length > 0) {
        const query = { paths: [...paths], foundAs: foundAs(found, paths) };
        await reviewAndDelete(model, query, trans);
      }
    }
  });
}

/**
 * The same from the second step on, for paths that the reader pointed at.
 *
 * @returns Whether the reader confirmed it, and it was done as far as it could be.
 */
export async function deletePaths(
  model: IClearModel,
  paths: readonly HomePath[],
  trans: TranslationBundle
): Promise<boolean> {
  let isDone = false;
  await orAlert(trans, async () => {
    isDone = await reviewAndDelete(model, { paths: [...paths] }, trans);
  });
  return isDone;
}

/** What the reader was told that these paths are. */
function foundAs(
  { items }: HomeClearable,
  chosen: readonly HomePath[]
): HomeReviewQuery['foundAs'] {
  const marked = new Set(chosen);
  return items
    .filter(({ paths }) => paths.every(path => marked.has(path)))
    .map(({ id, paths }) => ({ id, paths }));
}

/** All there is to clear, not what was found so far. */
async function findAll(
  model: IClearModel,
  trans: TranslationBundle
): Promise<HomeClearable | null> {
  const state = await whileShowing(
    trans.__('Looking for what is safe to clear'),
    trans,
    async signal => {
      await Promise.race([model.load(FRESH_SECONDS), cancelled(signal)]);
      return model.state;
    }
  );
  if (state?.status === 'failed') {
    throw state.error;
  }
  return state?.value ?? null;
}

/** Fails when the reader stops waiting; what they waited for goes on for others. */
function cancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new LeapError('cancelled', 'Cancelled.'));
    });
  });
}

async function reviewAndDelete(
  model: IClearModel,
  query: HomeReviewQuery,
  trans: TranslationBundle
): Promise<boolean> {
  const review = await whileShowing(
    trans.__('Looking at what would be deleted'),
    trans,
    (signal, report) =>
      model.review(
        query,
        ({ files, freedBytes }) => {
          const text = trans.__(
            '%1 files, %2 so far',
            formatCount(files),
            formatBytes(freedBytes)
          );
          report({ text, share: null });
        },
        signal
      )
  );
  if (review && (await isWanted(review, trans))) {
    await deleteReviewed(model, query, review, trans);
    return true;
  }
  return false;
}

async function isWanted(
  review: HomeReview,
  trans: TranslationBundle
): Promise<boolean> {
  checkAllowed(review, trans);
  return confirmDeletion(review, trans);
}

/** @throws LeapError `forbidden` where the operator has switched deletion off. */
function checkAllowed(
  { deletionAllowed }: { readonly deletionAllowed: boolean },
  trans: TranslationBundle
): void {
  if (!deletionAllowed) {
    throw new LeapError('forbidden', obstacleText('switched-off', trans));
  }
}

async function deleteReviewed(
  model: IClearModel,
  query: HomeReviewQuery,
  { targets }: HomeReview,
  trans: TranslationBundle
): Promise<void> {
  let freedBytes = 0;
  const result = await whileShowing(
    trans.__('Deleting'),
    trans,
    (signal, report) =>
      model.delete(
        targets,
        deletion => {
          freedBytes = deletion.deletedBytes;
          report({
            text: progressText(deletion, trans),
            share:
              deletion.phase === 'checking'
                ? null
                : deletion.deletedFiles / Math.max(1, deletion.totalFiles)
          });
        },
        signal
      )
  );
  if (result === null) {
    Notification.info(
      trans.__('Stopped. %1 became free before.', formatBytes(freedBytes)),
      { autoClose: PASSING_MS }
    );
  } else if (result.failedCount > 0) {
    if (await showLeftovers(result, trans)) {
      const gone = new Set(result.removed);
      const paths = targets
        .map(({ path }) => path)
        .filter(path => !gone.has(path));
      await reviewAndDelete(model, { ...query, paths }, trans);
    }
  } else {
    Notification.success(
      trans.__('%1 became free.', formatBytes(result.deletedBytes)),
      { autoClose: PASSING_MS }
    );
  }
}

function progressText(
  { phase, deletedFiles, totalFiles, deletedBytes }: HomeDeletion,
  trans: TranslationBundle
): string {
  return phase === 'checking'
    ? trans.__('Making sure that nothing has changed…')
    : trans.__(
        '%1 of %2 files, %3 free',
        formatCount(deletedFiles),
        formatCount(totalFiles),
        formatBytes(deletedBytes)
      );
}
