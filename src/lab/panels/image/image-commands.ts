import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification, type ICommandPalette } from '@jupyterlab/apputils';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import {
  addAboveIcon,
  copyIcon,
  launchIcon,
  refreshIcon
} from '@jupyterlab/ui-components';
import { LeapError, type Image } from '../../../contract';
import { copyText } from '../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../commands';
import { failureText } from '../../failure-text';
import { leapIcon } from '../../icon';
import { insertFirstCell, pythonCellProblem } from '../../notebook-cells';
import { webAddress } from '../../web-address';
import type { IImageModel } from './model';

/** What the hub's documentation asks everybody to put into the first cell. */
const SPEC_CELL = 'import os\nprint(os.environ["JUPYTER_IMAGE_SPEC"])';

interface IOptions {
  app: JupyterFrontEnd;
  palette: ICommandPalette | null;
  notebooks: INotebookTracker | null;
  model: IImageModel;
  open: () => void;
  trans: TranslationBundle;
}

/**
 * The commands of the image section.
 */
export function addImageCommands(options: IOptions): void {
  addReadingCommands(options);
  addSpecCommands(options);
  const { app, palette, model, notebooks, trans } = options;
  const update = (): void => {
    app.commands.notifyCommandChanged(CommandIDs.copyImageSpec);
    app.commands.notifyCommandChanged(CommandIDs.insertImageCell);
    app.commands.notifyCommandChanged(CommandIDs.openPackageList);
  };
  model.stateChanged.connect(update);
  notebooks?.currentChanged.connect(update);
  for (const command of [
    CommandIDs.openImage,
    CommandIDs.refreshImage,
    CommandIDs.copyImageSpec,
    CommandIDs.insertImageCell,
    CommandIDs.openPackageList
  ]) {
    palette?.addItem({ command, category: trans.__('LEAP') });
  }
}

function addReadingCommands({ app, model, open, trans }: IOptions): void {
  const { commands } = app;
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
  const { app, model, notebooks, trans } = options;
  const { commands } = app;
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
  commands.addCommand(CommandIDs.insertImageCell, {
    label: trans.__('Insert as First Cell'),
    caption: () =>
      pythonCellProblem(notebooks, trans) ??
      trans.__('Add a first cell that prints the image to the active notebook'),
    icon: addAboveIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => pythonCellProblem(notebooks, trans) === null,
    execute: () => {
      insertFirstCell(notebooks, SPEC_CELL);
    }
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

/**
 * Do something with the image; where it cannot be read, say so.
 */
async function withImage(
  { model, trans }: IOptions,
  use: (image: Image) => void | Promise<void>
): Promise<void> {
  let image: Image;
  try {
    image = await model.image();
  } catch (reason) {
    const { title, next } = failureText(LeapError.from(reason), trans);
    Notification.error(trans.__('%1. %2', title, next), { autoClose: false });
    return;
  }
  await use(image);
}
