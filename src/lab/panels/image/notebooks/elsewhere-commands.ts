import { copyIcon, listIcon } from '@jupyterlab/ui-components';
import { copyText } from '../../../clipboard';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { textArguments } from '../../../text-arguments';
import type { CompareModel } from '../packages/compare-model';
import type { ElsewhereModel } from './elsewhere';
import { fieldText } from '../short-spec';
import type { IImageCommandOptions } from '../with-image';

interface IOptions extends Pick<IImageCommandOptions, 'commands' | 'trans'> {
  /** Null where there are no notebooks. */
  readonly elsewhere: ElsewhereModel | null;
  readonly compare: CompareModel;
  /** Opens the section. */
  readonly open: () => void;
}

/**
 * The commands that lead from a notebook made elsewhere, and from any other image, to this one.
 */
export function addElsewhereCommands(options: IOptions): void {
  const { commands, elsewhere } = options;
  addCopyMadeWith(options);
  addCompare(options);
  elsewhere?.stateChanged.connect(() => {
    commands.notifyCommandChanged(CommandIDs.copyMadeWith);
    commands.notifyCommandChanged(CommandIDs.compareImage);
  });
}

function addCopyMadeWith({ commands, elsewhere, trans }: IOptions): void {
  commands.addCommand(CommandIDs.copyMadeWith, {
    label: trans.__('Copy the Image of This Notebook'),
    caption: () =>
      elsewhere?.state
        ? trans.__(
            'Copy what the hub wants in its Custom image field to start the image that the notebook was made with'
          )
        : trans.__('The active notebook does not name another image'),
    icon: copyIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => Boolean(elsewhere?.state),
    execute: async () => {
      if (elsewhere?.state) {
        await copyText(fieldText(elsewhere.state.kept.image), trans);
      }
    }
  });
}

function addCompare({
  commands,
  elsewhere,
  compare,
  open,
  trans
}: IOptions): void {
  commands.addCommand(CommandIDs.compareImage, {
    label: ({ image }) =>
      typeof image === 'string'
        ? trans.__('Compare Packages')
        : trans.__('Compare Packages with Those of This Notebook'),
    caption: trans.__(
      'List what was added, removed and changed between that image and this one'
    ),
    icon: listIcon,
    describedBy: textArguments({
      image: trans.__(
        'An image spec; without it, the image that the active notebook was made with'
      ),
      to: trans.__(
        'The image spec to compare it with; without it, the image of this server'
      )
    }),
    isEnabled: ({ image }) =>
      typeof image === 'string' || Boolean(elsewhere?.state),
    execute: async ({ image, to }) => {
      if (typeof image === 'string' && typeof to === 'string') {
        await compare.compareTwo(image, to);
      } else if (typeof image === 'string') {
        await compare.compare(image);
      } else if (elsewhere?.state) {
        open();
        await compare.compare(elsewhere.state.kept.image);
      }
    }
  });
}
