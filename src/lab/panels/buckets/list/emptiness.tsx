import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { IBucketsState } from '../state';

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
  const { listing, filter, matches } = state;
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
  if (filter.trim() !== '') {
    return (
      <p className="jp-LeapQuiet">
        {matches && matches.listing.status !== 'ready'
          ? trans.__('Nothing that is loaded contains “%1”.', filter)
          : trans.__('No name here contains “%1”.', filter)}
      </p>
    );
  }
  return listing.status === 'ready' && listing.value.cursor === null ? (
    <p className="jp-LeapQuiet">
      {trans.__(
        'No objects here. A folder appears when something is written in it.'
      )}
    </p>
  ) : null;
}
