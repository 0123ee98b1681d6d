import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { IBucketsState } from '../state';
import { nothingText } from './filter-words';

interface IEmptinessProps {
  readonly state: IBucketsState;
  /** Rows that are shown. */
  readonly shown: number;
  readonly trans: TranslationBundle;
}

/**
 * What stands in place of rows when there are none: only a whole and successful listing is called empty.
 */
export function Emptiness({
  state,
  shown,
  trans
}: IEmptinessProps): React.JSX.Element | null {
  const { listing, filter } = state;
  if (shown > 0) {
    return null;
  }
  if (!listing.value) {
    return listing.status === 'failed' ? null : (
      <div className="jp-LeapSkeleton" aria-hidden="true">
        {trans.__('Listing…')}
      </div>
    );
  }
  const isWhole = listing.status === 'ready' && listing.value.cursor === null;
  if (filter.trim() !== '') {
    return (
      <p className="jp-LeapQuiet">{nothingText(filter, isWhole, trans)}</p>
    );
  }
  return isWhole ? (
    <p className="jp-LeapQuiet">
      {trans.__(
        'No objects here. A folder appears when something is written in it.'
      )}
    </p>
  ) : null;
}
