import type * as React from 'react';
import { visibleName } from '../visible';

/** Of a name that is too long this much stays at its end: an ending, and the number before it. */
const TAIL = 9;

/** Names up to this are not worth being cut in two. */
const SHORT = 14;

interface IMiddleNameProps {
  /** A name from outside, shown exactly, nothing of it hidden. */
  readonly name: string;
}

/**
 * A name that loses its middle where it does not fit: what tells files of one run apart stands at the end. As text it
 * is whole, to select and to copy.
 */
export function MiddleName({ name }: IMiddleNameProps): React.JSX.Element {
  const shown = visibleName(name);
  const points = Array.from(shown);
  const at = points.length > SHORT ? points.length - TAIL : points.length;
  return (
    <bdi className="jp-LeapMiddleName" title={shown}>
      <span className="jp-LeapMiddleName-head">
        {points.slice(0, at).join('')}
      </span>
      {at < points.length && (
        <span className="jp-LeapMiddleName-tail">
          {points.slice(at).join('')}
        </span>
      )}
    </bdi>
  );
}
