import { fireEvent } from '@testing-library/react';

/**
 * Select text as a mouse does: all of an element's, or its first letters.
 */
export function drawOver(element: Element, letters?: number): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  if (letters !== undefined) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    range.setEnd(walker.nextNode() ?? element, letters);
  }
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}

/**
 * What a copy that begins in an element puts on the clipboard; null: the browser does it by itself.
 */
export function copyFrom(element: Element): string | null {
  let copied: string | null = null;
  fireEvent.copy(element, {
    clipboardData: {
      setData: (_: string, text: string) => {
        copied = text;
      }
    }
  });
  return copied;
}
