import { Dialog, Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { LeapError } from '../contract';
import { failureText } from './failure-text';

type Work = () => Promise<unknown>;

/**
 * Run a command's work; what it cannot do is said in a toast, with why and what to do next.
 */
export function orNotify(trans: TranslationBundle, act: Work): Promise<void> {
  return orSay(act, error => {
    const { title, next } = failureText(error, trans);
    notify(trans.__('%1. %2 %3', title, error.message, next));
  });
}

/**
 * The same for work whose failures say themselves what to do next.
 */
export function orNotifyWhy(
  trans: TranslationBundle,
  act: Work
): Promise<void> {
  return orSay(act, error => {
    const { title } = failureText(error, trans);
    notify(trans.__('%1. %2', title, error.message));
  });
}

/**
 * The same as `orNotify` for work that asks in dialogs: its reader looks there, not at the toasts. Resolves when it is closed.
 */
export function orAlert(trans: TranslationBundle, act: Work): Promise<void> {
  return orSay(act, async error => {
    const { title, next } = failureText(error, trans);
    const dialog = new Dialog({
      title,
      body: `${error.message} ${next}`,
      buttons: [Dialog.okButton({ label: trans.__('Close') })]
    });
    await dialog.launch();
  });
}

async function orSay(
  act: Work,
  say: (error: LeapError) => void | Promise<void>
): Promise<void> {
  try {
    await act();
  } catch (reason) {
    await say(LeapError.from(reason));
  }
}

function notify(text: string): void {
  Notification.error(text, { autoClose: false });
}
