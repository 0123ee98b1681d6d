import { useVirtualizer } from '@tanstack/react-virtual';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { Bucket } from '../../../../contract';
import { drawnRows } from './drawn-rows';
import { Emptiness } from './emptiness';
import { EntryRow, isOnName } from './entry-row';
import type { IListed } from '../folder/listed';
import type { IBucketsModel } from '../buckets-model';
import { returnFocus } from './menu-focus';
import { indexOfName } from '../folder/rows';
import { unselect } from '../selected-text';
import { SortBar } from './sort-bar';
import type { IBucketsState } from '../state';
import { rowId } from './row-actions';
import { useGridKeys } from './use-grid-keys';

const ROW_PX = 26;

/** Rows before the end of what is loaded at which more is asked for. */
const AHEAD = 100;

interface IEntriesProps {
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  readonly state: IBucketsState;
  readonly bucket: Bucket | undefined;
  /** Numbers of the rows to show, in order. */
  readonly order: readonly number[];
  readonly grid: React.RefObject<HTMLDivElement>;
  readonly trans: TranslationBundle;
}

/**
 * The entries of a folder as a grid: one tab stop, only the rows on the screen in the document.
 */
export function Entries(props: IEntriesProps): React.JSX.Element {
  const { model, state, order, grid, trans } = props;
  const { rows: listed, listing } = state;
  const { found, at, drawn, heightPx, onKeyDown } = useRows(props);
  const isBare = !listed && listing.status === 'failed';
  return (
    <>
      {!isBare && <SortBar model={model} state={state} trans={trans} />}
      <div
        ref={grid}
        // Without anything to show it is only a place for the focus, beside the words that say why.
        className={`jp-LeapEntries${isBare ? ' jp-mod-bare' : ''}${found < 0 ? '' : ' jp-mod-chosen'}`}
        // A grid has rows; without any it is a place for a sentence, with the focus still in it.
        role={order.length > 0 ? 'grid' : 'group'}
        tabIndex={0}
        aria-label={trans.__('Content of the folder')}
        aria-rowcount={order.length > 0 ? rowCount(listed, order) : undefined}
        aria-owns={drawn.length > 0 ? inOrder(drawn) : undefined}
        aria-activedescendant={order.length > 0 ? rowId(at) : undefined}
        onKeyDown={onKeyDown}
        onContextMenu={() => {
          if (grid.current) {
            returnFocus(grid.current);
          }
        }}
      >
        <Rows {...props} drawn={drawn} at={at} heightPx={heightPx} />
        <Emptiness state={state} shown={order.length} trans={trans} />
      </div>
    </>
  );
}

interface IRows {
  /** Where the chosen row stands; -1: it is not among those that are shown. */
  readonly found: number;
  /** Where the cursor is, by default at the top. */
  readonly at: number;
  readonly drawn: readonly number[];
  /** Of all rows together. */
  readonly heightPx: number;
  readonly onKeyDown: ReturnType<typeof useGridKeys>;
}

/** Which rows are on the screen, and what keeps the one with the cursor there. */
function useRows(props: IEntriesProps): IRows {
  const { model, state, order, grid } = props;
  const { rows: listed, current } = state;
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: 8
  });
  const items = virtual.getVirtualItems();
  const first = items.at(0)?.index;
  const last = items.at(-1)?.index;
  const drawn = useDrawn(first, last, order.length);
  const found = React.useMemo(
    () => (listed ? indexOfName(listed, order, current) : -1),
    [listed, order, current]
  );
  const at = Math.max(0, found);
  const scrollTo = (to: number): void => {
    virtual.scrollToIndex(to);
  };
  useBackground(model, state, order, first, last);
  useArrival(state, found, scrollTo);
  useStaying(virtual.scrollRect?.height ?? 0, found, first, last, scrollTo);
  const pageRows = Math.max(1, items.length - 2);
  const onKeyDown = useGridKeys({ ...props, at, pageRows, scrollTo });
  return { found, at, drawn, heightPx: virtual.getTotalSize(), onKeyDown };
}

