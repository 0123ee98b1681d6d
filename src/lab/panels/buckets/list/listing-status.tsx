import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import { CommandIDs } from '../../../commands';
import { Age } from '../../../components/age';
import { Button, CommandButton } from '../../../components/button';
import { entryCount } from '../folder/listed';
import { Measured } from '../measured';
import type { IBucketsModel } from '../buckets-model';
import type { IBucketsState } from '../state';
import { countText, sortText } from '../words';
import { matchText } from './filter-words';
import { SlowBucket } from '../slow-bucket';

interface IListingStatusProps {
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  readonly state: IBucketsState;
  /** Rows that the filter lets through. */
  readonly shown: number;
  /** Where the focus goes when the button disappears. */
  readonly grid: React.RefObject<HTMLElement>;
  readonly trans: TranslationBundle;
}

/**
 * How much is listed, how old it is, and how to get the rest.
 */
export function ListingStatus(props: IListingStatusProps): React.JSX.Element {
  const { model, state, shown, grid, trans } = props;
  const { listing, rows: listed } = state;
  const covered = matchText(state, trans);
  const sorted = sortText(state, trans);
  const isLoading = listing.status === 'loading';
  const hasMore = listed?.cursor !== null || isLoading;
  return (
    <div className="jp-LeapStatus">
      <span aria-live={isLoading ? 'off' : 'polite'}>
        {listed
          ? countText(shown, entryCount(listed), hasMore, trans)
          : isLoading && trans.__('Listing…')}
      </span>
      {covered !== '' && <span role="status">{covered}</span>}
      {sorted !== '' && <span>{sorted}</span>}
      {listed && !isLoading && (
        <Age
          at={listed.listedAt}
          recent={null}
          words={age => trans.__('listed %1', age)}
          trans={trans}
        />
      )}
      {listed && listing.status === 'failed' && (
        <span>{trans.__('Not complete, or out of date.')}</span>
      )}
      {isLoading && <SlowBucket news={listing.value} trans={trans} />}
      <Actions {...props} />
      <Measured
        name=""
        measured={state.sizes.get('')}
        model={model}
        grid={grid}
        trans={trans}
      />
    </div>
  );
}

function Actions({
  model,
  commands,
  state,
  grid,
  trans
}: IListingStatusProps): React.JSX.Element | null {
  const { listing, rows: listed } = state;
  if (listing.status === 'loading') {
    return (
      <Button
        label={trans.__('Stop')}
        title={trans.__('Stop listing; what is here stays')}
        onClick={() => {
          model.stop();
          grid.current?.focus();
        }}
      />
    );
  }
  // Beside a failure there is one thing to do: what stands there.
  if (listing.status === 'failed' && listing.error.code !== 'cancelled') {
    return null;
  }
  return (
    <>
      {listed?.cursor && (
        <Button
          label={trans.__('Load more')}
          onClick={() => {
            void model.loadMore();
            grid.current?.focus();
          }}
        />
      )}
      {listed && entryCount(listed) > 0 && !state.sizes.get('') && (
        <CommandButton commands={commands} id={CommandIDs.measureOpenFolder} />
      )}
      <CommandButton
        commands={commands}
        id={CommandIDs.insertFilesCode}
        hideDisabled
      />
    </>
  );
}
