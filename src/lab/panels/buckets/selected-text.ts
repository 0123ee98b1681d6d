/**
 * What is selected with the mouse of the text in an element, as it stands there; null: nothing, or text beyond it too.
 */
export function selectedIn(element: Node | null): string | null {
  const selection = document.getSelection();
  if (!element || !selection || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const text = range.toString();
  return text !== '' && element.contains(range.commonAncestorContainer)
    ? text
    : null;
}

/**
 * Let go of what is selected of the text in an element. What is selected elsewhere stays.
 */
export function unselect(element: Node | null): void {
  if (selectedIn(element) !== null) {
    document.getSelection()?.removeAllRanges();
  }
}