/** The rows that are drawn, each where it stands among all of them. */
function Rows({
  order,
  grid,
  drawn,
  at,
  heightPx,
  ...shared
}: IEntriesProps & {
  readonly drawn: readonly number[];
  /** The row with the cursor. */
  readonly at: number;
  /** Of all rows, drawn or not. */
  readonly heightPx: number;
}): React.JSX.Element {
  return (
    <div
      role="presentation"
      className="jp-LeapEntries-rows"
      style={{ height: `${String(heightPx)}px` }}
      onMouseDown={event => {
        unselect(grid.current);
        // A press on a name begins to select its text; the second of a double click opens the entry.
        if (!isOnName(event.target) || event.detail > 1) {
          // The focus stays in the grid: the button that was pressed may be gone with its folder.
          event.preventDefault();
        }
        grid.current?.focus({ preventScroll: true });
      }}
    >
      {drawn.map(index => {
        const number = order[index];
        return number === undefined ? null : (
          <EntryRow
            {...shared}
            key={index % drawn.length}
            number={number}
            index={index}
            topPx={index * ROW_PX}
            isCurrent={index === at}
          />
        );
      })}
    </div>
  );
}

/** As many elements as were ever on the screen at once. */
function useDrawn(
  first: number | undefined,
  last: number | undefined,
  count: number
): readonly number[] {
  const most = React.useRef(0);
  if (first === undefined || last === undefined) {
    return [];
  }
  most.current = Math.max(most.current, last - first + 1);
  return drawnRows(first, last, count, most.current);
}

/** The rows as they stand, for readers that go by the order of the elements. */
function inOrder(drawn: readonly number[]): string {
  return [...drawn]
    .sort((a, b) => a - b)
    .map(rowId)
    .join(' ');
}

/** -1 says that there are more than are loaded. */
function rowCount(listed: IListed | null, order: readonly number[]): number {
  return listed?.cursor === null ? order.length : -1;
}

/** Looks at the folders on the screen, and loads more before the end is reached. */
function useBackground(
  model: IBucketsModel,
  state: IBucketsState,
  order: readonly number[],
  first: number | undefined,
  last: number | undefined
): void {
  const { listing, filter, rows: listed } = state;
  // While names are filtered few rows are left: that is no wish to see the rest of the folder.
  const wantsMore = listing.status === 'ready' && filter.trim() === '';
  React.useEffect(() => {
    if (!listed || first === undefined || last === undefined) {
      return;
    }
    const folders = order
      .slice(first, last + 1)
      .flatMap(number => listed.folders[number] ?? []);
    model.lookAt(folders);
    if (wantsMore && last > order.length - AHEAD) {
      void model.loadMore();
    }
  }, [model, listed, wantsMore, order, first, last]);
}

/** Coming from below, or by a link to an object, the row with the cursor may be far down: scroll there, once. */
function useArrival(
  { folder }: IBucketsState,
  found: number,
  scrollTo: (at: number) => void
): void {
  const arrived = React.useRef<unknown>(null);
  React.useEffect(() => {
    if (found >= 0 && arrived.current !== folder) {
      arrived.current = folder;
      scrollTo(found);
    }
  });
}

/** When the list gets lower, as for more room below it, the row that is chosen stays in sight where it was. */
function useStaying(
  heightPx: number,
  found: number,
  first: number | undefined,
  last: number | undefined,
  scrollTo: (at: number) => void
): void {
  const before = React.useRef({ heightPx, first, last });
  React.useEffect(() => {
    const seen = before.current;
    before.current = { heightPx, first, last };
    const wasInSight =
      found >= (seen.first ?? Infinity) && found <= (seen.last ?? -1);
    if (heightPx > 0 && heightPx < seen.heightPx && wasInSight) {
      scrollTo(found);
    }
  });
}
