import type { ICommandPalette } from '@jupyterlab/apputils';
import type { Contents } from '@jupyterlab/services';
import { copyIcon, launchIcon, refreshIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { leapIcon } from '../../icon';
import { listInPalette } from '../../palette';
import { webAddress } from '../../web-address';
import { addCellCommands } from './notebooks/cell-commands';
import { addCopyCommand } from './copy/copy-command';
import type { CompareModel } from './packages/compare-model';
import { COPY_FORMS } from './copy/copy-forms';
import type { ElsewhereModel } from './notebooks/elsewhere';
import { addElsewhereCommands } from './notebooks/elsewhere-commands';
import { addInstallCommand } from './packages/install-command';
import { INSTALL_FORMS } from './packages/install-files';
import { addRepositoryCommand } from './repository/repository-command';
import { withImage, type IImageCommandOptions } from './with-image';

interface IOptions extends IImageCommandOptions {
  /** Null where there are no notebooks. */
  elsewhere: ElsewhereModel | null;
  compare: CompareModel;
  contents: Contents.IManager;
  palette: ICommandPalette | null;
  open: () => void;
}

/** What depends on the image or on the active notebook. */
const CHANGING = [
  CommandIDs.copyImageSpec,
  CommandIDs.copyImageAs,
  CommandIDs.copyAddedAs,
  CommandIDs.insertImageCell,
  CommandIDs.insertImageCheck,
  CommandIDs.openPackageList
] as const;

/** Commands that the palette lists once for each of their forms. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  [CommandIDs.copyImageAs]: COPY_FORMS,
  [CommandIDs.copyAddedAs]: INSTALL_FORMS
};

/**
 * The commands of the image section.
 */
export function addImageCommands(options: IOptions): void {
  const { commands, palette, model, notebooks, trans } = options;
  addReadingCommands(options);
  addSpecCommands(options);
  addCopyCommand(options);
  addInstallCommand(options);
  addCellCommands(options);
  addElsewhereCommands(options);
  addRepositoryCommand(options);
  const update = (): void => {
    for (const id of CHANGING) {
      commands.notifyCommandChanged(id);
    }
  };
  model.stateChanged.connect(update);
  notebooks?.currentChanged.connect(update);
  listInPalette(palette, trans, [
    CommandIDs.openImage,
    CommandIDs.refreshImage,
    CommandIDs.createRepositoryFiles,
    CommandIDs.copyMadeWith,
    CommandIDs.compareImage,
    ...CHANGING.filter(id => !(id in FORMS))
  ]);
  const category = trans.__('LEAP');
  for (const [command, forms] of Object.entries(FORMS)) {
    for (const form of forms) {
      palette?.addItem({ command, category, args: { form } });
    }
  }
}

function addReadingCommands({ commands, model, open, trans }: IOptions): void {
  commands.addCommand(CommandIDs.openImage, {
    label: trans.__('Show Which Image Runs'),
    caption: trans.__('Open the Image section of the LEAP sidebar'),
    icon: leapIcon,
    describedBy: NO_ARGUMENTS,
    execute: open
  });
  commands.addCommand(CommandIDs.refreshImage, {
    label: trans.__('Read the Image Again'),
    caption: trans.__('Read the image and its installed packages, now'),
    icon: refreshIcon,
    describedBy: NO_ARGUMENTS,
    execute: () => model.load()
  });
}

function addSpecCommands(options: IOptions): void {
  const { commands, model, trans } = options;
  commands.addCommand(CommandIDs.copyImageSpec, {
    label: trans.__('Copy Image Spec'),
    caption: () =>
      model.state.image.value?.spec === null
        ? trans.__('This server did not say which image it runs')
        : trans.__('Copy the full name of the image, to keep with your work'),
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.image.value?.spec !== null,
    execute: () =>
      withImage(options, async ({ spec }) => {
        if (spec !== null) {
          await copyText(spec, trans);
        }
      })
  });
  commands.addCommand(CommandIDs.openPackageList, {
    label: trans.__('Open the Package List of This Image'),
    caption: trans.__('Open the published list of packages in a new tab'),
    icon: launchIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => model.state.image.value?.packagesUrl !== null,
    execute: () =>
      withImage(options, ({ packagesUrl }) => {
        const url = packagesUrl === null ? null : webAddress(packagesUrl);
        if (url !== null) {
          window.open(url.href, '_blank', 'noopener,noreferrer');
        }
      })
  });
}
