function tree(): HTMLElement | null {
  return document.querySelector('#jp-leap-home .jp-LeapTree');
}

/**
 * Where the reader goes on: the table has the focus, and its cursor's row is in view.
 */
export function goToCursor(): void {
  tree()?.focus({ preventScroll: true });
  tree()
    ?.querySelector('.jp-LeapTree-row.jp-mod-current')
    ?.scrollIntoView({ block: 'nearest' });
}

/**
 * What had the focus before a dialog may be gone after it: the table takes it then.
 */
export function keepFocus(): void {
  if (document.activeElement === document.body) {
    tree()?.focus();
  }
}
