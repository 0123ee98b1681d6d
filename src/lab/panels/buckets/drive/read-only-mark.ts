import type {
  DocumentRegistry,
  IDocumentWidget
} from '@jupyterlab/docregistry';
import type { TranslationBundle } from '@jupyterlab/translation';
import { DisposableDelegate, type IDisposable } from '@lumino/disposable';
import { visible } from '../../../visible';
import { closedIcon } from '../icons';
import { DRIVE, readDrivePath } from './drive-path';

/** The widget factories that show objects. */
const FACTORIES = ['Editor', 'Notebook', 'CSVTable', 'TSVTable', 'Image'];

/**
 * Put a lock on the tab of every document of the drive, and its address and the reason in the tab's caption.
 */
export function markReadOnly(
  registry: DocumentRegistry,
  trans: TranslationBundle
): void {
  const extension = {
    createNew: (
      widget: IDocumentWidget,
      context: DocumentRegistry.Context
    ): IDisposable => {
      if (context.path.startsWith(`${DRIVE}:`)) {
        mark(widget, context, trans);
      }
      return new DisposableDelegate(() => undefined);
    }
  };
  for (const factory of FACTORIES) {
    registry.addWidgetExtension(factory, extension);
  }
}

function mark(
  { title }: IDocumentWidget,
  context: DocumentRegistry.Context,
  trans: TranslationBundle
): void {
  const { bucket, name } = readDrivePath(context.path.slice(DRIVE.length + 1));
  const caption = trans.__(
    'gs://%1/%2\nRead-only: changes are never saved to the bucket.',
    bucket,
    visible(name)
  );
  const show = (): void => {
    // This calls `show` again, and ends there: the second time nothing changes.
    title.icon = closedIcon;
    title.caption = caption;
  };
  // JupyterLab sets both itself when the document is ready and when its state changes.
  show();
  void context.ready.then(show);
  title.changed.connect(show);
}
