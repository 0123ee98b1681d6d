import { Dialog, Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { LeapError } from '../contract';
import { failureText } from './failure-text';

type Work = () => Promise<unknown>;

/**
 * JupyterLab cuts a longer toast, and with it what comes last: what to do.
 *
 * @see https://github.com/jupyterlab/jupyterlab/blob/main/packages/apputils-extension/src/notificationplugin.tsx
 */
const MAX_TOAST = 140;

/**
 * Run a command's work; what it cannot do is said in a toast, with why and what to do next. What is too long for one
 * opens from it as a dialog.
 */
export function orNotify(trans: TranslationBundle, act: Work): Promise<void> {
  return orSay(act, error => {
    const { title, next } = failureText(error, trans);
    const { message } = error;
    const whole = [
      trans.__('%1. %2 %3', title, message, next),
      // The reason alone says what the title says, only longer.
      trans.__('%1 %2', message, next)
    ].find(fits);
    if (whole === undefined) {
      notify(message, {
        label: trans.__('Details'),
        callback: () => {
          void alert(error, trans);
        }
      });
    } else {
      notify(whole);
    }
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
    const { message } = error;
    notify([trans.__('%1. %2', title, message)].find(fits) ?? message);
  });
}

/**
 * The same as `orNotify` for work that asks in dialogs: its reader looks there, not at the toasts. Resolves when it is closed.
 */
export function orAlert(trans: TranslationBundle, act: Work): Promise<void> {
  return orSay(act, error => alert(error, trans));
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

function fits(text: string): boolean {
  return text.length <= MAX_TOAST;
}

function notify(text: string, ...actions: Notification.IAction[]): void {
  Notification.error(text, { autoClose: false, actions });
}

async function alert(
  error: LeapError,
  trans: TranslationBundle
): Promise<void> {
  const { title, next } = failureText(error, trans);
  const dialog = new Dialog({
    title,
    body: `${error.message} ${next}`,
    buttons: [Dialog.okButton({ label: trans.__('Close') })]
  });
  await dialog.launch();
}
