import { useVirtualizer } from '@tanstack/react-virtual';
import * as React from 'react';

const ROW_PX = 24;

interface IVirtualListProps<T> {
  items: readonly T[];
  /** What the list is, for screen readers. */
  label: string;
  keyOf: (item: T) => string;
  row: (item: T) => React.ReactNode;
}

/**
 * A list of any length with only its visible rows in the document; one tab stop, scrolled with the arrow keys.
 */
export function VirtualList<T>({
  items,
  label,
  keyOf,
  row
}: IVirtualListProps<T>): React.JSX.Element {
  const scroller = React.useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10
  });
  return (
    <div
      ref={scroller}
      className="jp-LeapList"
      role="list"
      aria-label={label}
      tabIndex={0}
    >
      <div
        role="presentation"
        className="jp-LeapList-rows"
        style={{ height: `${String(virtual.getTotalSize())}px` }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <div
              key={keyOf(item)}
              className="jp-LeapList-row"
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              {row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
