import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { TranslationBundle } from '@jupyterlab/translation';
import { DisposableDelegate } from '@lumino/disposable';
import type { HomeLimits, HomeUsage } from '../../../contract';
import { formatBytes } from '../../format';
import { visible } from '../../visible';
import type { IHomeModel } from './model';
import { isHomeFull, levelOf } from './warning';

/** The widget factories of documents that are saved. */
const FACTORIES = ['Editor', 'Notebook'];

/** Numbers of the last minute are new enough to tell why. */
const FRESH_SECONDS = 60;

/** Of a name in a toast, which is cut at 140 characters. */
const NAME_LENGTH = 40;

interface IOptions {
  registry: DocumentRegistry;
  model: IHomeModel;
  trans: TranslationBundle;
  /** Opens the storage section. */
  onShow: () => void;
  /** Whether a toast is on screen already that says how full the home is. */
  isAnnounced: () => boolean;
}

/**
 * When a document cannot be saved, count the home, and where it is full say that this is why. JupyterLab's own message does
 * not, and its autosave fails again every two minutes: it is said once, until the reader has closed it.
 */
export function explainFailedSaves(options: IOptions): void {
  let toast: string | null = null;
  let isAsking = false;
  const onFailed = async (path: string): Promise<void> => {
    const isShown = toast !== null && Notification.manager.has(toast);
    if (!isShown && !isAsking) {
      isAsking = true;
      toast = await explain(path, options);
      isAsking = false;
    }
  };
  const extension = {
    createNew: (_: unknown, context: DocumentRegistry.Context) => {
      context.saveState.connect((_, state) => {
        if (state === 'failed') {
          void onFailed(context.path);
        }
      });
      return new DisposableDelegate(() => undefined);
    }
  };
  for (const factory of FACTORIES) {
    options.registry.addWidgetExtension(factory, extension);
  }
  options.model.stateChanged.connect(() => {
    const { usage, limits } = options.model.state;
    // Said for as long as it is so.
    if (toast !== null && limits && usage.status === 'ready') {
      if (!isNoRoom(usage.value, limits)) {
        Notification.dismiss(toast);
        toast = null;
      }
    }
  });
}

/** @returns The toast's id; null: it is not because of the room. */
async function explain(
  path: string,
  { model, trans, onShow, isAnnounced }: IOptions
): Promise<string | null> {
  await model.load(FRESH_SECONDS);
  const { usage, limits } = model.state;
  const isReason = usage.value && limits && isNoRoom(usage.value, limits);
  if (!isReason || isAnnounced()) {
    return null;
  }
  const message = saveFailureText(path, usage.value, limits, trans);
  return Notification.emit(message, 'error', {
    autoClose: false,
    actions: [
      {
        label: trans.__('What is using space?'),
        displayType: 'accent',
        callback: onShow
      }
    ]
  });
}

/** A file may be larger than what is left, so nearly full is reason enough. */
function isNoRoom(usage: HomeUsage, limits: HomeLimits): boolean {
  return isHomeFull(usage, limits) || isAtLimit(usage, limits);
}

function isAtLimit(
  { usedBytes }: Pick<HomeUsage, 'usedBytes'>,
  limits: HomeLimits
): boolean {
  const level = levelOf(usedBytes, limits)?.id;
  return level === '95' || level === '100';
}

/** Why a file could not be saved, and what to do. At most 140 characters, where a toast is cut. */
function saveFailureText(
  path: string,
  usage: Pick<HomeUsage, 'usedBytes'>,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  const name = visible(PathExt.basename(path)).slice(0, NAME_LENGTH);
  const { limitBytes } = limits;
  return limitBytes !== null && isAtLimit(usage, limits)
    ? trans.__(
        '%1 could not be saved: your home holds %2 of %3. Delete something, then save again.',
        name,
        formatBytes(usage.usedBytes),
        formatBytes(limitBytes)
      )
    : trans.__(
        '%1 could not be saved: the disk with your home is full. Delete something, then save again.',
        name
      );
}
