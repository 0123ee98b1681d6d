import type { TranslationBundle } from '@jupyterlab/translation';
import { deleteIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { CommandIDs, NO_ARGUMENTS } from '../../../commands';
import type { IHomeModel } from '../model';
import { isOneEntry, type ISelection } from '../tree/entry-path';
import { sizeOf, type Marks } from '../tree/marks';
import { keepFocus } from '../tree/tree-focus';
import type { IClearModel } from './clear-model';
import { obstacleTo } from './obstacle';

interface IOptions {
  commands: CommandRegistry;
  model: IHomeModel;
  clear: IClearModel;
  marks: Marks;
  selection: ISelection;
  trans: TranslationBundle;
}

/**
 * From marking to deleting. Any page of JupyterLab can run these: they take no arguments, hand nothing back, and delete
 * nothing that the reader has not confirmed in a dialog. They are off where nothing may be deleted.
 */
export function addDeletionCommands(options: IOptions): void {
  const { clear, model } = options;
  const mayDelete = (): boolean =>
    obstacleTo(clear.state.value, model.state) === null;
  addReviewCommand(options, mayDelete);
  addMarkCommands(options, mayDelete);
  addDeleteCommand(options, mayDelete);
  notifyOf(options, mayDelete);
}

type MayDelete = () => boolean;

function addReviewCommand(
  { commands, clear, trans }: IOptions,
  mayDelete: MayDelete
): void {
  commands.addCommand(CommandIDs.reviewClearable, {
    label: trans.__('Review What Is Safe to Clear…'),
    caption: trans.__(
      'Choose which caches to delete; nothing is deleted before you confirm it'
    ),
    describedBy: NO_ARGUMENTS,
    isEnabled: mayDelete,
    execute: async () => {
      const { clearCaches } = await import('./clear-flow');
      await clearCaches(clear, trans);
      keepFocus();
    }
  });
}

function addMarkCommands(
  { commands, model, marks, selection, trans }: IOptions,
  mayDelete: MayDelete
): void {
  commands.addCommand(CommandIDs.markHomeEntry, {
    label: trans.__('Mark to Delete'),
    caption: trans.__(
      'Mark the selected file or folder, or take its mark away; what is marked is deleted together, after a review'
    ),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => mayDelete() && isOneEntry(selection.path),
    isToggled: () => marks.state.has(selection.path),
    execute: () => {
      const { path } = selection;
      if (isOneEntry(path)) {
        marks.toggle(path, sizeOf(path, model.state));
      }
    }
  });
  commands.addCommand(CommandIDs.unmarkHome, {
    label: trans.__('Unmark'),
    caption: trans.__('Take all marks in the Storage section away'),
    describedBy: NO_ARGUMENTS,
    isEnabled: () => marks.state.size > 0,
    execute: () => {
      marks.clear();
      // The button that was pressed goes with the marks.
      requestAnimationFrame(keepFocus);
    }
  });
}

function addDeleteCommand(
  { commands, clear, marks, selection, trans }: IOptions,
  mayDelete: MayDelete
): void {
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
    isEnabled: () =>
      mayDelete() && (marks.state.size > 0 || isOneEntry(selection.path)),
    execute: async () => {
      const marked = [...marks.state.keys()];
      const { deletePaths } = await import('./clear-flow');
      const paths = marked.length > 0 ? marked : [selection.path];
      if (await deletePaths(clear, paths, trans)) {
        marks.clear();
      }
      keepFocus();
    }
  });
}

/** Menus and buttons follow what is marked, and whether anything may be deleted. */
function notifyOf(
  { commands, model, clear, marks }: IOptions,
  mayDelete: MayDelete
): void {
  const { reviewClearable, markHomeEntry, unmarkHome, deleteFromHome } =
    CommandIDs;
  const notify = (ids: readonly string[]): void => {
    for (const id of ids) {
      commands.notifyCommandChanged(id);
    }
  };
  marks.stateChanged.connect(() => {
    notify([markHomeEntry, unmarkHome, deleteFromHome]);
  });
  let last = mayDelete();
  // Both change with every step of a count; this hardly ever does.
  const follow = (): void => {
    if (last !== mayDelete()) {
      last = !last;
      notify([reviewClearable, markHomeEntry, deleteFromHome]);
    }
  };
  clear.stateChanged.connect(follow);
  model.stateChanged.connect(follow);
}
