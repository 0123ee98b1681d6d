import * as React from 'react';
import { Button } from '../../../components/button';
import { isReference } from '../folder/folder';
import { Refusal } from './refusal';
import type { IBucketsState } from '../state';
import type { IBucketsViewProps } from '../view-props';
import { Visited } from './visited-places';
import { SlowBucket } from '../slow-bucket';

interface IPlaceBoxProps extends IBucketsViewProps {
  readonly state: IBucketsState;
  /** Where the down arrow leads, and Enter behind a filter. */
  readonly grid: React.RefObject<HTMLElement>;
}

/**
 * One box for two things: what is typed filters the names, and `gs://…` or a link goes there with Enter.
 */
export function PlaceBox({
  model,
  trans,
  state,
  grid
}: IPlaceBoxProps): React.JSX.Element {
  const [reference, setReference] = React.useState<string | null>(null);
  const { going, folder } = state;
  React.useEffect(() => {
    setReference(null);
  }, [folder]);
  return (
    <div className="jp-LeapBuckets-box">
      <div className="jp-LeapBuckets-go">
        <Box {...{ model, trans, state, grid, reference, setReference }} />
        {state.bookmarks.length + state.recent.length > 0 && (
          <Visited state={state} model={model} trans={trans} />
        )}
      </div>
      {going.status === 'loading' ? (
        <Looking {...{ model, trans, grid }} />
      ) : (
        reference !== null &&
        going.status !== 'failed' && (
          <p className="jp-LeapStatus jp-LeapBuckets-hint" role="status">
            {trans.__('Press Enter to go there.')}
          </p>
        )
      )}
      {going.status === 'failed' && (
        <Refusal
          error={going.error}
          model={model}
          trans={trans}
          onRetry={() => {
            void model.goAgain();
          }}
        />
      )}
    </div>
  );
}

type IBoxProps = Pick<IPlaceBoxProps, 'model' | 'trans' | 'state' | 'grid'> & {
  /** The place that is typed; null: it is a filter. */
  readonly reference: string | null;
  readonly setReference: (reference: string | null) => void;
};

function Box({
  model,
  trans,
  state,
  grid,
  reference,
  setReference
}: IBoxProps): React.JSX.Element {
  return (
    <input
      type="search"
      className="jp-LeapInput"
      spellCheck={false}
      autoComplete="off"
      placeholder={trans.__('Filter, or go to gs://…')}
      aria-label={trans.__('Filter names, or go to a gs:// address')}
      title={trans.__(
        'A part of a name, a pattern such as *.nc, or a gs:// address'
      )}
      value={reference ?? state.filter}
      onChange={event => {
        const text = event.target.value;
        const isPlace = isReference(text);
        setReference(isPlace ? text : null);
        model.setFilter(isPlace ? '' : text);
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && reference !== null) {
          // Whole: a name may end in a blank.
          void model.goTo(reference);
        } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          grid.current?.focus();
        } else if (event.key === 'Escape') {
          setReference(null);
          model.setFilter('');
        }
      }}
    />
  );
}

/** Also of what a link or another section led to, of which the box says nothing. */
function Looking({
  model,
  trans,
  grid
}: Pick<IPlaceBoxProps, 'model' | 'trans' | 'grid'>): React.JSX.Element {
  return (
    <div className="jp-LeapStatus jp-LeapBuckets-hint">
      <span role="status">{trans.__('Looking for it…')}</span>
      <SlowBucket news={null} trans={trans} />
      <Button
        label={trans.__('Stop')}
        title={trans.__('Stop looking; stay here')}
        onClick={() => {
          model.stay();
          grid.current?.focus();
        }}
      />
    </div>
  );
}
