import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { UnreadablePart } from '../../../../contract';
import { formatCount } from '../../../format';
import { reasonText } from '../reasons';
import { PathList } from './path-list';

interface IFailedPartsProps {
  title: string;
  parts: readonly UnreadablePart[];
  /** All of them, also those that nobody named. */
  count: number;
  trans: TranslationBundle;
}

/**
 * Paths that something did not work for, each with its reason; nothing where there are none.
 */
export function FailedParts({
  title,
  parts,
  count,
  trans
}: IFailedPartsProps): React.JSX.Element {
  const rest = count - parts.length;
  return (
    <>
      <PathList
        title={title}
        entries={parts.map(({ path, reason }) => ({
          path,
          text: reasonText(reason, trans)
        }))}
      />
      {rest > 0 && (
        <p className="jp-LeapReview-rest">
          {trans._n('and %2 more', 'and %2 more', rest, formatCount(rest))}
        </p>
      )}
    </>
  );
}
