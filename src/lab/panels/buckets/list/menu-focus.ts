/**
 * Give the focus back to the list once the application's menu that is being opened on one of its rows closes, unless what
 * was chosen in it took the focus. Lumino leaves it nowhere.
 */
export function returnFocus(list: HTMLElement): void {
  const { body } = list.ownerDocument;
  // The application opens it after the event that asked for it came to the document.
  setTimeout(() => {
    const menu = body.querySelector('.lm-Menu');
    if (!menu) {
      return;
    }
    const watched = new MutationObserver(() => {
      if (!menu.isConnected) {
        watched.disconnect();
        if (list.ownerDocument.activeElement === body) {
          list.focus({ preventScroll: true });
        }
      }
    });
    watched.observe(body, { childList: true });
  });
}
