import type { TranslationBundle } from '@jupyterlab/translation';
import { copyIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../../clipboard';
import { CommandIDs } from '../../../commands';
import { textArguments } from '../../../text-arguments';
import { COPY_FORMS, copyForm, isCopyForm, type CopyForm } from './copy-forms';
import { keyPackages, type IKeyPackage } from '../packages/key-packages';
import type { IImageModel } from '../model';
import { withImage, type IImageCommandOptions } from '../with-image';

/**
 * The command that copies the image in one of its forms.
 */
export function addCopyCommand(options: IImageCommandOptions): void {
  const { commands, model, trans } = options;
  commands.addCommand(CommandIDs.copyImageAs, {
    label: ({ form }) =>
      isCopyForm(form) ? formLabel(form, trans) : trans.__('Copy Image As'),
    caption: ({ form }) =>
      isCopyForm(form)
        ? formCaption(form, trans)
        : trans.__('Copy the image in a form that another program reads'),
    icon: copyIcon,
    describedBy: textArguments(
      { form: trans.__('One of: %1', COPY_FORMS.join(', ')) },
      ['form']
    ),
    isEnabled: ({ form }) =>
      isCopyForm(form) && model.state.image.value?.reference !== null,
    execute: ({ form }) =>
      withImage(options, async image => {
        if (isCopyForm(form)) {
          const packages = await citedPackages(form, model);
          const text = copyForm(form, { image, packages });
          if (text !== null) {
            await copyText(text, trans);
          }
        }
      })
  });
}

/** A citation is worth having without its packages: the image alone names them all. */
async function citedPackages(
  form: CopyForm,
  model: IImageModel
): Promise<readonly IKeyPackage[]> {
  if (!form.startsWith('citation')) {
    return [];
  }
  try {
    return keyPackages((await model.packages()).packages);
  } catch {
    return [];
  }
}

function formLabel(form: CopyForm, trans: TranslationBundle): string {
  switch (form) {
    case 'custom-image':
      return trans.__('Copy for the Custom Image Field');
    case 'docker-run':
      return trans.__('Copy Docker Run Line');
    case 'dockerfile-from':
      return trans.__('Copy Dockerfile Line');
    case 'citation-text':
      return trans.__('Copy Citation');
    case 'citation-markdown':
      return trans.__('Copy Citation as Markdown');
    case 'citation-bibtex':
      return trans.__('Copy Citation as BibTeX');
  }
}

function formCaption(form: CopyForm, trans: TranslationBundle): string {
  switch (form) {
    case 'custom-image':
      return trans.__(
        'Copy what the hub wants in its Custom image field to start this image again'
      );
    case 'docker-run':
      return trans.__('Copy a line that runs this image on another machine');
    case 'dockerfile-from':
      return trans.__('Copy the line that builds another image on this one');
    case 'citation-text':
    case 'citation-markdown':
      return trans.__(
        'Copy a sentence for a methods section, with the key packages'
      );
    case 'citation-bibtex':
      return trans.__('Copy an entry for a bibliography');
  }
}
