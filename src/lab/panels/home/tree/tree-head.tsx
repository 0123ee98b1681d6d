import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { ORDERS, type Order } from './order';

interface ITreeHeadProps {
  order: Order;
  trans: TranslationBundle;
  onOrder: (order: Order) => void;
}

/**
 * The head of the table: a button for each column that sorts by it, and one list of them where there is no room.
 */
export function TreeHead(props: ITreeHeadProps): React.JSX.Element {
  const { order } = props;
  return (
    <div role="row" aria-rowindex={1} className="jp-LeapTree-head">
      <Column {...props} column="name" />
      <Column {...props} column="size" />
      <Column {...props} column="files" />
      <Column {...props} column="changed" />
      <span
        role="columnheader"
        aria-sort={order === 'name' ? undefined : directionOf(order)}
        className="jp-LeapTree-sorting"
      >
        <Choices {...props} />
      </span>
    </div>
  );
}

/** Where there is room for it. */
function Column({
  column,
  order,
  trans,
  onOrder
}: ITreeHeadProps & { column: Order }): React.JSX.Element {
  const isSorted = column === order;
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? directionOf(order) : undefined}
      className={`jp-LeapTree-column jp-LeapTree-${column}`}
    >
      <button
        type="button"
        className="jp-LeapTree-sort"
        title={trans.__('Sort by this column')}
        onClick={() => {
          onOrder(column);
        }}
      >
        {columnText(column, trans)}
        {isSorted && (
          <span aria-hidden="true">{column === 'name' ? ' ▴' : ' ▾'}</span>
        )}
      </button>
    </span>
  );
}

/** The head of the last column where there is room for one: it says what stands there, whatever is sorted by. */
function Choices({ order, trans, onOrder }: ITreeHeadProps): React.JSX.Element {
  return (
    <select
      aria-label={trans.__('Sort by')}
      value={order === 'name' ? '' : order}
      onChange={event => {
        const chosen = ORDERS.find(each => each === event.target.value);
        if (chosen) {
          onOrder(chosen);
        }
      }}
    >
      {order === 'name' && (
        <option value="" hidden>
          {columnText('size', trans)}
        </option>
      )}
      {ORDERS.map(each => (
        <option key={each} value={each}>
          {columnText(each, trans)}
        </option>
      ))}
    </select>
  );
}

function columnText(column: Order, trans: TranslationBundle): string {
  switch (column) {
    case 'name':
      return trans.__('Name');
    case 'size':
      return trans.__('Size');
    case 'files':
      return trans.__('Files');
    case 'changed':
      return trans.__('Changed');
  }
}

function directionOf(order: Order): 'ascending' | 'descending' {
  return order === 'name' ? 'ascending' : 'descending';
}
