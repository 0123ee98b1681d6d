import { Dialog } from '@jupyterlab/apputils';

/**
 * A dialog with a form in it: keys belong to what has the focus there. JupyterLab's own takes Enter on any button for
 * its default one, and would close.
 */
export class FormDialog extends Dialog<unknown> {
  override handleEvent(event: Event): void {
    const isInForm =
      event.target instanceof Element &&
      event.target.closest('.jp-Dialog-body') !== null;
    const isForForm =
      isInForm &&
      event instanceof KeyboardEvent &&
      event.key !== 'Escape' &&
      event.key !== 'Tab';
    if (!isForForm) {
      super.handleEvent(event);
    }
  }
}
