import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import {
  copyIcon,
  folderIcon,
  refreshIcon,
  searchIcon,
  stopIcon
} from '@jupyterlab/ui-components';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { KernelSpec } from '@jupyterlab/services';
import type { CommandRegistry } from '@lumino/commands';
import type { ILeapClient } from '../../../client';
import { copyText } from '../../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { leapIcon } from '../../../icon';
import { listInPalette } from '../../../palette';
import { addCodeCommands } from './code-commands';
import { gsPath, homeOf, parentOf } from '../folder/folder';
import { addLinkCommands } from './link-commands';
import { addObjectCommands } from './object-commands';
import { upIcon } from '../icons';
import type { IBucketsModel } from '../buckets-model';
import { currentRow } from '../selection';
import type { SortColumn } from '../folder/rows';

interface IOptions {
  readonly client: ILeapClient;
  /** Where code is inserted; null: there are no notebooks. */
  readonly notebooks: INotebookTracker | null;
  readonly kernelspecs: KernelSpec.IManager | null;
  readonly commands: CommandRegistry;
  readonly palette: ICommandPalette | null;
  readonly model: IBucketsModel;
  /** Shows the section, with the focus in it. */
  readonly open: () => void;
  readonly trans: TranslationBundle;
}

/** A reference no longer than the server reads. */
const REFERENCE_ARGUMENTS = {
  args: {
    type: 'object',
    properties: {
      reference: {
        type: 'string',
        maxLength: 4096,
        description: 'gs://bucket/path, or a link of Google Cloud Storage'
      }
    },
    additionalProperties: false
  }
} as const;

/**
 * The commands of the buckets section. They read, show and copy; none changes anything in a bucket.
 */
export function addBucketsCommands(options: IOptions): void {
  addPlaceCommands(options);
  addFolderCommands(options);
  addListingCommands(options);
  addPathCommands(options);
  addEntryCommands(options);
  addMeasuringCommands(options);
  addSortCommands(options);
  addLinkCommands(options);
  const { commands, palette, model, trans } = options;
  const changing = [
    CommandIDs.openParentFolder,
    CommandIDs.openEntry,
    CommandIDs.copyGsPath,
    CommandIDs.copyFolderPath,
    CommandIDs.measureFolder,
    CommandIDs.measureOpenFolder,
    CommandIDs.cancelMeasuring,
    CommandIDs.loadMoreEntries,
    CommandIDs.stopListing,
    CommandIDs.copyPlaceLink,
    CommandIDs.toggleBookmark,
    ...addCodeCommands(options),
    ...addObjectCommands(options)
  ];
  const { notebooks } = options;
  notebooks?.currentChanged.connect(() => {
    options.commands.notifyCommandChanged(CommandIDs.insertEntryCode);
  });
  model.stateChanged.connect(() => {
    for (const command of changing) {
      commands.notifyCommandChanged(command);
    }
  });
  listInPalette(palette, trans, [
    CommandIDs.openBuckets,
    CommandIDs.openOwnFolder,
    CommandIDs.openPlace,
    CommandIDs.refreshBuckets,
    CommandIDs.sortByName,
    CommandIDs.sortByDate,
    CommandIDs.sortBySize,
    ...changing
  ]);
}

