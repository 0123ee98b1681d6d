import { PageConfig } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { folderIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { HomePath } from '../../../../contract';
import { CommandIDs } from '../../../commands';
import { contentsPathOf } from '../contents-path';
import {
  isOneEntry,
  PATH_ARGUMENTS,
  pathOf,
  type ISelection
} from './entry-path';
import type { IHomeModel } from '../model';
import { goToCursor } from './tree-focus';

/** JupyterLab's own. */
const GO_TO_PATH = 'filebrowser:go-to-path';

interface IOptions {
  commands: CommandRegistry;
  model: IHomeModel;
  selection: ISelection;
  open: () => void;
  trans: TranslationBundle;
}

/**
 * Where one row of the table is: in it, and among the files.
 */
export function addEntryCommands({
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
