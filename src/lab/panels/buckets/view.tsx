import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Failure } from '../../components/failure';
import { useSnapshot } from '../../components/use-snapshot';
import { Aside } from './aside';
import { Crumbs } from './places/crumbs';
import { Detail } from './detail';
import { Entries } from './list/entries';
import { Expiry } from './expiry';
import { settledBytes } from './folder/folder-sizes';
import { ListingStatus } from './list/listing-status';
import { PlaceBox } from './places/place-box';
import { Refusal } from './places/refusal';
import { Places } from './places/places';
import { orderRows } from './folder/rows';
import type { IBucketsState } from './state';
import { rules } from './words';
import type { IBucketsViewProps } from './view-props';

/**
 * The body of the buckets section: where one is, what may be done there, and what is there.
 */
export function BucketsView(props: IBucketsViewProps): React.JSX.Element {
  const { model, trans } = props;
  const state = useSnapshot(model);
  const { buckets, folder } = state;
  const grid = React.useRef<HTMLDivElement>(null);
  return (
    <div
      className="jp-LeapBuckets"
      aria-busy={state.listing.status === 'loading'}
    >
      {buckets.status === 'failed' && (
        <Failure
          error={buckets.error}
          trans={trans}
          onRetry={() => {
            void model.refresh();
          }}
        />
      )}
      {buckets.value && (
        <Places {...props} buckets={buckets.value} folder={folder} />
      )}
      {buckets.value && <PlaceBox {...props} state={state} grid={grid} />}
      {folder ? (
        <Folder {...props} state={state} grid={grid} />
      ) : (
        <Nothing state={state} trans={trans} />
      )}
    </div>
  );
}

function Folder({
  look,
  ...shared
}: IBucketsViewProps & {
  readonly state: IBucketsState;
  readonly grid: React.RefObject<HTMLDivElement>;
}): React.JSX.Element {
  const { model, trans, state, grid } = shared;
  const { folder, listing, rows: listed, buckets } = state;
  const order = useOrder(state);
  const bucket = buckets.value?.find(({ name }) => name === folder?.bucket);
  const refusal = listing.status === 'failed' &&
    listing.error.code !== 'cancelled' && (
      <Refusal
        error={listing.error}
        model={model}
        trans={trans}
        onRetry={() => {
          void model.retry();
          grid.current?.focus();
        }}
      />
    );
  const expiry = (
    <Expiry model={model} state={state} grid={grid} trans={trans} />
  );
  return (
    <>
      {folder && (
        <Crumbs state={state} folder={folder} model={model} trans={trans} />
      )}
      {/* Of a place that nobody has seen, and that may not be there, nothing is claimed. */}
      {(bucket ?? listed ?? listing.status !== 'failed') && (
        <p className="jp-LeapBuckets-rules">{rules(bucket, listed, trans)}</p>
      )}
      {!listed && refusal}
      <Entries {...shared} bucket={bucket} order={order} />
      {!listed && refusal ? (
        expiry
      ) : (
        <Aside grid={grid} trans={trans}>
          {refusal}
          <ListingStatus {...shared} shown={order.length} />
          <Detail {...shared} look={look} />
          {expiry}
        </Aside>
      )}
    </>
  );
}

/** Numbers of the rows to show, as they are sorted and filtered. */
function useOrder({
  rows: listed,
  sort,
  filter,
  ...state
}: IBucketsState): readonly number[] {
  // What was measured is in the order by size alone.
  const sizes = sort.by === 'bytes' ? state.sizes : null;
  return React.useMemo(
    () =>
      listed
        ? orderRows(
            listed,
            sort,
            filter,
            sizes ? settledBytes(sizes) : undefined
          )
        : [],
    [listed, sort, filter, sizes]
  );
}

function Nothing({
  state,
  trans
}: {
  state: IBucketsState;
  trans: TranslationBundle;
}): React.JSX.Element | null {
  const { buckets } = state;
  if (buckets.status === 'failed') {
    return null;
  }
  if (buckets.value?.length === 0) {
    return (
      <p className="jp-LeapQuiet">
        {trans.__(
          'No buckets are configured on this hub. Write gs://… above to go to a public one.'
        )}
      </p>
    );
  }
  return (
    <div className="jp-LeapSkeleton" role="status">
      {trans.__('Finding out which buckets there are…')}
    </div>
  );
}
