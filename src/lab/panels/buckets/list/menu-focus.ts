/**
 * Give the focus back to the list once the application's menu that is being opened on one of its rows closes, unless what
 * was chosen in it took the focus. Lumino leaves it nowhere.
 *
 * To be called while the event that asks for the menu is on its way to the document.
 */
export function returnFocus(list: HTMLElement): void {
  const { ownerDocument } = list;
  // The application listens at the document too, since longer, and opens the menu at once. By a timer it might be closed
  // again already: a browser hands on keys before it runs timers.
  ownerDocument.addEventListener(
    'contextmenu',
    () => {
      const menu = ownerDocument.body.querySelector('.lm-Menu');
      if (menu) {
        focusAfter(menu, list);
      }
    },
    { once: true }
  );
}

function focusAfter(menu: Element, list: HTMLElement): void {
  const { body } = list.ownerDocument;
  const watched = new MutationObserver(() => {
    if (!menu.isConnected) {
      watched.disconnect();
      if (list.ownerDocument.activeElement === body) {
        list.focus({ preventScroll: true });
      }
    }
  });
  watched.observe(body, { childList: true });
}
