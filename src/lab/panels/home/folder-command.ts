import { Notification } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import type { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { leapIcon } from '../../icon';
import { PASSING_MS } from '../../passing';
import { homePathOf } from './contents-path';
import type { IHomeModel } from './model';
import { goToCursor } from './tree/tree-focus';

interface IOptions {
  commands: CommandRegistry;
  browser: IDefaultFileBrowser;
  contents: Contents.IManager;
  model: IHomeModel;
  open: () => void;
  trans: TranslationBundle;
}

/**
 * The file browser's question about a folder: what in it uses space?
 */
export function addFolderCommand(options: IOptions): void {
  const { commands, browser, trans } = options;
  commands.addCommand(CommandIDs.showFolderUsage, {
    label: trans.__('What Uses Space Here?'),
    caption: trans.__('Show the selected folder in the Storage section'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    isVisible: () => folderOf(browser) !== null,
    execute: async () => {
      const folder = folderOf(browser);
      if (folder !== null) {
        await show(folder, options);
      }
    }
  });
}

/** The one selected folder; null: another number of things, or a file. */
function folderOf(browser: IDefaultFileBrowser): string | null {
  const [item, another] = [...browser.selectedItems()];
  return item?.type === 'directory' && !another ? item.path : null;
}

async function show(
  folder: string,
  { contents, model, open, trans }: IOptions
): Promise<void> {
  open();
  if (model.state.homeDirectory === null) {
    await model.load(600);
  }
  const { homeDirectory } = model.state;
  if (homeDirectory === null) {
    // The section shows why the server said nothing.
    return;
  }
  const path = homePathOf(contents.localPath(folder), {
    serverRoot: PageConfig.getOption('serverRoot'),
    homeDirectory
  });
  if (path === null) {
    Notification.info(
      trans.__(
        'This folder is not in your home, so the Storage section does not count it.'
      ),
      { autoClose: PASSING_MS }
    );
    return;
  }
  await model.reveal(path);
  requestAnimationFrame(goToCursor);
}
