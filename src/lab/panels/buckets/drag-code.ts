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
 */
export function dragCode(
  press: MouseEvent,
  label: string,
  codeOf: () => string
): void {
  const { clientX: x, clientY: y } = press;
  const onMove = (move: MouseEvent): void => {
    if (Math.hypot(move.clientX - x, move.clientY - y) >= START_PX) {
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
  await drag.start(at.clientX, at.clientY);
  drag.dispose();
}
