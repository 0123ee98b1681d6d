import type { Row } from './rows';

/** About as many rows as the table shows at once. */
const PAGE = 10;

/** What a key does to the row that the cursor is on, or to the cursor. */
export type KeyAction =
  | { kind: 'move'; to: number }
  | { kind: 'unfold' }
  | { kind: 'fold' }
  | { kind: 'mark' };

/**
 * What a key means on a row, after the tree grid of the ARIA Authoring Practices; null: not ours.
 */
export function keyAction(
  key: string,
  rows: readonly Row[],
  index: number
): KeyAction | null {
  const row = rows[index];
  const open = row?.kind === 'entry' ? row.open : null;
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', to: index + 1 };
    case 'ArrowUp':
      return { kind: 'move', to: index - 1 };
    case 'Home':
      return { kind: 'move', to: 0 };
    case 'End':
      return { kind: 'move', to: rows.length - 1 };
    case 'PageDown':
      return { kind: 'move', to: index + PAGE };
    case 'PageUp':
      return { kind: 'move', to: index - PAGE };
    case 'ArrowRight':
      return open === false
        ? { kind: 'unfold' }
        : { kind: 'move', to: open ? index + 1 : index };
    case 'ArrowLeft':
      return open
        ? { kind: 'fold' }
        : { kind: 'move', to: parentOf(rows, index) };
    case ' ':
      // Not as a shortcut: JupyterLab 4.2 knows none with the space bar.
      return row?.kind === 'entry' ? { kind: 'mark' } : null;
    case 'Enter':
      return open === null ? null : { kind: open ? 'fold' : 'unfold' };
    default:
      return typed(key, rows, index);
  }
}

function parentOf(rows: readonly Row[], index: number): number {
  const level = rows[index]?.level ?? 1;
  const above = rows.slice(0, index).findLastIndex(row => row.level < level);
  return above < 0 ? index : above;
}

/** A letter goes to the next row whose name begins with it, from the top again behind the last. */
function typed(
  key: string,
  rows: readonly Row[],
  index: number
): KeyAction | null {
  if (!/^.$/u.test(key)) {
    return null;
  }
  const begins = (row: Row): boolean =>
    row.kind === 'entry' &&
    row.entry.name
      .replace(/^\./, '')
      .toLocaleLowerCase()
      .startsWith(key.toLocaleLowerCase());
  const behind = rows.findIndex((row, at) => at > index && begins(row));
  const to = behind < 0 ? rows.findIndex(begins) : behind;
  return to < 0 ? null : { kind: 'move', to };
}
