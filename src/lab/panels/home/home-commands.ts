import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { refreshIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { leapIcon } from '../../icon';
import type { IHomeModel } from './model';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  model: IHomeModel;
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
  model.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.cancelHome);
  });
  for (const command of [
    CommandIDs.openHome,
    CommandIDs.refreshHome,
    CommandIDs.cancelHome,
    CommandIDs.copyHomePath
  ]) {
    palette?.addItem({ command, category: trans.__('LEAP') });
  }
}
