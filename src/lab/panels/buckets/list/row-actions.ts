import { Notification } from '@jupyterlab/apputils';
import type { CommandRegistry } from '@lumino/commands';
import { CommandIDs } from '../../../commands';
import { PASSING_MS } from '../../../passing';

/**
 * The id of a row's element.
 */
export function rowId(at: number): string {
  return `jp-leap-buckets-row-${String(at)}`;
}

/**
 * Open the entry that the cursor is on: a folder in the section, an object as a document, or say why there is none for it.
 */
export async function openEntry(commands: CommandRegistry): Promise<void> {
  const { openEntry: folder, openObject: object } = CommandIDs;
  if (commands.isEnabled(folder)) {
    await commands.execute(folder);
  } else if (commands.isEnabled(object)) {
    await commands.execute(object);
  } else if (commands.isVisible(object)) {
    Notification.info(commands.caption(object), { autoClose: PASSING_MS });
  }
}

/**
 * The application's own context menu, at the cursor's row instead of the mouse.
 */
export function openMenu(grid: HTMLElement | null, id: string): void {
  const row = grid?.ownerDocument.getElementById(id) ?? grid;
  const box = row?.getBoundingClientRect();
  row?.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: (box?.left ?? 0) + 24,
      clientY: box?.bottom ?? 0
    })
  );
}
