import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { deleteIcon, refreshIcon, stopIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { areasIcon, leapIcon } from '../../icon';
import { bucketCommand, homeWord } from './bucket-command';
import type { Choice } from './choice';
import type { IClearModel } from './clear/clear-model';
import { addEntryCommands } from './tree/entry-commands';
import {
  isOneEntry,
  PATH_ARGUMENTS,
  pathOf,
  type ISelection
} from './tree/entry-path';
import type { Marks } from './tree/marks';
import type { IHomeModel } from './model';
import { keepFocus } from './tree/tree-focus';
import type { IAskedModel } from '../../asked-model';
import { listInPalette } from '../../palette';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  model: IHomeModel;
  clear: IClearModel;
  largest: IAskedModel<'home/largest'>;
  picture: Choice<boolean>;
  open: () => void;
  marks: Marks;
  selection: ISelection;
  trans: TranslationBundle;
}

/**
 * The commands of the storage section.
 */
export function addHomeCommands(options: IOptions): void {
  const { app, palette, model, open, trans } = options;
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
    icon: stopIcon,
    describedBy: NO_ARGUMENTS,
    isVisible: () => model.state.isSlow,
    isEnabled: () => model.state.usage.status === 'loading',
    execute: () => {
      model.cancel();
    }
  });
  addPictureCommand(options);
  addCopyCommands(options);
  addEntryCommands({ ...options, commands });
  addDeletionCommands(options);
  model.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.cancelHome);
  });
  listInPalette(palette, trans, [
    CommandIDs.openHome,
    CommandIDs.refreshHome,
    CommandIDs.cancelHome,
    CommandIDs.toggleHomePicture,
    CommandIDs.copyHomePath,
    CommandIDs.browseHomeEntry,
    CommandIDs.markHomeEntry,
    CommandIDs.unmarkHome,
    CommandIDs.copyBucketCommand,
    CommandIDs.reviewClearable,
    CommandIDs.deleteFromHome
  ]);
}

function addPictureCommand({
  app: { commands },
  picture,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.toggleHomePicture, {
    label: () =>
      picture.state
        ? trans.__('Hide the Picture of What Fills My Home')
        : trans.__('Show a Picture of What Fills My Home'),
    caption: () =>
      picture.state
        ? trans.__('Hide the areas beside the table')
        : trans.__('Show what fills the home as areas, beside the table'),
    icon: areasIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => picture.choose(!picture.state)
  });
  picture.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.toggleHomePicture);
  });
}

function addCopyCommands({
  app: { commands },
  largest,
  selection,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.copyHomePath, {
    label: args =>
      typeof args['path'] === 'string'
        ? trans.__('Copy Path')
        : trans.__('Copy the Selected Path'),
    caption: trans.__('Copy the path, relative to the home directory'),
    describedBy: PATH_ARGUMENTS,
    isEnabled: args => pathOf(args, selection) !== '',
    // Pages that are not ours can run this: what is copied stays one harmless word in a terminal.
    execute: args => copyText(homeWord(pathOf(args, selection)), trans)
  });
  commands.addCommand(CommandIDs.copyBucketCommand, {
    label: args =>
      typeof args['path'] === 'string'
        ? trans.__('Copy Command')
        : trans.__('Copy the Command That Copies to a Bucket'),
    caption: trans.__(
      'Copy the command that copies this into your own folder of a bucket, for a terminal'
    ),
    describedBy: PATH_ARGUMENTS,
    isEnabled: args =>
      isOneEntry(pathOf(args, selection)) &&
      Boolean(largest.state.value?.bucketUrl),
    execute: async args => {
      const bucketUrl = largest.state.value?.bucketUrl;
      if (bucketUrl) {
        await copyText(
          bucketCommand(pathOf(args, selection), bucketUrl),
          trans
        );
      }
    }
  });
  largest.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.copyBucketCommand);
  });
}

/**
 * Any page of JupyterLab can run these: they take no arguments, hand nothing back, and delete nothing that the reader
 * has not confirmed in a dialog.
 */
function addDeletionCommands({
  app: { commands },
  clear,
  marks,
  selection,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.reviewClearable, {
    label: trans.__('Review What Is Safe to Clear…'),
    caption: trans.__(
      'Choose which caches to delete; nothing is deleted before you confirm it'
    ),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => clear.state.value?.deletionAllowed !== false,
    execute: async () => {
      const { clearCaches } = await import('./clear/clear-flow');
      await clearCaches(clear, trans);
      keepFocus();
    }
  });
  commands.addCommand(CommandIDs.deleteFromHome, {
    label: () =>
      marks.state.size > 0
        ? trans._n('Delete %1 Marked…', 'Delete %1 Marked…', marks.state.size)
        : trans.__('Delete From Home…'),
    caption: trans.__(
      'Delete what is marked, else the selected file or folder, for good, after a look at what is in it'
    ),
    icon: deleteIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => marks.state.size > 0 || isOneEntry(selection.path),
    execute: async () => {
      const marked = [...marks.state.keys()];
      const { deletePaths } = await import('./clear/clear-flow');
      const paths = marked.length > 0 ? marked : [selection.path];
      if (await deletePaths(clear, paths, trans)) {
        marks.clear();
      }
      keepFocus();
    }
  });
  marks.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.deleteFromHome);
  });
  clear.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.reviewClearable);
  });
}
