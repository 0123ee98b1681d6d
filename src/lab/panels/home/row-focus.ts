import * as React from 'react';
import { keepFocus } from './tree/tree-focus';

/**
 * When a row goes that has the focus, as after a deletion, the reader goes on in the row beside it; where there is none, in
 * the table.
 */
export function useRowFocus(row: React.RefObject<HTMLElement>): void {
  React.useLayoutEffect(() => {
    const { current } = row;
    return () => {
      if (current?.contains(document.activeElement)) {
        const beside =
          current.nextElementSibling ?? current.previousElementSibling;
        requestAnimationFrame(() => {
          goOn(beside);
        });
      }
    };
  }, [row]);
}

function goOn(beside: Element | null): void {
  if (document.activeElement === document.body && beside?.isConnected) {
    beside.querySelector('button')?.focus();
  }
  keepFocus();
}
