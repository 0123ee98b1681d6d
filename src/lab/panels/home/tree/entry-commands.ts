import { PageConfig } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { folderIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { HomePath } from '../../../../contract';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { contentsPathOf } from '../contents-path';
import {
  isOneEntry,
  PATH_ARGUMENTS,
  pathOf,
  type ISelection
} from './entry-path';
import { sizeOf, type Marks } from './marks';
import type { IHomeModel } from '../model';
import { goToCursor, keepFocus } from './tree-focus';

/** JupyterLab's own. */
const GO_TO_PATH = 'filebrowser:go-to-path';

interface IOptions {
  commands: CommandRegistry;
  model: IHomeModel;
  marks: Marks;
  selection: ISelection;
  open: () => void;
  trans: TranslationBundle;
}

/**
 * What can be done with one row of the table: find it, look at it among the files, mark it.
 */
export function addEntryCommands(options: IOptions): void {
  addPlaceCommands(options);
  addMarkCommands(options);
}

function addPlaceCommands({
  commands,
  model,
  selection,
  open,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.showHomeEntry, {
    label: trans.__('Show in Storage'),
    caption: trans.__('Show where this is in the table of the home'),
    describedBy: PATH_ARGUMENTS,
    isEnabled: args => isOneEntry(pathOf(args, selection)),
    execute: async args => {
      open();
      await model.show(pathOf(args, selection));
      requestAnimationFrame(goToCursor);
    }
  });
  const browserPath = (path: HomePath): string | null => {
    const { homeDirectory } = model.state;
    const serverRoot = PageConfig.getOption('serverRoot');
    return homeDirectory !== null && isOneEntry(path)
      ? contentsPathOf(path, { serverRoot, homeDirectory })
      : null;
  };
  commands.addCommand(CommandIDs.browseHomeEntry, {
    label: trans.__('Show in File Browser'),
    caption: trans.__('Show this among the files; what is hidden is not there'),
    icon: folderIcon,
    describedBy: PATH_ARGUMENTS,
    isEnabled: args =>
      commands.hasCommand(GO_TO_PATH) &&
      browserPath(pathOf(args, selection)) !== null,
    execute: async args => {
      const path = browserPath(pathOf(args, selection));
      if (path !== null) {
        await commands.execute(GO_TO_PATH, { path });
      }
    }
  });
}

function addMarkCommands({
  commands,
  model,
  marks,
  selection,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.markHomeEntry, {
    label: trans.__('Mark to Delete'),
    caption: trans.__(
      'Mark the selected file or folder, or take its mark away; what is marked is deleted together, after a review'
    ),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => isOneEntry(selection.path),
    isToggled: () => marks.state.has(selection.path),
    execute: () => {
      const { path } = selection;
      if (isOneEntry(path)) {
        marks.toggle(path, sizeOf(path, model.state));
      }
    }
  });
  commands.addCommand(CommandIDs.unmarkHome, {
    label: trans.__('Unmark'),
    caption: trans.__('Take all marks in the Storage section away'),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => marks.state.size > 0,
    execute: () => {
      marks.clear();
      // The button that was pressed goes with the marks.
      requestAnimationFrame(keepFocus);
    }
  });
  marks.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.markHomeEntry);
    commands.notifyCommandChanged(CommandIDs.unmarkHome);
  });
}
