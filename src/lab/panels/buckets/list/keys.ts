/**
 * What a key means in the list; null: it is not ours.
 */
export type KeyAction =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'insert' }
  | { readonly kind: 'up' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'type'; readonly text: string };

interface IKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Read a key press, after the grid of the ARIA Authoring Practices and the file browser.
 *
 * @param at - The row that the cursor is on, of `count`.
 * @param page - Rows that fit on the screen.
 */
export function readKey(
  event: IKey,
  at: number,
  count: number,
  page: number
): KeyAction | null {
  const { key } = event;
  if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) {
    return { kind: 'menu' };
  }
  if (event.altKey) {
    return key === 'ArrowUp' ? { kind: 'up' } : null;
  }
  if (event.ctrlKey || event.metaKey) {
    if (key === 'Enter') {
      return { kind: 'insert' };
    }
    return key === 'c' && !event.shiftKey
      ? { kind: 'copy' }
      : moveFar(key, count);
  }
  switch (key) {
    case 'ArrowDown':
      return move(at + 1, count);
    case 'ArrowUp':
      return move(at - 1, count);
    case 'PageDown':
      return move(at + page, count);
    case 'PageUp':
      return move(at - page, count);
    case 'Home':
    case 'End':
      return moveFar(key, count);
    case 'Enter':
      return { kind: 'open' };
    case 'Backspace':
      return { kind: 'up' };
    default:
      // A key that writes one character, blanks included, is part of a name.
      return Array.from(key).length === 1 ? { kind: 'type', text: key } : null;
  }
}

function moveFar(key: string, count: number): KeyAction | null {
  if (key === 'Home') {
    return move(0, count);
  }
  return key === 'End' ? move(count - 1, count) : null;
}

function move(to: number, count: number): KeyAction {
  return { kind: 'move', to: Math.max(0, Math.min(count - 1, to)) };
}
