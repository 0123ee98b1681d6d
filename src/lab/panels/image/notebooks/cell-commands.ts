import { addAboveIcon } from '@jupyterlab/ui-components';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import { insertFirstCell, pythonCellProblem } from '../../../notebook-cells';
import { imageCheckCell, SPEC_CELL } from './cells';
import { withImage, type IImageCommandOptions } from '../with-image';

/**
 * The commands that put the image into a notebook.
 */
export function addCellCommands(options: IImageCommandOptions): void {
  const { commands, model, notebooks, trans } = options;
  const problem = (): string | null => pythonCellProblem(notebooks, trans);
  commands.addCommand(CommandIDs.insertImageCell, {
    label: trans.__('Insert as First Cell'),
    caption: () =>
      problem() ??
      trans.__('Add a first cell that prints the image to the active notebook'),
    icon: addAboveIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () => problem() === null,
    execute: () => {
      insertFirstCell(notebooks, SPEC_CELL);
    }
  });
  commands.addCommand(CommandIDs.insertImageCheck, {
    label: trans.__('Insert a Check as First Cell'),
    caption: () =>
      problem() ??
      trans.__(
        'Add a first cell that warns when the notebook runs in another image'
      ),
    icon: addAboveIcon,
    describedBy: NO_ARGUMENTS,
    isEnabled: () =>
      problem() === null && model.state.image.value?.spec !== null,
    execute: () =>
      withImage(options, ({ spec }) => {
        if (spec !== null) {
          insertFirstCell(notebooks, imageCheckCell(spec));
        }
      })
  });
}
