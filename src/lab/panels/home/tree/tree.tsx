import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomePath } from '../../../../contract';
import type { Order } from './order';
import type { Row } from './rows';
import { keyAction } from './tree-keys';
import { TreeHead } from './tree-head';
import { TreeRow } from './tree-row';

const ROW_PX = 24;

/** The head stays in view above the rows. */
const HEAD_PX = 24;

interface ITreeProps {
  rows: readonly Row[];
  /** The path of the row that the cursor shall be on. */
  selected: HomePath;
  order: Order;
  /** Paths of the rows that are marked. */
  marked: ReadonlyMap<HomePath, number>;
  /** Whether rows can be marked for deletion. */
  mayMark: boolean;
  /** Rows are still coming. */
  isGrowing: boolean;
  trans: TranslationBundle;
  onOrder: (order: Order) => void;
  onMark: (path: HomePath) => void;
  onUnfold: (path: HomePath) => void;
  onFold: (path: HomePath) => void;
  /** Called with the path of the row that the cursor is on. */
  onSelect: (path: HomePath) => void;
}

/**
 * The home as a tree grid: one tab stop, arrows as in the ARIA practice, only visible rows in the document.
 */
export function Tree(props: ITreeProps): React.JSX.Element {
  const { rows, selected, order, isGrowing, trans } = props;
  const scroller = React.useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: position => rows[position]?.path ?? position,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 10
  });
  const index = useCursor(rows, selected, props.onSelect);
  useInView(virtual, index, rows[index]?.path);
  return (
    <div
      ref={scroller}
      className="jp-LeapTree"
      role="treegrid"
      tabIndex={0}
      data-order={order}
      data-marking={props.marked.size > 0}
      aria-multiselectable={props.mayMark}
      aria-label={trans.__('What fills the home')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows[index] ? rowId(index) : undefined}
      onKeyDown={event => {
        onKey(event, index, props);
      }}
    >
      <TreeHead order={order} trans={trans} onOrder={props.onOrder} />
      <div
        role="presentation"
        className="jp-LeapTree-rows"
        style={{ height: `${String(virtual.getTotalSize())}px` }}
      >
        {virtual.getVirtualItems().map(item => (
          <PlacedRow
            {...props}
            key={item.key}
            at={item.index}
            topPx={item.start - HEAD_PX}
            isCurrent={item.index === index}
          />
        ))}
      </div>
      {isGrowing && rows.length === 0 && <Coming trans={trans} />}
    </div>
  );
}

/** In place of rows while there is none yet. */
function Coming({ trans }: Pick<ITreeProps, 'trans'>): React.JSX.Element {
  return (
    <div role="row" className="jp-LeapTree-coming">
      <span role="gridcell">
        {trans.__('Folders appear here as they are counted, largest first.')}
      </span>
    </div>
  );
}

/** A row where the scrolling puts it, and what the mouse does to it. */
function PlacedRow({
  rows,
  marked,
  mayMark,
  trans,
  onMark,
  onUnfold,
  onFold,
  onSelect,
  at,
  topPx,
  isCurrent
}: ITreeProps & {
  at: number;
  topPx: number;
  isCurrent: boolean;
}): React.JSX.Element | null {
  const row = rows[at];
  return row ? (
    <TreeRow
      id={rowId(at)}
      row={row}
      rowIndex={at + 2}
      topPx={topPx}
      isCurrent={isCurrent}
      isMarked={marked.has(row.path)}
      isSelected={marked.size > 0 ? marked.has(row.path) : isCurrent}
      trans={trans}
      onClick={event => {
        onSelect(row.path);
        if (event.ctrlKey || event.metaKey) {
          if (row.kind === 'entry') {
            onMark(row.path);
          }
        } else if (row.kind === 'entry' && row.open !== null) {
          (row.open ? onFold : onUnfold)(row.path);
        }
      }}
      hasBox={mayMark}
      onMark={() => {
        onSelect(row.path);
        onMark(row.path);
      }}
      onContextMenu={() => {
        onSelect(row.path);
      }}
    />
  ) : null;
}

function onKey(
  event: React.KeyboardEvent,
  index: number,
  { rows, onMark, onUnfold, onFold, onSelect }: ITreeProps
): void {
  const row = rows[index];
  // The head's own controls have their own keys.
  const isOurs =
    event.target === event.currentTarget &&
    !(event.ctrlKey || event.metaKey || event.altKey);
  const act = isOurs && row && keyAction(event.key, rows, index);
  if (!act) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  switch (act.kind) {
    case 'move':
      onSelect(rows[within(rows, act.to)]?.path ?? '');
      break;
    case 'mark':
      onMark(row.path);
      break;
    case 'unfold':
      onUnfold(row.path);
      break;
    case 'fold':
      onFold(row.path);
      break;
  }
}

/** Where the cursor is: on the row that is selected, or where that row was when it is gone. */
function useCursor(
  rows: readonly Row[],
  selected: HomePath,
  onSelect: ITreeProps['onSelect']
): number {
  const last = React.useRef(0);
  const found = rows.findIndex(row => row.path === selected);
  const index = found === -1 ? within(rows, last.current) : found;
  const path = rows[index]?.path ?? '';
  React.useEffect(() => {
    last.current = index;
    onSelect(path);
  }, [onSelect, path, index]);
  return index;
}

/** The cursor's row comes into view when another row gets the cursor, not when its row moves. */
function useInView(
  virtual: Virtualizer<HTMLDivElement, Element>,
  index: number,
  path: HomePath | undefined
): void {
  const latest = React.useRef(index);
  latest.current = index;
  React.useEffect(() => {
    virtual.scrollToIndex(latest.current);
    // The section may scroll in place of the table; whoever reads elsewhere in it is left there.
    if (document.activeElement === virtual.scrollElement) {
      document
        .getElementById(rowId(latest.current))
        ?.scrollIntoView({ block: 'nearest' });
    }
  }, [virtual, path]);
}

function within(rows: readonly Row[], position: number): number {
  return Math.max(0, Math.min(rows.length - 1, position));
}

function rowId(index: number): string {
  return `jp-leap-home-row-${String(index)}`;
}
