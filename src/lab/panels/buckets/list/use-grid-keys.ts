import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import { CommandIDs } from '../../../commands';
import { readKey, type KeyAction } from './keys';
import type { IBucketsModel } from '../buckets-model';
import { findTyped, rowAt } from '../folder/rows';
import { selectedIn, unselect } from '../selected-text';
import type { IBucketsState } from '../state';
import { openEntry, openMenu, rowId } from './row-actions';
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
 * The list by keyboard: moving, typing ahead, opening, going up, copying, the menu.
 */
export function useGridKeys(
  keys: IGridKeys
): (event: React.KeyboardEvent) => void {
  const typed = useTyped();
  const { order, at, grid } = keys;
  return event => {
    const action = readKey(event, at, order.length, keys.pageRows);
    // What is selected of a name, the browser copies.
    const isCopied =
      action?.kind === 'copy' && selectedIn(grid.current) !== null;
    if (!action || isCopied) {
      return;
    }
    unselect(grid.current);
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'move') {
      moveTo(action.to, keys);
    } else if (action.kind === 'type') {
      moveTo(rowOf(typed(action.text, event.timeStamp), keys), keys);
    } else {
      // Before anything was moved, the first row has the cursor.
      moveTo(at, keys);
      act(action.kind, keys);
    }
  };
}

function moveTo(to: number, keys: IGridKeys): void {
  const { model, state, order, scrollTo } = keys;
  const row = state.rows && rowAt(state.rows, state.kinds, order[to]);
  if (row) {
    model.select(row.name);
    scrollTo(to);
  }
}

/** The row that a typed word leads to; none: -1. */
function rowOf(word: string, { state, order, at }: IGridKeys): number {
  // A longer word may still fit the row that the cursor is on.
  const from = word.length > 1 ? at : at + 1;
  return state.rows ? findTyped(state.rows, order, word, from) : -1;
}

/** Do something with the row that the cursor is on. */
function act(
  kind: Exclude<KeyAction['kind'], 'move' | 'type'>,
  { commands, grid, at }: IGridKeys
): void {
  if (kind === 'menu') {
    openMenu(grid.current, rowId(at));
  } else if (kind === 'open') {
    void openEntry(commands);
  } else {
    void commands.execute(COMMANDS[kind]);
  }
}
