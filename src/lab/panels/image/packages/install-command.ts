import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { copyIcon } from '@jupyterlab/ui-components';
import { LeapError, type AddedPackages } from '../../../../contract';
import { copyText } from '../../../clipboard';
import { CommandIDs } from '../../../commands';
import { textArguments } from '../../../text-arguments';
import {
  INSTALL_FORMS,
  installFile,
  isInstallForm,
  type InstallForm
} from './install-files';
import { withImage, type IImageCommandOptions } from '../with-image';

/**
 * The command that copies what brings the added packages back.
 */
export function addInstallCommand(options: IImageCommandOptions): void {
  const { commands, model, trans } = options;
  commands.addCommand(CommandIDs.copyAddedAs, {
    label: ({ form }) =>
      isInstallForm(form)
        ? formLabel(form, trans)
        : trans.__('Copy Added Packages As'),
    caption: ({ form }) =>
      isInstallForm(form)
        ? formCaption(form, trans)
        : trans.__('Copy what brings the added packages back'),
    icon: copyIcon,
    describedBy: textArguments(
      { form: trans.__('One of: %1', INSTALL_FORMS.join(', ')) },
      ['form']
    ),
    isEnabled: ({ form }) =>
      isInstallForm(form) && model.state.added.value?.packages.length !== 0,
    execute: ({ form }) =>
      withImage(options, async image => {
        const added = await readAdded(options);
        if (added === null || !isInstallForm(form)) {
          return;
        }
        const text = installFile(form, added, image);
        if (text === null) {
          Notification.info(
            trans.__('Nothing was installed since the server started.')
          );
          return;
        }
        await copyText(text, trans);
      })
  });
}

async function readAdded({
  model,
  trans
}: IImageCommandOptions): Promise<AddedPackages | null> {
  try {
    return await model.added();
  } catch (reason) {
    Notification.error(
      trans.__(
        'What was installed cannot be told. %1',
        LeapError.from(reason).message
      ),
      { autoClose: false }
    );
    return null;
  }
}

function formLabel(form: InstallForm, trans: TranslationBundle): string {
  return trans.__('Copy %1', formName(form, trans));
}

/**
 * What a form is called.
 */
export function formName(form: InstallForm, trans: TranslationBundle): string {
  switch (form) {
    case 'environment-yml':
      return 'environment.yml';
    case 'requirements-txt':
      return 'requirements.txt';
    case 'dockerfile':
      return 'Dockerfile';
    case 'install-again':
      return trans.__('Install Commands');
  }
}

function formCaption(form: InstallForm, trans: TranslationBundle): string {
  switch (form) {
    case 'environment-yml':
      return trans.__('Copy the added packages as a conda environment file');
    case 'requirements-txt':
      return trans.__('Copy the added packages as pip wants them');
    case 'dockerfile':
      return trans.__(
        'Copy a Dockerfile that adds these packages to this image'
      );
    case 'install-again':
      return trans.__(
        'Copy the commands that install them again after the next start'
      );
  }
}
