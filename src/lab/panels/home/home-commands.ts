import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { refreshIcon, stopIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { areasIcon, leapIcon } from '../../icon';
import { bucketCommand, homeWord } from './bucket-command';
import type { Choice } from './choice';
import type { IClearModel } from './clear/clear-model';
import { addDeletionCommands } from './clear/deletion-commands';
import { addEntryCommands } from './tree/entry-commands';
import {
  isOneEntry,
  PATH_ARGUMENTS,
  pathOf,
  type ISelection
} from './tree/entry-path';
import type { Marks } from './tree/marks';
import type { IHomeModel } from './model';
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
  addDeletionCommands({ ...options, commands });
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