function addPlaceCommands({ commands, model, open, trans }: IOptions): void {
  commands.addCommand(CommandIDs.openBuckets, {
    label: trans.__('Show the Buckets'),
    caption: trans.__('Open the Buckets section of the LEAP sidebar'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    execute: open
  });
  commands.addCommand(CommandIDs.openPlace, {
    label: args =>
      typeof args['reference'] === 'string'
        ? trans.__('Open in Buckets')
        : trans.__('Go to a Place in a Bucket…'),
    caption: trans.__('Show a gs:// address in the Buckets section'),
    icon: searchIcon,
    describedBy: REFERENCE_ARGUMENTS,
    execute: async args => {
      const reference = args['reference'];
      if (typeof reference !== 'string' || reference.length > 4096) {
        open();
        return;
      }
      const going = model.goTo(reference);
      open();
      await going;
    }
  });
  commands.addCommand(CommandIDs.openOwnFolder, {
    label: trans.__('Show My Folder in the Bucket'),
    caption: trans.__('Open your own folder in the bucket that is shown'),
    icon: folderIcon,
    describedBy: NO_ARGUMENTS,
    execute: async () => {
      const { buckets, folder } = model.state;
      const own = buckets.value?.filter(({ ownPrefix }) => ownPrefix !== null);
      const bucket =
        own?.find(({ name }) => name === folder?.bucket) ?? own?.[0];
      open();
      if (bucket) {
        await model.open(homeOf(bucket));
      }
    }
  });
}

function addFolderCommands({ commands, model, trans }: IOptions): void {
  commands.addCommand(CommandIDs.refreshBuckets, {
    label: trans.__('List the Folder Again'),
    caption: trans.__('List the folder that is open in Buckets, now'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => model.refresh()
  });
  commands.addCommand(CommandIDs.openParentFolder, {
    label: trans.__('Open the Folder Above'),
    caption: trans.__('Open the folder above the one that is open in Buckets'),
    icon: upIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => {
      const { folder } = model.state;
      return folder !== null && parentOf(folder) !== null;
    },
    execute: () => model.up()
  });
}

function addListingCommands({ commands, model, trans }: IOptions): void {
  commands.addCommand(CommandIDs.loadMoreEntries, {
    label: trans.__('Load More Entries'),
    caption: trans.__('List more of the folder that is open in Buckets'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => {
      const { listing } = model.state;
      return listing.status !== 'loading' && Boolean(listing.value?.cursor);
    },
    execute: () => model.loadMore()
  });
  commands.addCommand(CommandIDs.stopListing, {
    label: trans.__('Stop Listing'),
    caption: trans.__('Stop listing the folder; what is here stays'),
    icon: stopIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.listing.status === 'loading',
    execute: () => {
      model.stop();
    }
  });
}

function addPathCommands({ commands, model, trans }: IOptions): void {
  commands.addCommand(CommandIDs.copyGsPath, {
    label: trans.__('Copy gs:// Path'),
    caption: trans.__('Copy the path of the selected entry'),
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.current !== null,
    execute: async () => {
      const { folder, current } = model.state;
      if (folder && current !== null) {
        await copyText(gsPath(folder, current), trans);
      }
    }
  });
  commands.addCommand(CommandIDs.copyFolderPath, {
    label: trans.__('Copy gs:// Path of This Folder'),
    caption: trans.__('Copy the path of the folder that is open in Buckets'),
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.folder !== null,
    execute: async () => {
      const { folder } = model.state;
      if (folder) {
        await copyText(gsPath(folder), trans);
      }
    }
  });
}

function addEntryCommands({ commands, model, trans }: IOptions): void {
  const isFolder = (): boolean => currentRow(model.state)?.kind === 'folder';
  commands.addCommand(CommandIDs.openEntry, {
    label: trans.__('Open Folder'),
    caption: trans.__('Open the selected folder'),
    icon: folderIcon,
    describedBy: NO_ARGUMENTS,
    isVisible: isFolder,
    isEnabled: isFolder,
    execute: async () => {
      const { folder, current } = model.state;
      if (folder && current !== null && isFolder()) {
        const { bucket, prefix } = folder;
        await model.open({ bucket, prefix: prefix + current });
      }
    }
  });
}

function addMeasuringCommands({ commands, model, trans }: IOptions): void {
  const isFolder = (): boolean => currentRow(model.state)?.kind === 'folder';
  commands.addCommand(CommandIDs.measureFolder, {
    label: trans.__('Measure Folder'),
    caption: trans.__('Add up everything in the selected folder'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    isVisible: isFolder,
    isEnabled: isFolder,
    execute: async () => {
      const { current } = model.state;
      if (current !== null && isFolder()) {
        await model.measure(current);
      }
    }
  });
  commands.addCommand(CommandIDs.measureOpenFolder, {
    label: trans.__('Measure All'),
    caption: trans.__('Add up everything in the folder that is open'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.folder !== null,
    execute: () => model.measure('')
  });
  commands.addCommand(CommandIDs.cancelMeasuring, {
    label: trans.__('Stop Measuring'),
    caption: trans.__('Stop adding up; what was counted stays'),
    icon: stopIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () =>
      [...model.state.sizes.values()].some(
        ({ status }) => status === 'loading'
      ),
    execute: () => {
      model.cancelMeasuring();
    }
  });
}

function addSortCommands({ commands, model, trans }: IOptions): void {
  const add = (id: string, by: SortColumn, label: string): void => {
    commands.addCommand(id, {
      label,
      caption: trans.__(
        'Sort what is loaded in Buckets; a second time the other way round'
      ),
      icon: leapIcon,
      describedBy: NO_ARGUMENTS,
      execute: () => {
        model.sortBy(by);
      }
    });
  };
  add(CommandIDs.sortByName, 'name', trans.__('Sort Entries by Name'));
  add(CommandIDs.sortByDate, 'updated', trans.__('Sort Entries by Date'));
  add(CommandIDs.sortBySize, 'bytes', trans.__('Sort Entries by Size'));
}
