import { MimeData } from '@lumino/coreutils';
import { Drag } from '@lumino/dragdrop';

/** What a notebook takes as cells that are dropped on it. */
const CELLS = 'application/vnd.jupyter.cells';

/** Less is a click with an unsteady hand. */
const START_PX = 6;

/**
 * From a pressed mouse button on: when the pointer moves far enough, a cell of code hangs on it, to be dropped into a
 * notebook.
 *
 * @param codeOf - Asked when the drag begins.
 * @param row - What the pointer must leave first, since in it the mouse selects text; null: it moves a few pixels.
 */
export function dragCode(
  press: MouseEvent,
  label: string,
  codeOf: () => string,
  row: Element | null
): void {
  const onMove = (move: MouseEvent): void => {
    if (row ? isOutside(row, move) : isFarFrom(press, move)) {
      onEnd();
      void start(move, label, codeOf());
    }
  };
  const onEnd = (): void => {
    document.removeEventListener('mousemove', onMove);
    document.removeEventListener('mouseup', onEnd);
  };
  document.addEventListener('mousemove', onMove);
  document.addEventListener('mouseup', onEnd);
}

function isFarFrom(press: MouseEvent, move: MouseEvent): boolean {
  const { clientX, clientY } = press;
  return Math.hypot(move.clientX - clientX, move.clientY - clientY) >= START_PX;
}

function isOutside(row: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = row.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

async function start(
  at: MouseEvent,
  label: string,
  code: string
): Promise<void> {
  const mimeData = new MimeData();
  mimeData.setData(CELLS, [
    { cell_type: 'code', source: code, metadata: { trusted: true } }
  ]);
  mimeData.setData('text/plain', code);
  const dragImage = document.createElement('div');
  dragImage.className = 'jp-LeapEntries-drag';
  dragImage.textContent = label;
  const drag = new Drag({
    mimeData,
    dragImage,
    supportedActions: 'copy',
    proposedAction: 'copy'
  });
  // The button is still pressed: without this, the text that the pointer crosses on its way to the notebook is selected.
  document.addEventListener('selectstart', prevent);
  document.getSelection()?.removeAllRanges();
  await drag.start(at.clientX, at.clientY);
  document.removeEventListener('selectstart', prevent);
  drag.dispose();
}

function prevent(event: Event): void {
  event.preventDefault();
}
