import type * as React from 'react';
import { visibleName } from '../../visible';
import { selectedIn } from './selected-text';

/**
 * Copy what is selected of a name: all of it as the name itself, letter for letter; a part as it is shown.
 *
 * @param event - Of the element that shows the name with nothing hidden in it, and nothing else.
 */
export function copyExactly(event: React.ClipboardEvent, name: string): void {
  const text = selectedIn(event.currentTarget) ?? wholeOf(event);
  if (text !== null) {
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      text === visibleName(name) ? name : text
    );
  }
}

/** Three clicks select the end of the line as well, which lies beyond the element. */
function wholeOf({ currentTarget }: React.ClipboardEvent): string | null {
  const text = document.getSelection()?.toString().replace(/\n$/, '');
  return text === currentTarget.textContent ? text : null;
}
