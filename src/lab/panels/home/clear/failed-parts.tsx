import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import {
  reasonAdvice,
  reasonWords,
  type UnreadablePart
} from '../../../../contract';
import { formatCount } from '../../../format';
import { PathList } from './path-list';

interface IFailedPartsProps {
  title: string;
  parts: readonly UnreadablePart[];
  /** All of them, also those that nobody named. */
  count: number;
  trans: TranslationBundle;
}

/**
 * Paths that something did not work for, each with its reason, and what that means; nothing where there are none.
 */
export function FailedParts({
  title,
  parts,
  count,
  trans
}: IFailedPartsProps): React.JSX.Element {
  const rest = count - parts.length;
  const advice = reasonAdvice(
    parts.map(({ reason }) => reason),
    trans
  );
  return (
    <>
      <PathList
        title={title}
        entries={parts.map(({ path, reason }) => ({
          path,
          text: reasonWords(reason, trans)
        }))}
      />
      {rest > 0 && (
        <p className="jp-LeapReview-rest">
          {trans._n('and %2 more', 'and %2 more', rest, formatCount(rest))}
        </p>
      )}
      {advice.map(text => (
        <p key={text} className="jp-LeapReview-rest">
          {text}
        </p>
      ))}
    </>
  );
}
