import type * as React from 'react';
import { visibleName } from '../visible';

interface INameProps {
  /** A name from outside, shown exactly, nothing of it hidden. */
  name: string;
}

/**
 * A file's, folder's or object's name: in its own direction, cut with an ellipsis where it does not fit,
 * whole when the pointer rests on it.
 */
export function Name({ name }: INameProps): React.JSX.Element {
  const shown = visibleName(name);
  return (
    <bdi className="jp-LeapName" title={shown}>
      {shown}
    </bdi>
  );
}
