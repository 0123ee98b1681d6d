import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UNASKED_MS } from '../../passing';
import type { IHomeModel } from './model';
import type { IHomeState } from './state';
import { judge, type ILevel } from './warning';
import { announcement } from './words';

/** From here on the toast stays until it is closed. */
const STAYS: ReadonlySet<ILevel['id']> = new Set(['90', '95', 'disk', '100']);

interface IAnnouncerOptions {
  model: IHomeModel;
  trans: TranslationBundle;
  /** Opens the storage section. */
  onShow: () => void;
  /**
   * Where it is remembered what was said. The browser's own storage rather than the workspace, which lies in
   * the home: a full home could not remember, and would speak at every reload.
   */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Distinguishes servers that share the storage. */
  key: string;
}

/**
 * Speak once for each limit that is crossed, also over page reloads and in several tabs; what was said goes when it
 * is no longer so.
 *
 * @returns Whether such a toast is on screen now.
 */
export function announceCrossings(options: IAnnouncerOptions): () => boolean {
  let said: ISaid | null = null;
  options.model.stateChanged.connect(() => {
    said = onUsage(options, options.model.state, said);
  });
  return () => said !== null && Notification.manager.has(said.toast);
}

/** The toast of this page that may still be open. */
interface ISaid {
  readonly toast: string;
  readonly level: ILevel['id'];
}

function onUsage(
  options: IAnnouncerOptions,
  state: IHomeState,
  said: ISaid | null
): ISaid | null {
  const { usage, limits } = state;
  if (usage.status !== 'ready' || !limits) {
    return said;
  }
  const { usedBytes } = usage.value;
  const before = options.storage.getItem(options.key);
  const { speak, announced } = judge(usage.value, limits, before);
  if (announced === null) {
    options.storage.removeItem(options.key);
  } else if (announced !== before) {
    options.storage.setItem(options.key, announced);
  }
  if (said && announced !== said.level) {
    Notification.dismiss(said.toast);
    said = null;
  }
  return speak
    ? {
        level: speak.id,
        toast: show(
          speak,
          announcement(speak, usedBytes, limits, options.trans),
          options
        )
      }
    : said;
}

/** @returns The toast's id. */
function show(
  level: ILevel,
  message: string,
  { trans, onShow }: IAnnouncerOptions
): string {
  const type =
    level.id === '100' || level.id === 'disk'
      ? 'error'
      : level.id === 'recommended'
        ? 'info'
        : 'warning';
  return Notification.emit(message, type, {
    autoClose: STAYS.has(level.id) ? false : UNASKED_MS,
    actions: [
      {
        label: trans.__('What is using space?'),
        displayType: 'accent',
        callback: onShow
      }
    ]
  });
}
