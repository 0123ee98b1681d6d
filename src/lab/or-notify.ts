import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { LeapError } from '../contract';
import { failureText } from './failure-text';

/**
 * Run a command's work; what it cannot do is said in a toast, with why and what to do next.
 */
export async function orNotify(
  trans: TranslationBundle,
  act: () => Promise<void>
): Promise<void> {
  try {
    await act();
  } catch (reason) {
    const error = LeapError.from(reason);
    const { title, next } = failureText(error, trans);
    Notification.error(trans.__('%1. %2 %3', title, error.message, next), {
      autoClose: false
    });
  }
}
