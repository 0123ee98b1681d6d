import type { INotebookModel } from '@jupyterlab/notebook';

/**
 * Call `act` whenever a notebook's cells change here: by its author at this page, not by another author of the same
 * notebook, whose own page sees to it.
 *
 * Not when only the metadata change: JupyterLab itself writes the kernel's version there when an old notebook is
 * opened, and its results are still those of the image that made them.
 */
export function onCellsChanged(
  notebook: INotebookModel,
  act: () => void
): void {
  let isMetadata = false;
  let isOwn = true;
  followTransactions(notebook.sharedModel, isLocal => {
    isOwn = isLocal;
  });
  notebook.metadataChanged.connect(() => {
    isMetadata = true;
  });
  // Emitted after each `metadataChanged` too.
  notebook.contentChanged.connect(() => {
    if (!isMetadata && isOwn) {
      act();
    }
    isMetadata = false;
  });
}

/** What is used of the document under a shared notebook: https://docs.yjs.dev/api/y.doc */
interface ITransactions {
  on(
    event: 'beforeObserverCalls',
    handler: (transaction: { readonly local: boolean }) => void
  ): void;
}

/** Tell of each change, before anybody else hears of it, whether it was made on this page. */
function followTransactions(
  sharedModel: object,
  tell: (isLocal: boolean) => void
): void {
  // The type of shared notebooks does not name the Yjs document below them, but all of them have one.
  if ('ydoc' in sharedModel) {
    const ydoc = sharedModel.ydoc as ITransactions;
    ydoc.on('beforeObserverCalls', ({ local }) => {
      tell(local);
    });
  }
}
