import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { UnreadablePart } from '../../../../contract';
import { Name } from '../../../components/name';
import { reasonText } from '../reasons';

/** How many are named; their count is always said. */
const NAMED = 8;

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
}: IFailedPartsProps): React.JSX.Element | null {
  if (count === 0) {
    return null;
  }
  const named = parts.slice(0, NAMED);
  return (
    <>
      <p className="jp-LeapReview-heading">{title}</p>
      <ul className="jp-LeapReview-paths" aria-label={title}>
        {named.map(({ path, reason }) => (
          <li key={path}>
            <Name name={path} />
            <span>{reasonText(reason, trans)}</span>
          </li>
        ))}
        {count > named.length && (
          <li>
            {trans._n('and %1 more', 'and %1 more', count - named.length)}
          </li>
        )}
      </ul>
    </>
  );
}
