import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { CatalogSummary } from '../../../contract';
import { Age } from '../../components/age';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { formatCount } from '../../format';
import type { Loadable } from '../../loadable';
import { visible } from '../../visible';
import { staleness } from './words';

interface ISourceNoteProps {
  summary: Loadable<CatalogSummary>;
  trans: TranslationBundle;
  onRetry: () => void;
}

/**
 * How good the catalog at hand is: nothing when it is the one of now and whole.
 */
export function SourceNote({
  summary,
  trans,
  onRetry
}: ISourceNoteProps): React.JSX.Element | null {
  if (summary.status === 'failed') {
    return <Failure error={summary.error} trans={trans} onRetry={onRetry} />;
  }
  if (!summary.value) {
    return null;
  }
  const isRefreshing = summary.status === 'loading';
  const { state, confirmedAt } = summary.value;
  const problem = staleness(summary.value, isRefreshing, trans);
  return (
    <>
      {problem !== null && (
        <div className="jp-LeapCard jp-mod-warning" role="status">
          <p>
            {state === 'kept' && confirmedAt !== null && (
              <>
                {trans.__('The copy of')} <Age at={confirmedAt} trans={trans} />
                {'. '}
              </>
            )}
            {visible(problem)}
          </p>
          {!isRefreshing && (
            <div className="jp-LeapCard-actions">
              <Button label={trans.__('Try again')} onClick={onRetry} />
            </div>
          )}
        </div>
      )}
      <Skipped summary={summary.value} trans={trans} />
    </>
  );
}

function Skipped({
  summary,
  trans
}: {
  summary: CatalogSummary;
  trans: TranslationBundle;
}): React.JSX.Element | null {
  const { skipped, skippedCount } = summary;
  if (skippedCount === 0) {
    return null;
  }
  return (
    <details className="jp-LeapNotes">
      <summary>
        {trans._n(
          '%2 part of the catalog could not be read',
          '%2 parts of the catalog could not be read',
          skippedCount,
          formatCount(skippedCount)
        )}
      </summary>
      <ul>
        {skipped.map(({ index, reason }, position) => (
          <li key={`${String(index)} ${String(position)}`}>
            {trans.__('Record %1: %2', index + 1, visible(reason))}
          </li>
        ))}
      </ul>
    </details>
  );
}
