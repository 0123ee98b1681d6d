import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { addIcon } from '@jupyterlab/ui-components';
import { LeapError, type Image } from '../../../../contract';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { createFiles } from '../../../create-files';
import { PASSING_MS } from '../../../passing';
import { RepositoryForm, type IRepositoryChoice } from './repository-dialog';
import { repositoryFiles, type IRepositoryFile } from './repository-files';
import { withImage, type IImageCommandOptions } from '../with-image';

interface IOptions extends IImageCommandOptions {
  readonly contents: Contents.IManager;
}

/**
 * The command that creates the files of a repository, after its own dialog showed them.
 */
export function addRepositoryCommand(options: IOptions): void {
  const { commands, trans } = options;
  commands.addCommand(CommandIDs.createRepositoryFiles, {
    label: trans.__('Create Repository Files…'),
    caption: trans.__(
      'Create the files from which repo2docker and Binder build this software again'
    ),
    icon: addIcon,
    describedBy: NO_ARGUMENTS,
    execute: () =>
      withImage(options, async image => {
        const choice = await choose(await filesOf(image, options), options);
        if (choice && choice.files.length > 0) {
          await createAndTell(choice, options);
        }
      })
  });
}

/** What cannot be read is missing from the files; the dialog shows them, so that is seen. */
async function filesOf(
  image: Image,
  { model }: IOptions
): Promise<readonly IRepositoryFile[]> {
  const [added, installed] = await Promise.all([
    model.added().catch(() => null),
    model.packages().catch(() => null)
  ]);
  return repositoryFiles(image, added, installed);
}

async function choose(
  files: readonly IRepositoryFile[],
  { notebooks, trans }: IOptions
): Promise<IRepositoryChoice | null> {
  if (files.length === 0) {
    Notification.info(
      trans.__(
        'Neither the image nor its packages are known, so there is nothing to build from.'
      )
    );
    return null;
  }
  const active = notebooks?.currentWidget?.context.path ?? '';
  const { button, value } = await showDialog({
    title: trans.__('Create repository files'),
    body: new RepositoryForm(files, PathExt.dirname(active), trans),
    // JupyterLab moves Tab between the buttons only; from here it goes through the form.
    focusNodeSelector: 'input',
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.okButton({ label: trans.__('Create Files') })
    ]
  });
  return button.accept ? value : null;
}

async function createAndTell(
  { folder, files }: IRepositoryChoice,
  { contents, trans }: IOptions
): Promise<void> {
  const names = files.map(({ name }) => name).join(', ');
  try {
    await createFiles(contents, folder, files);
    Notification.success(
      folder === ''
        ? trans.__('Created %1.', names)
        : trans.__('Created %1 in %2.', names, folder),
      // Without a time JupyterLab counts it, but shows it to nobody.
      { autoClose: PASSING_MS }
    );
  } catch (reason) {
    Notification.error(LeapError.from(reason).message, { autoClose: false });
  }
}
