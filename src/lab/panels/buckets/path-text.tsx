import type * as React from 'react';
import { visibleName } from '../../visible';
import { copyExactly } from './exact-copy';

/**
 * The path of an entry with nothing hidden in it. Selected as a whole and copied it is the path itself, letter for letter.
 */
export function PathText({ path }: { path: string }): React.JSX.Element {
  return (
    <code
      className="jp-LeapCode jp-LeapBuckets-path"
      onCopy={event => {
        copyExactly(event, path);
      }}
    >
      <bdi>{visibleName(path)}</bdi>
    </code>
  );
}
