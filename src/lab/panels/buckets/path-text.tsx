import type * as React from 'react';
import { visibleName } from '../../visible';

/**
 * The path of an entry with nothing hidden in it. Selected as a whole and copied it is the path itself, letter for letter.
 */
export function PathText({ path }: { path: string }): React.JSX.Element {
  const shown = visibleName(path);
  return (
    <code
      className="jp-LeapCode jp-LeapBuckets-path"
      onCopy={event => {
        // Three clicks select the end of the line as well.
        const selected = document.getSelection()?.toString() ?? '';
        if (selected.replace(/\n$/, '') === shown) {
          event.preventDefault();
          event.clipboardData.setData('text/plain', path);
        }
      }}
    >
      <bdi>{shown}</bdi>
    </code>
  );
}
