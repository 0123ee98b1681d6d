import { PageConfig } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { linkIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { copyText } from '../../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import type { IBucketsModel } from '../buckets-model';
import { placeLink } from '../places/deep-link';
import { gsPath } from '../folder/folder';
import { keepIcon } from '../icons';
import { isKeepable } from '../places/visited';

interface IOptions {
  readonly commands: CommandRegistry;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
}

/**
 * The commands that find a place again: a bookmark for oneself, a link for others.
 */
export function addLinkCommands({ commands, model, trans }: IOptions): void {
  commands.addCommand(CommandIDs.copyPlaceLink, {
    label: trans.__('Copy Link to This Place'),
    caption: trans.__(
      'Copy a link that opens this place in Buckets for every member of the hub'
    ),
    icon: linkIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.folder !== null,
    execute: async () => {
      const { folder, current } = model.state;
      if (folder) {
        // The own workspace is nobody else's.
        const page = PageConfig.getUrl({
          workspace: PageConfig.defaultWorkspace,
          treePath: '',
          toShare: true
        });
        await copyText(placeLink(page, gsPath(folder, current ?? '')), trans);
      }
    }
  });
  commands.addCommand(CommandIDs.toggleBookmark, {
    label: trans.__('Bookmark This Folder'),
    caption: trans.__(
      'Keep the open folder among the bookmarks, or take it out of them'
    ),
    icon: keepIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => isKeepable(model.state),
    execute: () => {
      model.toggleBookmark();
    }
  });
}
