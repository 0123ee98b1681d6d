import { Notification } from '@jupyterlab/apputils';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import { CommandIDs } from '../../../commands';
import { PASSING_MS } from '../../../passing';
import { readKey } from './keys';
import type { IBucketsModel } from '../buckets-model';
import { findTyped, rowAt } from '../folder/rows';
import { selectedIn, unselect } from '../selected-text';
import type { IBucketsState } from '../state';
import { useTyped } from './use-typed';

interface IGridKeys {
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  readonly state: IBucketsState;
  readonly order: readonly number[];
  /** The row that the cursor is on. */
  readonly at: number;
  readonly grid: React.RefObject<HTMLElement>;
  /** Rows that a page key moves by. */
  readonly pageRows: number;
  readonly scrollTo: (at: number) => void;
}

const COMMANDS = {
  insert: CommandIDs.insertEntryCode,
  up: CommandIDs.openParentFolder,
  copy: CommandIDs.copyGsPath
} as const;

/**
 * The id of a row's element.
 */
export function rowId(at: number): string {
  return `jp-leap-buckets-row-${String(at)}`;
}

/**
 * The list by keyboard: moving, typing ahead, opening, going up, copying, the menu.
 */
export function useGridKeys(
  keys: IGridKeys
): (event: React.KeyboardEvent) => void {
  const typed = useTyped();
  const { model, commands, state, order, at, grid, scrollTo } = keys;
  const { rows: listed } = state;
  const moveTo = (to: number): void => {
    const row = listed && rowAt(listed, state.kinds, order[to]);
    if (row) {
      model.select(row.name);
      scrollTo(to);
    }
  };
  return event => {
    const action = readKey(event, at, order.length, keys.pageRows);
    if (!action) {
      return;
    }
    if (action.kind === 'copy' && selectedIn(grid.current) !== null) {
      // The browser copies what is selected of a name.
      return;
    }
    unselect(grid.current);
    event.preventDefault();
    event.stopPropagation();
    switch (action.kind) {
      case 'move':
        moveTo(action.to);
        break;
      case 'type': {
        const word = typed(action.text, event.timeStamp);
        // A longer word may still fit the row that the cursor is on.
        const from = word.length > 1 ? at : at + 1;
        moveTo(listed ? findTyped(listed, order, word, from) : -1);
        break;
      }
      case 'menu':
        moveTo(at);
        openMenu(grid.current, rowId(at));
        break;
      case 'open':
        moveTo(at);
        void openEntry(commands);
        break;
      default:
        // Before anything was moved, the first row has the cursor.
        moveTo(at);
        void commands.execute(COMMANDS[action.kind]);
    }
  };
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
