import { Notification } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Debouncer } from '@lumino/polling';
import { onCellsChanged } from './cell-changes';
import { isSameKept, KEPT_KEY, keptOf, readKept } from './kept';
import type { IImageModel } from '../model';
import type { ImageSettings } from '../settings';

/** After the last keystroke; the server of several authors writes the file about as soon. */
const SETTLED_MS = 1000;

/** Long enough to decide; after that it waits among the notifications. */
const ASKING_MS = 20_000;

interface IKeeperOptions {
  readonly notebooks: INotebookTracker;
  readonly model: IImageModel;
  readonly settings: ImageSettings;
  readonly trans: TranslationBundle;
  /** Where it is remembered that it was asked, also over page reloads and in several tabs. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Distinguishes servers that share the storage. */
  readonly key: string;
}

/**
 * Write the image into the metadata of each notebook that is saved with changes, as the settings say.
 */
export function keepWithWork(options: IKeeperOptions): void {
  options.notebooks.forEach(panel => {
    follow(panel, options);
  });
  options.notebooks.widgetAdded.connect((_, panel) => {
    follow(panel, options);
  });
}

function follow(panel: NotebookPanel, options: IKeeperOptions): void {
  const { context } = panel;
  let hasChanged = false;
  // With several authors the server saves by itself, and no page is told when.
  const settled = new Debouncer(() => {
    if (hasChanged && !panel.isDisposed && panel.model?.collaborative) {
      onSave(panel, options);
      hasChanged = false;
    }
  }, SETTLED_MS);
  void context.ready.then(() => {
    if (options.settings.state.keepImage !== 'off') {
      // Saving waits for nobody, so the image has to be known by then. A failure shows in the section.
      options.model.image().catch(() => undefined);
    }
    if (panel.model) {
      onCellsChanged(panel.model, () => {
        hasChanged = true;
        void settled.invoke().catch(() => undefined);
      });
    }
  });
  context.saveState.connect((_, state) => {
    // JupyterLab says so before it reads the notebook to write it: what changes now is part of this very save.
    const isUnsaved = panel.model?.collaborative || panel.model?.dirty;
    if (state === 'started' && hasChanged && isUnsaved) {
      onSave(panel, options);
    } else if (state === 'completed') {
      hasChanged = false;
    }
  });
  panel.disposed.connect(() => {
    settled.dispose();
  });
}

function onSave(panel: NotebookPanel, options: IKeeperOptions): void {
  switch (options.settings.state.keepImage) {
    case 'on':
      keep(panel, options);
      return;
    case 'ask':
      askOnce(panel, options);
      return;
    case 'off':
  }
}

/** Where the image is not known or could not be started by its name, the notebook stays as it is. */
function keep(
  { model: notebook }: NotebookPanel,
  { model }: IKeeperOptions
): void {
  const image = model.state.image.value;
  const kept = image ? keptOf(image) : null;
  const isNews =
    kept && !isSameKept(readKept(notebook?.getMetadata(KEPT_KEY)), kept);
  if (isNews && notebook && !notebook.readOnly) {
    notebook.setMetadata(KEPT_KEY, kept);
  }
}

function askOnce(panel: NotebookPanel, options: IKeeperOptions): void {
  const { model, settings, storage, key, trans } = options;
  const image = model.state.image.value;
  if (!image || keptOf(image) === null || storage.getItem(key) !== null) {
    return;
  }
  storage.setItem(key, new Date().toISOString());
  const afterSave = whenSaved(panel);
  Notification.info(
    trans.__(
      'Keep the name of the image in the notebooks that you save? Whoever opens them later can start the same software again.'
    ),
    {
      autoClose: ASKING_MS,
      actions: [
        {
          label: trans.__('Keep It'),
          displayType: 'accent',
          callback: () => {
            void settings.setKeepImage('on');
            afterSave(() => void keepNow(panel, options));
          }
        },
        {
          label: trans.__('Never'),
          callback: () => {
            void settings.setKeepImage('off');
          }
        }
      ]
    }
  );
}

/**
 * Does something when the save that runs now has ended, at once where none does: what changes meanwhile is neither part of
 * it nor taken for unsaved after it. With several authors no page is told of saves.
 */
function whenSaved({
  context,
  model
}: NotebookPanel): (act: () => void) => void {
  let isSaving = model?.collaborative !== true;
  let waiting: (() => void) | undefined;
  const onState = (_: unknown, state: string): void => {
    if (state !== 'started') {
      context.saveState.disconnect(onState);
      isSaving = false;
      waiting?.();
    }
  };
  if (isSaving) {
    context.saveState.connect(onState);
  }
  return act => {
    if (isSaving) {
      waiting = act;
    } else {
      act();
    }
  };
}

/** The notebook that it was asked about has just been saved without. */
async function keepNow(
  panel: NotebookPanel,
  options: IKeeperOptions
): Promise<void> {
  if (panel.isDisposed || !panel.model) {
    return;
  }
  const wasDirty = panel.model.dirty;
  keep(panel, options);
  // With changes of its own it is saved when its author wants that.
  if (!wasDirty && panel.model.dirty) {
    // JupyterLab tells of a failure itself.
    await panel.context.save().catch(() => undefined);
  }
}
