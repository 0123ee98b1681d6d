import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * Say that a script alone gets no token.
 */
export function sayPress(trans: TranslationBundle): void {
  Notification.warning(
    trans.__(
      'A token is given only to a person who presses the button. In a terminal, use “leap token”.'
    ),
    { autoClose: false }
  );
}
