import { useVirtualizer } from '@tanstack/react-virtual';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HomePath } from '../../../contract';
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
  /** Rows are still coming: the table keeps the room that it may need. */
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
export function Tree({
  rows,
  selected,
  order,
  marked,
  isGrowing,
  trans,
  onOrder,
  onMark,
  onUnfold,
  onFold,
  onSelect
}: ITreeProps): React.JSX.Element {
  const scroller = React.useRef<HTMLDivElement>(null);
  const lastIndex = React.useRef(0);
  const index = cursorIn(rows, { path: selected, index: lastIndex.current });
  const path = rows[index]?.path ?? '';
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: position => rows[position]?.path ?? position,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 10
  });

  React.useEffect(() => {
    lastIndex.current = index;
    onSelect(path);
  }, [onSelect, path, index]);
  React.useEffect(() => {
    virtual.scrollToIndex(lastIndex.current);
    // The section may scroll in place of the table; whoever reads elsewhere in it is left there.
    if (document.activeElement === scroller.current) {
      document
        .getElementById(rowId(lastIndex.current))
        ?.scrollIntoView({ block: 'nearest' });
    }
  }, [virtual, path]);

  const select = (position: number): void => {
    onSelect(rows[position]?.path ?? '');
  };
  const moveTo = (position: number): void => {
    select(Math.min(rows.length - 1, Math.max(0, position)));
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
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
    if (act.kind === 'move') {
      moveTo(act.to);
    } else if (act.kind === 'mark') {
      onMark(row.path);
    } else if (act.kind === 'unfold') {
      onUnfold(row.path);
    } else {
      onFold(row.path);
    }
  };

  return (
    <div
      ref={scroller}
      className={`jp-LeapTree${isGrowing ? ' jp-mod-growing' : ''}`}
      role="treegrid"
      tabIndex={0}
      data-order={order}
      aria-multiselectable
      aria-label={trans.__('What fills the home')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows[index] ? rowId(index) : undefined}
      onKeyDown={onKeyDown}
    >
      <TreeHead order={order} trans={trans} onOrder={onOrder} />
      <div
        role="presentation"
        className="jp-LeapTree-rows"
        style={{ height: `${String(virtual.getTotalSize())}px` }}
      >
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index];
          return row ? (
            <TreeRow
              key={item.key}
              id={rowId(item.index)}
              row={row}
              rowIndex={item.index + 2}
              topPx={item.start - HEAD_PX}
              isCurrent={item.index === index}
              isMarked={marked.has(row.path)}
              isSelected={
                marked.size > 0 ? marked.has(row.path) : item.index === index
              }
              trans={trans}
              onClick={event => {
                select(item.index);
                if (event.ctrlKey || event.metaKey) {
                  if (row.kind === 'entry') {
                    onMark(row.path);
                  }
                } else if (row.kind === 'entry' && row.open !== null) {
                  (row.open ? onFold : onUnfold)(row.path);
                }
              }}
              onContextMenu={() => {
                select(item.index);
              }}
            />
          ) : null;
        })}
      </div>
      {isGrowing && rows.length === 0 && (
        <div role="row" className="jp-LeapTree-coming">
          <span role="gridcell">
            {trans.__(
              'Folders appear here as they are counted, largest first.'
            )}
          </span>
        </div>
      )}
    </div>
  );
}

/** Where the cursor is: on its row, or where that row was when it is gone. */
function cursorIn(
  rows: readonly Row[],
  current: { path: HomePath; index: number }
): number {
  const found = rows.findIndex(row => row.path === current.path);
  return found === -1
    ? Math.max(0, Math.min(rows.length - 1, current.index))
    : found;
}

function rowId(index: number): string {
  return `jp-leap-home-row-${String(index)}`;
}
