import type * as React from 'react';
import { visibleName } from '../visible';

/** Of a name that is too long this much stays at its end: an ending, and the number before it. */
const TAIL = 9;

/** Names up to this fit wherever there is a list. */
const SHORT = 6;

/** Beginnings up to this may be narrower than what stays of a longer one. */
const SHORT_HEAD = 5;

interface IMiddleNameProps {
  /** A name from outside, shown exactly, nothing of it hidden. */
  readonly name: string;
}

/**
 * A name that loses its middle where it does not fit: what tells files of one run apart stands at the end, and so does the
 * ending of a short name. As text it is whole, to select and to copy: who draws over it from one end to the other has all.
 */
export function MiddleName({ name }: IMiddleNameProps): React.JSX.Element {
  const shown = visibleName(name);
  const points = Array.from(shown);
  const at =
    points.length > SHORT
      ? points.length - Math.min(TAIL, Math.floor(points.length / 2))
      : points.length;
  const short = at <= SHORT_HEAD ? ' jp-mod-short' : '';
  return (
    <bdi className="jp-LeapMiddleName" title={shown}>
      <span className={`jp-LeapMiddleName-head${short}`}>
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
