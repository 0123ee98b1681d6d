import type {
  INotebookTracker,
  Notebook,
  NotebookPanel
} from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { LeapError } from '../contract';

/** JupyterLab's own command; with a kernel's name it asks nothing. */
const CREATE_NOTEBOOK = 'notebook:create-new';

/**
 * Why Python code cannot be put into the active notebook, in one sentence; null when it can.
 */
export function pythonCellProblem(
  tracker: INotebookTracker | null,
  trans: TranslationBundle
): string | null {
  const model = tracker?.currentWidget?.content.model;
  if (!model) {
    return trans.__('Open a notebook first.');
  }
  if (model.readOnly) {
    return trans.__('The active notebook is read-only.');
  }
  const language = model.defaultKernelLanguage;
  return language === '' || /python/i.test(language)
    ? null
    : trans.__('The active notebook is not written in Python.');
}

/**
 * Put code into a new cell above all others of the active notebook and go there.
 *
 * @throws LeapError `precondition` when no notebook is open.
 */
export function insertFirstCell(
  tracker: INotebookTracker | null,
  code: string
): void {
  const { content } = activeNotebook(tracker);
  insertCodeCell(content, 0, code);
}

/**
 * Put code into the active cell when that is an empty code cell, else into a new one below it, and go there.
 *
 * @throws LeapError `precondition` when no notebook is open.
 */
export function insertAtActiveCell(
  tracker: INotebookTracker | null,
  code: string
): void {
  const { content } = activeNotebook(tracker);
  const active = content.activeCell?.model.sharedModel;
  if (active?.cell_type === 'code' && active.getSource().trim() === '') {
    active.setSource(code);
    return;
  }
  insertCodeCell(content, content.activeCellIndex + 1, code);
}

/**
 * A cell of a new notebook.
 */
export interface INewCell {
  readonly type: 'code' | 'markdown';
  readonly source: string;
}

/**
 * Put code into the first cell of a new notebook, opened beside the others.
 *
 * @param kernelName - The kernel that it starts.
 * @throws LeapError `unavailable` when no notebook can be made.
 */
export function insertIntoNewNotebook(
  commands: CommandRegistry,
  tracker: INotebookTracker,
  kernelName: string,
  code: string
): Promise<void> {
  return openNewNotebook(commands, tracker, kernelName, [
    { type: 'code', source: code }
  ]);
}

/**
 * Open a new notebook that begins with these cells; the last of them is the active one.
 *
 * @param kernelName - The kernel that it starts.
 * @throws LeapError `unavailable` when no notebook can be made.
 */
export async function openNewNotebook(
  commands: CommandRegistry,
  tracker: INotebookTracker,
  kernelName: string,
  cells: readonly INewCell[]
): Promise<void> {
  const created: unknown = await commands.execute(CREATE_NOTEBOOK, {
    kernelName,
    activate: true
  });
  const panel = tracker.find(each => each === created);
  if (!panel) {
    throw new LeapError('unavailable', 'A new notebook could not be opened.');
  }
  await panel.context.ready;
  const { content } = panel;
  const notebook = panel.model?.sharedModel;
  const first = notebook?.cells[0];
  const isEmpty = first?.cell_type === 'code' && first.getSource() === '';
  for (const [index, cell] of cells.entries()) {
    if (index === cells.length - 1 && isEmpty && cell.type === 'code') {
      first.setSource(cell.source);
      content.activeCellIndex = index;
    } else {
      insertCell(content, index, cell);
    }
  }
}

function activeNotebook(tracker: INotebookTracker | null): NotebookPanel {
  const panel = tracker?.currentWidget;
  if (!panel?.content.model) {
    throw new LeapError('precondition', 'No notebook is open.');
  }
  return panel;
}

function insertCodeCell(notebook: Notebook, index: number, code: string): void {
  insertCell(notebook, index, { type: 'code', source: code });
}

function insertCell(
  notebook: Notebook,
  index: number,
  { type, source }: INewCell
): void {
  notebook.model?.sharedModel.insertCell(index, {
    cell_type: type,
    source,
    // Made by the user's own click, as with JupyterLab's "+" button.
    metadata: { trusted: true }
  });
  notebook.deselectAll();
  notebook.activeCellIndex = index;
  // Scrolling fails when the notebook is closed meanwhile; the cell is there all the same.
  notebook.scrollToItem(index).catch(() => undefined);
}
