import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { deleteIcon, refreshIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { leapIcon } from '../../icon';
import type { IClearModel } from './clear-model';
import type { IHomeModel } from './model';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  model: IHomeModel;
  clear: IClearModel;
  open: () => void;
  /** The row that the tree's cursor is on. */
  selection: { readonly path: string };
  trans: TranslationBundle;
}

/**
 * The commands of the storage section.
 */
export function addHomeCommands(options: IOptions): void {
  const { app, palette, model, open, selection, trans } = options;
  const { commands } = app;
  commands.addCommand(CommandIDs.openHome, {
    label: trans.__('Show What Fills My Home'),
    caption: trans.__('Open the Storage section of the LEAP sidebar'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    execute: open
  });
  commands.addCommand(CommandIDs.refreshHome, {
    label: trans.__('Count My Home Again'),
    caption: trans.__('Count what the home directory holds, now'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => model.refresh()
  });
  commands.addCommand(CommandIDs.cancelHome, {
    label: trans.__('Stop Counting My Home'),
    caption: trans.__('Stop the count that runs; what it found stays'),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.usage.status === 'loading',
    execute: () => {
      model.cancel();
    }
  });
  commands.addCommand(CommandIDs.copyHomePath, {
    label: trans.__('Copy Path of the Selected Folder'),
    caption: trans.__('Copy the path, relative to the home directory'),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => selection.path !== '',
    execute: () => copyText(`~/${selection.path}`, trans)
  });
  addDeletionCommands(options);
  model.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.cancelHome);
  });
  for (const command of [
    CommandIDs.openHome,
    CommandIDs.refreshHome,
    CommandIDs.cancelHome,
    CommandIDs.copyHomePath,
    CommandIDs.reviewClearable,
    CommandIDs.deleteFromHome
  ]) {
    palette?.addItem({ command, category: trans.__('LEAP') });
  }
}

/**
 * Any page of JupyterLab can run these: they take no arguments, hand nothing back, and delete nothing that the reader
 * has not confirmed in a dialog.
 */
function addDeletionCommands({
  app: { commands },
  clear,
  selection,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.reviewClearable, {
    label: trans.__('Review What Is Safe to Clear…'),
    caption: trans.__(
      'Choose which caches to delete; nothing is deleted before you confirm it'
    ),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => clear.state.value?.deletionAllowed === true,
    execute: async () => {
      const { clearCaches } = await import('./clear-flow');
      await clearCaches(clear, trans);
      keepFocus();
    }
  });
  commands.addCommand(CommandIDs.deleteFromHome, {
    label: trans.__('Delete From Home…'),
    caption: trans.__(
      'Delete the selected file or folder for good, after a look at what is in it'
    ),
    icon: deleteIcon,
    describedBy: NO_ARGUMENTS,
    // What stands for several entries, as “41 smaller”, ends in a slash.
    isEnabled: () => selection.path !== '' && !selection.path.endsWith('/'),
    execute: async () => {
      const { path } = selection;
      const { deletePaths } = await import('./clear-flow');
      await deletePaths(clear, [path], trans);
      keepFocus();
    }
  });
  clear.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.reviewClearable);
  });
}

/** What had the focus before a dialog may be gone after it: the tree takes it then. */
function keepFocus(): void {
  if (document.activeElement === document.body) {
    document.querySelector<HTMLElement>('#jp-leap-home .jp-LeapTree')?.focus();
  }
}
