import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

/** Long enough to be read, short enough not to be in the way. */
const COPIED_MS = 1500;

/**
 * Put text on the clipboard and say so. Where the browser refuses (an insecure page, no permission),
 * show the text selected instead, one Ctrl-C away.
 */
export async function copyText(
  text: string,
  trans: TranslationBundle
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    Notification.success(trans.__('Copied'), { autoClose: COPIED_MS });
  } catch {
    await showDialog({
      title: trans.__('The browser does not let this page copy'),
      body: new SelectedText(
        text,
        trans.__('Text to copy'),
        trans.__('The text is selected: press Ctrl+C, or ⌘C on a Mac.')
      ),
      buttons: [Dialog.okButton({ label: trans.__('Close') })],
      focusNodeSelector: 'textarea'
    });
  }
}

/**
 * A read-only field whose whole text is selected when it gets the focus.
 */
class SelectedText extends Widget {
  constructor(text: string, label: string, advice: string) {
    const field = document.createElement('textarea');
    field.readOnly = true;
    field.value = text;
    field.rows = 4;
    field.className = 'jp-LeapSelectedText';
    field.setAttribute('aria-label', label);
    field.addEventListener('focus', () => {
      field.select();
    });
    const node = document.createElement('div');
    const sentence = document.createElement('p');
    sentence.textContent = advice;
    node.append(sentence, field);
    super({ node });
  }
}
