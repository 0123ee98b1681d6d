import * as React from 'react';

/**
 * Keeps the focus near a group whose buttons come, go and change places: where the one that has it is taken away, it goes
 * on, and not to the page itself, where nobody would find it.
 *
 * @param next - What gets it, by the `data-focus` of what had it, empty where that had none.
 * @returns For the group's element.
 */
export function useKeptFocus(
  group: React.RefObject<HTMLElement>,
  next: (had: string) => HTMLElement | null | undefined
): Pick<React.DOMAttributes<HTMLElement>, 'onFocus' | 'onBlur'> {
  const last = React.useRef<string | null>(null);
  React.useLayoutEffect(() => {
    const page = group.current?.ownerDocument;
    // React says nothing of the focus of what it takes away.
    if (last.current !== null && page?.activeElement === page?.body) {
      next(last.current)?.focus();
    }
  });
  return {
    onFocus: ({ target }) => {
      last.current = target.dataset['focus'] ?? '';
    },
    onBlur: () => {
      last.current = null;
    }
  };
}
