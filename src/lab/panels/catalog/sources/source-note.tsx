import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { CatalogSummary } from '../../../../contract';
import { Age } from '../../../components/age';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import type { Loadable } from '../../../loadable';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';
import { SkippedParts } from './skipped-parts';
import { staleness } from '../words';

interface ISourceNoteProps {
  summary: Loadable<CatalogSummary>;
  trans: TranslationBundle;
  onRetry: () => void;
  /** Show the list of sources. */
  onSources: () => void;
}

/**
 * How good the catalog at hand is: nothing when it is the one of now and whole.
 */
export function SourceNote({
  summary,
  trans,
  onRetry,
  onSources
}: ISourceNoteProps): React.JSX.Element | null {
  if (summary.status === 'failed') {
    return <Failure error={summary.error} trans={trans} onRetry={onRetry} />;
  }
  if (!summary.value) {
    return null;
  }
  const isRefreshing = summary.status === 'loading';
  const { sources } = summary.value;
  if (summary.value.state === 'kept' && sources.length > 1) {
    const late = sources.filter(({ state: each }) => each !== 'live');
    return isRefreshing ? null : (
      <LateSources
        count={late.length}
        all={sources.length}
        trans={trans}
        onShow={onSources}
      />
    );
  }
  return (
    <>
      <Staleness
        catalog={summary.value}
        isRefreshing={isRefreshing}
        trans={trans}
        onRetry={onRetry}
      />
      <SkippedParts
        count={summary.value.skippedCount}
        parts={summary.value.skipped}
        trans={trans}
      />
    </>
  );
}

/** From when the copy at hand is, and why it is not the catalog of now. */
function Staleness({
  catalog,
  isRefreshing,
  trans,
  onRetry
}: Pick<ISourceNoteProps, 'trans' | 'onRetry'> & {
  catalog: CatalogSummary;
  isRefreshing: boolean;
}): React.JSX.Element | null {
  const { state, confirmedAt } = catalog;
  const problem = staleness(catalog, isRefreshing, trans);
  return problem === null ? null : (
    <div className="jp-LeapCard jp-mod-warning" role="status">
      <p>
        {state === 'kept' && confirmedAt !== null && (
          <>
            <Age
              at={confirmedAt}
              recent={trans.__('This is the copy from a moment ago.')}
              words={age => trans.__('This is the copy from %1.', age)}
              trans={trans}
            />{' '}
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
  );
}

/** Some of several catalogs are not those of now: quieter, since the others are, and their list says why. */
function LateSources({
  count,
  all,
  trans,
  onShow
}: {
  count: number;
  all: number;
  trans: TranslationBundle;
  onShow: () => void;
}): React.JSX.Element {
  return (
    <div className="jp-LeapStatus" role="status">
      <span>
        {trans._n(
          '⚠ %2 of %3 sources is not up to date.',
          '⚠ %2 of %3 sources are not up to date.',
          count,
          formatCount(count),
          formatCount(all)
        )}
      </span>
      <Button label={trans.__('See Why')} onClick={onShow} />
    </div>
  );
}
